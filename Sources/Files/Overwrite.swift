import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Replaces the content of a file in place, and keeps a copy of the old content to restore it.
///
/// The copy is a temporary file. It is removed when it is no longer needed, so it survives if the
/// process is killed before that.
struct Overwrite {
    private let target: FileDescriptor
    private let copy: (descriptor: FileDescriptor, path: FilePath)
    private let oldSize: Int64

    /// Copies the content of the file at `place`, named `path` in errors.
    ///
    /// - Throws: `FileError`; the file is as it was.
    init(_ place: FilePath, named path: String) throws(FileError) {
        do throws(Errno) {
            target = try openFile(place, O_RDWR)
        } catch {
            throw FileError(.create, path, error)
        }
        do throws(FileError) {
            copy = try ScratchFile.named()
        } catch {
            try? target.close()
            throw error
        }
        do throws(Errno) {
            oldSize = try copy.descriptor.copy(target, from: 0, at: 0)
            try copy.descriptor.sync()
        } catch {
            Self.discard(target, copy)
            throw ScratchFile.error(.write, error)
        }
    }

    /// Replaces the content by that of `source`, and returns once it is on the disk.
    ///
    /// - Throws: `Errno`; the content may be anything until `restore` is called.
    func write(_ source: FileDescriptor) throws(Errno) {
        // What makes the file longer comes first: if the disk is full, nothing old is lost yet.
        let end = try target.copy(source, from: oldSize, at: oldSize)
        let size = try target.copy(source, from: 0, at: 0, until: oldSize)
        try target.resize(to: size < oldSize ? size : end)
        try target.sync()
    }

    /// Puts the old content back. If that fails, returns a remark that says where the copy is.
    func restore() -> String? {
        do throws(Errno) {
            _ = try target.copy(copy.descriptor, from: 0, at: 0)
            try target.resize(to: oldSize)
            try target.sync()
        } catch {
            try? target.close()
            try? copy.descriptor.close()
            return "its old content could not be restored (\(error)) and is in \(copy.path)"
        }
        discard()
        return nil
    }

    /// Removes the copy.
    func discard() { Self.discard(target, copy) }

    private static func discard(
        _ target: FileDescriptor, _ copy: (descriptor: FileDescriptor, path: FilePath)
    ) {
        _ = copy.path.withPlatformString { unlink($0) }
        try? copy.descriptor.close()
        try? target.close()
    }
}

extension FileDescriptor {
    /// Copies the bytes of `source` from `start` to `end`, or to its end, to `offset` in this file.
    /// Returns the offset after the last copied byte.
    fileprivate func copy(
        _ source: FileDescriptor, from start: Int64, at offset: Int64, until end: Int64 = .max
    ) throws(Errno) -> Int64 {
        var position = start
        do {
            try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
                while position < end {
                    let wanted = buffer[..<Int(min(Int64(buffer.count), end - position))]
                    let count = try source.read(
                        fromAbsoluteOffset: position, into: .init(rebasing: wanted))
                    if count == 0 { break }
                    try writeAll(toAbsoluteOffset: offset + position - start, buffer[..<count])
                    position += Int64(count)
                }
            }
        } catch {
            throw error as? Errno ?? .ioError
        }
        return offset + position - start
    }

    fileprivate func resize(to size: Int64) throws(Errno) {
        while ftruncate(rawValue, off_t(size)) != 0 {
            guard errno == EINTR else { throw Errno(rawValue: errno) }
        }
    }
}
