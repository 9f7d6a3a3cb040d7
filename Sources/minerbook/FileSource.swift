import CSV
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file as CSV is read from it: a buffer at a time, with a digest of what passed.
///
/// It can be read again from its start; for that, stdin is first copied to a scratch file.
final class FileSource: ByteSource {
    /// As messages call it.
    let name: String
    private let descriptor: FileDescriptor
    private var digest = SHA256()

    /// `-` is stdin.
    init(path: String) throws(Failure) {
        name = path == "-" ? "stdin" : path
        do {
            descriptor =
                path == "-"
                ? try Self.copyOfStandardInput()
                : try FileDescriptor.open(FilePath(path), .readOnly)
        } catch {
            throw Failure("cannot open \(name): \(error)", .cannotOpenInput)
        }
        var status = stat()
        guard fstat(descriptor.rawValue, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else {
            throw Failure("cannot read \(name): it is a folder; name its files", .cannotOpenInput)
        }
    }

    deinit { try? descriptor.close() }

    func read(into buffer: inout OutputSpan<UInt8>) throws {
        do {
            try buffer.withUnsafeMutableBufferPointer { bytes, count in
                let free = UnsafeMutableRawBufferPointer(
                    UnsafeMutableBufferPointer(rebasing: bytes[count...]))
                let found = try descriptor.read(into: free)
                digest.update(UnsafeRawBufferPointer(rebasing: free[..<found]))
                count += found
            }
        } catch {
            throw Failure("cannot read \(name): \(error)", .inputOutput)
        }
    }

    /// The SHA-256 of what was read since the start, in hexadecimal digits.
    var sha256: String { digest.hex }

    /// Goes back to the start.
    func rewind() throws(Failure) {
        do {
            try descriptor.seek(offset: 0, from: .start)
            digest = SHA256()
        } catch {
            throw Failure("cannot read \(name) a second time: \(error)", .inputOutput)
        }
    }

    /// A file without a name that holds all of stdin.
    private static func copyOfStandardInput() throws -> FileDescriptor {
        let folder = Streams.environment("TMPDIR") ?? "/tmp"
        var template = Array("\(folder)/minerbook-XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        unlink(template)
        let copy = FileDescriptor(rawValue: number)
        try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
            while true {
                let count = try FileDescriptor.standardInput.read(into: buffer)
                if count == 0 { break }
                try copy.writeAll(buffer[..<count])
            }
        }
        try copy.seek(offset: 0, from: .start)
        return copy
    }
}
