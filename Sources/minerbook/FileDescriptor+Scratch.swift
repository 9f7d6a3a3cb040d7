import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileDescriptor {
    /// An empty file without a name, in `$TMPDIR` or `/tmp`: it is gone once it is closed.
    static func scratchFile() throws -> FileDescriptor {
        let folder = Streams.environment("TMPDIR") ?? "/tmp"
        var template = Array("\(folder)/minerbook-XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        unlink(template)
        return FileDescriptor(rawValue: number)
    }
}
