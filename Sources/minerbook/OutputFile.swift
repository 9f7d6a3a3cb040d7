import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that the program writes for the user.
enum OutputFile {
    /// Writes `bytes` to a file in place of what it held. The file appears whole or not at all:
    /// it is written beside its place and then moved there.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        try write(to: path) { (descriptor) throws(Failure) in
            do {
                try descriptor.writeAll(bytes)
            } catch {
                throw Failure("cannot write \(path): \(error)", .inputOutput)
            }
        }
    }

    /// The same for what is written piece by piece.
    static func write(
        to path: String, _ body: (FileDescriptor) throws(Failure) -> Void
    ) throws(Failure) {
        let partial = "\(path).part-\(getpid())"
        let descriptor: FileDescriptor
        do {
            descriptor = try FileDescriptor.open(
                FilePath(partial), .writeOnly, options: [.create, .exclusiveCreate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw Failure("cannot create \(path): \(error)", .cannotCreateOutput)
        }
        do throws(Failure) {
            defer { try? descriptor.close() }
            try body(descriptor)
        } catch {
            unlink(partial)
            throw error
        }
        guard rename(partial, path) == 0 else {
            let reason = Errno(rawValue: errno)
            unlink(partial)
            throw Failure("cannot create \(path): \(reason)", .cannotCreateOutput)
        }
    }

    /// Makes a folder where there is none.
    static func makeFolder(_ path: String) throws(Failure) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw Failure(
            "cannot create the folder \(path): \(Errno(rawValue: errno))", .cannotCreateOutput)
    }
}
