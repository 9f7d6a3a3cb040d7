import CFiles
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of `PendingFiles` that is being written.
///
/// Links are followed, and a file that is replaced keeps its mode, owner and access control list. A
/// device, a pipe or an entry of `/proc` is written to as it is. A file that this process may write
/// but not replace (its folder is read-only, its owner is another user, it is mounted by itself) is
/// overwritten in place once its content is complete.
package final class PendingFile {
    private enum Way {
        /// The descriptor is the place itself.
        case direct(FileDescriptor)
        /// A file of this name in the same folder; the descriptor is open until it is complete.
        case beside(part: FilePath, FileDescriptor?)
        /// The descriptor is a temporary file elsewhere, whose content is to be copied.
        case overwriting(FileDescriptor)
        /// The content is in its place.
        case placed
    }

    /// As the caller named it, for messages.
    let path: String
    let place: FilePlace
    private var way: Way

    /// Opens the file for writing; the place itself is not changed yet. `names` returns the names
    /// of unfinished files in a folder. `refusal` gets the first bytes of a file and says why it
    /// must not be replaced; nil if it may be.
    ///
    /// - Throws: `FileError`, if there is no place for such a file or it may not be written.
    init(
        for path: String, names: (FilePath) throws(Errno) -> PartNames,
        refusal: ([UInt8]) -> String?
    ) throws(FileError) {
        self.path = path
        do {
            place = try FilePlace(path)
            way = try Self.way(to: place, path, names, refusal)
        } catch {
            throw error as? FileError ?? FileError(.create, path, error as? Errno ?? .ioError)
        }
    }

    deinit { discard() }

    /// - Throws: `FileError`.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        guard let descriptor = openDescriptor else { return }
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw writeError(error as? Errno ?? .ioError)
        }
    }

    /// Call this when all content is written. It closes a file beside its place, so that a command
    /// can write more files than a process may have open.
    package func complete() {
        guard let descriptor = openDescriptor else { return }
        cfiles_start_writing(descriptor.rawValue)
        if case .beside(let part, _) = way {
            try? descriptor.close()
            way = .beside(part: part, nil)
        }
    }

    /// Returns once its content is on the disk.
    ///
    /// - Throws: `FileError`.
    func sync() throws(FileError) {
        do throws(Errno) {
            try withContent { (descriptor) throws(Errno) in try descriptor.sync() }
        } catch {
            throw writeError(error)
        }
    }

    // MARK: Placing

    /// Its name until it is renamed into its place; nil if it cannot or need not be renamed.
    var part: FilePath? {
        if case .beside(let part, _) = way { part } else { nil }
    }

    var mustOverwrite: Bool {
        if case .overwriting = way { true } else { false }
    }

    var isDirect: Bool {
        if case .direct = way { true } else { false }
    }

    /// Overwrites the file at the place with the content of this one.
    ///
    /// - Throws: `FileError`; the file is as it was.
    func overwrite() throws(FileError) -> Overwrite {
        let overwrite = try Overwrite(place.path, named: path)
        do throws(Errno) {
            try withContent { (descriptor) throws(Errno) in try overwrite.write(descriptor) }
        } catch {
            let error = FileError(.write, path, error)
            throw overwrite.restore().map(error.adding) ?? error
        }
        discard()
        return overwrite
    }

    /// It has been renamed into its place.
    func wasMoved() { way = .placed }

    // MARK: Opening

    private static func way(
        to place: FilePlace, _ path: String, _ names: (FilePath) throws(Errno) -> PartNames,
        _ refusal: ([UInt8]) -> String?
    ) throws -> Way {
        switch place.content {
        case .folder: throw Errno.isDirectory
        case .unavailable(let reason): throw FileError(.create, path, reason)
        case .special: return .direct(try openFile(place.path, O_WRONLY))
        case .descriptor(let number):
            if let reason = (try? place.firstBytes(16)).flatMap(refusal) {
                throw FileError(.create, path, reason)
            }
            return .direct(try duplicate(number))
        case .nothing:
            let part = try names(place.folder).create(mode: 0o666)
            return .beside(part: part.path, part.descriptor)
        case .file:
            let old = try openOld(place, path, refusal)
            defer { try? old.close() }
            return try replacement(of: old, in: place.folder, names)
        }
    }

    private static func duplicate(_ number: Int32) throws(Errno) -> FileDescriptor {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw Errno(rawValue: errno) }
        return FileDescriptor(rawValue: copy)
    }

    /// The file that is to be replaced, open for reading.
    private static func openOld(
        _ place: FilePlace, _ path: String, _ refusal: ([UInt8]) -> String?
    ) throws -> FileDescriptor {
        var status = stat()
        let isThere = place.path.withPlatformString { stat($0, &status) } == 0
        let isWritable = place.path.withPlatformString { faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) }
        guard isThere, status.st_mode & 0o222 != 0, isWritable == 0 else {
            throw FileError(.create, path, "it is read-only")
        }
        let old: FileDescriptor
        do throws(Errno) {
            old = try openFile(place.path, O_RDONLY | O_NONBLOCK)
        } catch {
            throw FileError(
                .create, path, "it cannot be read to check what would be lost (\(error))")
        }
        do {
            if let reason = refusal(try old.firstBytes(16)) {
                throw FileError(.create, path, reason)
            }
            return old
        } catch {
            try? old.close()
            throw error
        }
    }

    /// A new file beside `old` with the same mode, owner and access control list; a temporary file
    /// if that is not possible.
    private static func replacement(
        of old: FileDescriptor, in folder: FilePath,
        _ names: (FilePath) throws(Errno) -> PartNames
    ) throws -> Way {
        do {
            let part = try names(folder).create(mode: 0o600)
            if copyAttributes(of: old.rawValue, to: part.descriptor.rawValue) {
                return .beside(part: part.path, part.descriptor)
            }
            _ = part.path.withPlatformString { unlink($0) }
            try? part.descriptor.close()
        } catch Errno.permissionDenied, Errno.notPermitted, Errno.readOnlyFileSystem {
            // The folder does not take a new file.
        }
        return .overwriting(try .scratchFile())
    }

    private static func copyAttributes(of old: Int32, to new: Int32) -> Bool {
        var (wanted, made) = (stat(), stat())
        guard fstat(old, &wanted) == 0, fstat(new, &made) == 0 else { return false }
        let isOwner = made.st_uid == wanted.st_uid && made.st_gid == wanted.st_gid
        return (isOwner || fchown(new, wanted.st_uid, wanted.st_gid) == 0)
            && cfiles_copy_acl(old, new) == 0 && fchmod(new, wanted.st_mode & 0o7777) == 0
    }

    // MARK: Content

    private var openDescriptor: FileDescriptor? {
        switch way {
        case .direct(let descriptor), .overwriting(let descriptor): descriptor
        case .beside(_, let descriptor): descriptor
        case .placed: nil
        }
    }

    /// Why the content could not be written. A temporary file elsewhere has a disk of its own.
    private func writeError(_ cause: Errno) -> FileError {
        mustOverwrite ? ScratchFile.error(.write, cause) : FileError(.write, path, cause)
    }

    private func withContent(_ body: (FileDescriptor) throws(Errno) -> Void) throws(Errno) {
        if let descriptor = openDescriptor { return try body(descriptor) }
        guard let part else { return }
        let descriptor = try openFile(part, O_RDONLY)
        defer { try? descriptor.close() }
        try body(descriptor)
    }

    private func discard() {
        if let part { _ = part.withPlatformString { unlink($0) } }
        if let descriptor = openDescriptor { try? descriptor.close() }
        way = .placed
    }
}
