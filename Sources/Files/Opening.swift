import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Opens a file for this process alone: `InheritedDescriptor` relies on that.
func openFile(
    _ path: FilePath, _ flags: Int32, mode: mode_t = 0
) throws(Errno) -> FileDescriptor {
    while true {
        let number = path.withPlatformString { open($0, flags | O_CLOEXEC, mode) }
        if number >= 0 { return FileDescriptor(rawValue: number) }
        guard errno == EINTR else { throw Errno(rawValue: errno) }
    }
}

extension FileDescriptor {
    /// The first bytes of the file, at most `count`. Leaves the position where it is.
    ///
    /// - Throws: `Errno`.
    package func firstBytes(_ count: Int) throws(Errno) -> [UInt8] {
        do {
            return try [UInt8](unsafeUninitializedCapacity: count) { buffer, found in
                found = try read(
                    fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(buffer))
            }
        } catch {
            throw error as? Errno ?? .ioError
        }
    }
}
