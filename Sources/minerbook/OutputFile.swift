import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that the program writes for the user.
enum OutputFile {
    /// Puts what `body` writes, piece by piece, into the file at `path`, in place of what it held.
    ///
    /// The file appears whole or not at all: it is written beside its place and then moved there.
    /// What is no plain file, such as `/dev/stdout`, is written to as it is.
    static func write(
        to path: String, _ body: (_ write: ([UInt8]) throws(Failure) -> Void) throws -> Void
    ) throws {
        let isPlain = isPlainFile(path)
        let target = isPlain ? "\(path).part-\(getpid())" : path
        let descriptor: FileDescriptor
        do {
            descriptor = try FileDescriptor.open(
                FilePath(target), .writeOnly, options: isPlain ? [.create, .exclusiveCreate] : [],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw Failure("cannot create \(path): \(error)", .cannotCreateOutput)
        }
        do {
            defer { try? descriptor.close() }
            try body { (bytes) throws(Failure) in
                do {
                    try descriptor.writeAll(bytes)
                } catch {
                    throw Failure("cannot write \(path): \(error)", .inputOutput)
                }
            }
            if isPlain, rename(target, path) != 0 {
                throw Failure(
                    "cannot create \(path): \(Errno(rawValue: errno))", .cannotCreateOutput)
            }
        } catch {
            if isPlain { unlink(target) }
            throw error
        }
    }

    /// Makes a folder where there is none.
    static func makeFolder(_ path: String) throws(Failure) {
        guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
        throw Failure(
            "cannot create the folder \(path): \(Errno(rawValue: errno))", .cannotCreateOutput)
    }

    /// Whether there is a plain file at `path`, or nothing.
    private static func isPlainFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
    }
}
