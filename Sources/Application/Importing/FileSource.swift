import CSV
import Files
import SystemPackage
import Workbooks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file to import, read a buffer at a time, with a digest of what was read.
///
/// It can be read again from its start. For that, anything but a regular file, such as a pipe, is
/// first copied to a scratch file. A file that is compressed with gzip is unpacked into one.
package final class FileSource: ByteSource {
    /// As messages call it.
    package let name: String
    private let descriptor: FileDescriptor
    private var digest = SHA256()

    /// What messages call the file at `path`; `-` is stdin.
    package static func name(of path: String) -> String { path == "-" ? "stdin" : path }

    /// `-` is stdin. A file that is no regular one, such as a pipe, is read up to `limit` bytes.
    package init(path: String, upTo limit: Int = .max) throws(InputError) {
        name = Self.name(of: path)
        do {
            let file =
                path == "-"
                ? try Self.copy(of: .standardInput, upTo: limit)
                : try Self.plainFile(
                    try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec),
                    upTo: limit)
            let unpacked: FileDescriptor?
            do {
                unpacked = try GzipFile.unpacked(file)
            } catch {
                try? file.close()
                throw error
            }
            if unpacked != nil { try? file.close() }
            descriptor = unpacked ?? file
        } catch Errno.isDirectory {
            throw InputError(.open, "cannot read \(name): it is a folder; name its files")
        } catch Errno.noSuchFileOrDirectory where Self.isWebAddress(path) {
            throw InputError(
                .open,
                "cannot open \(name): it is a web address; download the file first, such as with "
                    + "curl --location --output FILE ADDRESS")
        } catch let failure as GzipFile.Failure {
            throw InputError(.content, "cannot read \(name): \(failure)")
        } catch {
            throw InputError(.open, "cannot open \(name): \(error)")
        }
    }

    /// Bytes that are in memory, under a name for messages.
    package init(name: String, bytes: [UInt8]) throws(InputError) {
        self.name = name
        do {
            descriptor = try .scratchFile()
            try ScratchFile.write(bytes, to: descriptor)
            try descriptor.seek(offset: 0, from: .start)
        } catch {
            throw InputError(.read, "cannot keep \(name): \(error)")
        }
    }

    deinit { try? descriptor.close() }

    package func read(into buffer: inout OutputSpan<UInt8>) throws {
        do {
            try buffer.withUnsafeMutableBufferPointer { bytes, count in
                let free = UnsafeMutableRawBufferPointer(
                    UnsafeMutableBufferPointer(rebasing: bytes[count...]))
                let found = try descriptor.read(into: free)
                digest.update(UnsafeRawBufferPointer(rebasing: free[..<found]))
                count += found
            }
        } catch {
            throw InputError(.read, "cannot read \(name): \(error)")
        }
    }

    /// A second reader of the file from its start, which leaves the first where it is.
    func again() -> SecondReader { SecondReader(source: self) }

    /// Reads at `offset`, and returns the number of bytes.
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
            throw InputError(.read, "cannot read \(name) a second time: \(error)")
        }
    }

    /// Its first bytes, which tell its format. The reading position stays where it is.
    func head() throws(InputError) -> [UInt8] {
        var head: [UInt8] = []
        do {
            try head.append(addingCapacity: 4 << 10) { _ = try read(into: &$0, at: 0) }
        } catch {
            throw error as? InputError ?? InputError(.read, "cannot read \(name): \(error)")
        }
        return head
    }

    /// Everything that is left of it; an error if that is more than `limit` bytes.
    package func bytes(atMost limit: Int = .max) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than the file has, because only a read that returns nothing is the end.
        bytes.reserveCapacity(min(size, 256 << 20) + 1)
        var count = -1
        while bytes.count > count {
            count = bytes.count
            guard count <= limit else {
                throw InputError(
                    .content,
                    "cannot read \(name): it has more than \(limit) bytes, which is too much")
            }
            do {
                let room = max(bytes.capacity - count, 64 << 10)
                try bytes.append(addingCapacity: room) { try read(into: &$0) }
            } catch {
                throw error as? InputError ?? InputError(.read, "cannot read \(name): \(error)")
            }
        }
        return bytes
    }

    /// The number of its bytes; 0 if that is not known.
    private var size: Int {
        var status = stat()
        return fstat(descriptor.rawValue, &status) == 0 ? Int(status.st_size) : 0
    }

    /// The first bytes of the file, `count` at most, wherever its reading is.
    func head(_ count: Int) throws(InputError) -> [UInt8] {
        do {
            var bytes: [UInt8] = []
            try bytes.append(addingCapacity: count) { _ = try read(into: &$0, at: 0) }
            return bytes
        } catch {
            throw InputError(.read, "cannot read \(name): \(error)")
        }
    }

    /// Reads what is left of the file, so that its digest is known.
    func readToEnd() throws(InputError) {
        do {
            try descriptor.readPieces { digest.update($0) }
        } catch {
            throw InputError(.read, "cannot read \(name): \(error)")
        }
    }

    /// The file as a workbook, which is read while this source exists.
    func workbook() throws(WorkbookError) -> Workbook {
        try Workbook(descriptor: descriptor.rawValue)
    }

    /// The SHA-256 of what was read since the start, in hexadecimal digits.
    var sha256: String { digest.hex }

    /// Goes back to the start.
    func rewind() throws(InputError) {
        do {
            try descriptor.seek(offset: 0, from: .start)
            digest = SHA256()
        } catch {
            throw InputError(.read, "cannot read \(name) a second time: \(error)")
        }
    }

    /// Whether `path` begins as the address of a page does.
    private static func isWebAddress(_ path: String) -> Bool {
        ["http://", "https://", "ftp://"].contains { path.lowercased().hasPrefix($0) }
    }

    /// The descriptor itself if it is a regular file, else a scratch file with what comes from it.
    private static func plainFile(
        _ descriptor: FileDescriptor, upTo limit: Int
    ) throws -> FileDescriptor {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
            return descriptor
        }
        defer { try? descriptor.close() }
        return try copy(of: descriptor, upTo: limit)
    }

    /// A file without a name that holds what comes from `source`, up to `limit` bytes.
    private static func copy(
        of source: FileDescriptor, upTo limit: Int
    ) throws -> FileDescriptor {
        let copy = try FileDescriptor.scratchFile()
        try source.readPieces(upTo: limit) { try ScratchFile.write($0, to: copy) }
        try copy.seek(offset: 0, from: .start)
        return copy
    }
}

/// A second reader of a file that is being read.
struct SecondReader: ByteSource {
    fileprivate let source: FileSource
    private var offset: Int64 = 0

    fileprivate init(source: FileSource) { self.source = source }

    mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
        offset += Int64(try source.read(into: &buffer, at: offset))
    }
}
