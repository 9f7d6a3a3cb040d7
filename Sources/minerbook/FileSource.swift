import CSV
import Files
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file as CSV is read from it: a buffer at a time, with a digest of what passed.
///
/// It can be read again from its start; for that, what is no plain file, such as a pipe, is
/// first copied to a scratch file.
final class FileSource: ByteSource {
    /// As messages call it.
    let name: String
    private let descriptor: FileDescriptor
    private var digest = SHA256()

    /// What messages call the file at `path`; `-` is stdin.
    static func name(of path: String) -> String { path == "-" ? "stdin" : path }

    /// `-` is stdin.
    init(path: String) throws(Failure) {
        name = Self.name(of: path)
        do {
            descriptor =
                path == "-"
                ? try Self.copy(of: .standardInput)
                : try Self.plainFile(try FileDescriptor.open(FilePath(path), .readOnly))
        } catch Errno.isDirectory {
            throw Failure("cannot read \(name): it is a folder; name its files", .cannotOpenInput)
        } catch {
            throw Failure("cannot open \(name): \(error)", .cannotOpenInput)
        }
    }

    /// Bytes that never were a file.
    init(name: String, bytes: [UInt8]) throws(Failure) {
        self.name = name
        do {
            descriptor = try .scratchFile()
            try descriptor.writeAll(bytes)
            try descriptor.seek(offset: 0, from: .start)
        } catch {
            throw Failure("cannot keep \(name): \(error)", .inputOutput)
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

    /// A second look at the file from its start, which leaves the first where it is.
    func again() -> SecondLook { SecondLook(source: self) }

    /// Reads what stands at `offset`, and returns how many bytes.
    fileprivate func read(into buffer: inout OutputSpan<UInt8>, at offset: Int64) throws -> Int {
        do {
            return try buffer.withUnsafeMutableBufferPointer { bytes, count in
                let found = try descriptor.read(
                    fromAbsoluteOffset: offset,
                    into: UnsafeMutableRawBufferPointer(
                        UnsafeMutableBufferPointer(rebasing: bytes[count...])))
                count += found
                return found
            }
        } catch {
            throw Failure("cannot read \(name) a second time: \(error)", .inputOutput)
        }
    }

    /// All that is left of it.
    func bytes() throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var count = -1
        while bytes.count > count {
            count = bytes.count
            do {
                try bytes.append(addingCapacity: 64 << 10) { try read(into: &$0) }
            } catch {
                throw error as? Failure ?? Failure("cannot read \(name): \(error)", .inputOutput)
            }
        }
        return bytes
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

    /// What was opened, or a copy of all that comes from it where that is no plain file.
    private static func plainFile(_ descriptor: FileDescriptor) throws -> FileDescriptor {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
            return descriptor
        }
        defer { try? descriptor.close() }
        return try copy(of: descriptor)
    }

    /// A file without a name that holds all that comes from `source`.
    private static func copy(of source: FileDescriptor) throws -> FileDescriptor {
        let copy = try FileDescriptor.scratchFile()
        try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
            while true {
                let count = try source.read(into: buffer)
                if count == 0 { break }
                try copy.writeAll(buffer[..<count])
            }
        }
        try copy.seek(offset: 0, from: .start)
        return copy
    }
}

/// A file that is being read, read from its start beside that.
struct SecondLook: ByteSource {
    fileprivate let source: FileSource
    private var offset: Int64 = 0

    fileprivate init(source: FileSource) { self.source = source }

    mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
        offset += Int64(try source.read(into: &buffer, at: offset))
    }
}
