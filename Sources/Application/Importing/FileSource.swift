import CSV
import Files
import SystemPackage

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
    /// Where the bytes are.
    private enum Content {
        case file(FileDescriptor)
        case memory([UInt8])
    }

    /// As messages call it.
    package let name: String
    private let content: Content
    /// Where the next read begins.
    private var offset: Int64 = 0
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
            content = .file(unpacked ?? file)
        } catch Errno.isDirectory {
            throw InputError(.open, "cannot read \(name): it is a folder; name its files")
        } catch Errno.noSuchFileOrDirectory where Self.isWebAddress(path) {
            throw InputError(
                .open,
                "cannot open \(name): it is a web address; download the file first, such as with "
                    + "curl --location --output FILE ADDRESS")
        } catch is DeviceError {
            throw InputError(.open, "cannot read \(name): it is a device; name a file")
        } catch let failure as GzipFile.Failure {
            throw InputError(.content, "cannot read \(name): \(failure)")
        } catch let failure as FileError {
            throw InputError(.copy(failure.step), "cannot keep a copy of \(name): \(failure)")
        } catch {
            throw InputError(.open, "cannot open \(name): \(error)")
        }
    }

    /// Bytes that are in memory, under a name for messages. They are a text, and need no temporary file.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        content = .memory(bytes)
    }

    deinit {
        if let descriptor { try? descriptor.close() }
    }

    /// The open file; nil if the bytes are in memory. It is open while this source exists.
    var descriptor: FileDescriptor? {
        if case .file(let descriptor) = content { descriptor } else { nil }
    }

    package func read(into buffer: inout OutputSpan<UInt8>) throws {
        do {
            try buffer.withUnsafeMutableBufferPointer { bytes, count in
                let free = UnsafeMutableRawBufferPointer(
                    UnsafeMutableBufferPointer(rebasing: bytes[count...]))
                let found = try read(at: offset, into: free)
                digest.update(UnsafeRawBufferPointer(rebasing: free[..<found]))
                offset += Int64(found)
                count += found
            }
        } catch {
            throw InputError(.read, "cannot read \(name): \(error)")
        }
    }

    /// Reads what is at `offset`, and returns the number of bytes.
    private func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        switch content {
        case .file(let descriptor):
            return try descriptor.read(fromAbsoluteOffset: offset, into: buffer)
        case .memory(let bytes):
            let found = bytes[min(Int(offset), bytes.count)...].prefix(buffer.count)
            buffer.copyBytes(from: found)
            return found.count
        }
    }

    /// A second reader of the file from its start, which leaves the first where it is.
    func again() -> SecondReader { SecondReader(source: self) }

    /// Reads at `offset`, and returns the number of bytes.
    fileprivate func read(into buffer: inout OutputSpan<UInt8>, at offset: Int64) throws -> Int {
        do {
            return try buffer.withUnsafeMutableBufferPointer { bytes, count in
                let found = try read(
                    at: offset,
                    into: UnsafeMutableRawBufferPointer(
                        UnsafeMutableBufferPointer(rebasing: bytes[count...])))
                count += found
                return found
            }
        } catch {
            throw InputError(.read, "cannot read \(name) a second time: \(error)")
        }
    }

    /// Everything that is left of it; an error if that is more than `limit` bytes. `remedy` says what to
    /// do then.
    package func bytes(atMost limit: Int, remedy: String) throws(InputError) -> [UInt8] {
        let tooLong = InputError(
            .content, "cannot read \(name): it has more than \(limit) bytes; \(remedy)")
        guard size <= limit else { throw tooLong }
        var bytes: [UInt8] = []
        // One byte more than the file has, because only a read that returns nothing is the end.
        bytes.reserveCapacity(size + 1)
        var count = -1
        while bytes.count > count {
            count = bytes.count
            guard count <= limit else { throw tooLong }
            do {
                let free = bytes.capacity - count
                try bytes.append(addingCapacity: free > 0 ? free : 64 << 10) {
                    try read(into: &$0)
                }
            } catch {
                throw error as? InputError ?? InputError(.read, "cannot read \(name): \(error)")
            }
        }
        return bytes
    }

    /// The number of its bytes; 0 if that is not known.
    private var size: Int {
        switch content {
        case .memory(let bytes): return bytes.count
        case .file(let descriptor):
            var status = stat()
            return fstat(descriptor.rawValue, &status) == 0 ? Int(status.st_size) : 0
        }
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
            try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
                while true {
                    let count = try read(at: offset, into: buffer)
                    if count == 0 { return }
                    offset += Int64(count)
                    digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                }
            }
        } catch {
            throw InputError(.read, "cannot read \(name): \(error)")
        }
    }

    /// The SHA-256 of what was read since the start, in hexadecimal digits.
    var sha256: String { digest.hex }

    /// Goes back to the start.
    func rewind() {
        offset = 0
        digest = SHA256()
    }

    /// Whether `path` begins as the address of a page does.
    private static func isWebAddress(_ path: String) -> Bool {
        ["http://", "https://", "ftp://"].contains { path.lowercased().hasPrefix($0) }
    }

    /// The descriptor itself if it is a regular file, else a scratch file with what comes from it.
    ///
    /// - Throws: `Errno`, `FileError`.
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
        guard !isDevice(source) else {
            // A device such as /dev/zero would fill the disk; /dev/null is an empty file.
            try source.readPieces(upTo: 1) { _ in throw DeviceError() }
            return copy
        }
        try source.readPieces(upTo: limit) { try ScratchFile.write($0, to: copy) }
        return copy
    }

    /// Whether it is a device that is no terminal.
    private static func isDevice(_ source: FileDescriptor) -> Bool {
        var status = stat()
        guard fstat(source.rawValue, &status) == 0 else { return false }
        switch status.st_mode & S_IFMT {
        case S_IFBLK: return true
        case S_IFCHR: return isatty(source.rawValue) == 0
        default: return false
        }
    }

    /// The file is a device with bytes.
    private struct DeviceError: Error {}
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
