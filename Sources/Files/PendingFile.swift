import CFiles
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is written beside its place and moved there once it is complete, so that a reader,
/// a crash or a power loss finds the old content or the new one.
///
/// ```swift
/// let file = try PendingFile(for: "report.html")
/// try file.write(bytes)
/// try PendingFile.finish([file])     // the bytes are on the disk
/// try PendingFile.place([file])      // and now they are report.html
/// ```
///
/// Links are followed, and a file that is replaced keeps its mode and owner. A device, a pipe or an
/// entry of `/proc` is written to as it is. A file that this process may write but not replace (its
/// folder is read-only, its owner is another user, it is mounted by itself) is complete in a scratch
/// file first, and then overwritten in place.
///
/// Until it is placed the file is called `.minerbook-….part`. What a killed process leaves under
/// such a name is removed by the next one that writes to the folder.
package final class PendingFile {
    private enum Way {
        /// The descriptor is the place itself.
        case direct
        /// The descriptor is a file of this name in the same folder.
        case beside(part: String)
        /// The descriptor is a scratch file, whose content is to be copied.
        case overwriting
        /// It was beside its place, and is now in it.
        case placed
    }

    /// As the caller named it, for messages.
    package let path: String
    private let place: FilePlace
    private let descriptor: FileDescriptor
    private var way: Way

    /// Opens it for writing; the place itself is not changed yet.
    ///
    /// - Throws: `FileError`, where there is no place for such a file or it may not be written.
    package init(for path: String) throws(FileError) {
        self.path = path
        do {
            place = try FilePlace(path)
            switch place.content {
            case .folder: throw Errno.isDirectory
            case .special:
                way = .direct
                descriptor = try Self.openSpecial(place)
            case .nothing:
                (descriptor, way) = try Self.part(in: place.folder, mode: 0o666)
            case .file(let mode, let user, let group):
                guard mode & 0o222 != 0, faccessat(AT_FDCWD, place.path, W_OK, AT_EACCESS) == 0
                else { throw FileError(.create, path, "it is read-only") }
                (descriptor, way) = try Self.replacement(
                    in: place.folder, mode: mode, user: user, group: group)
            }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(.create, path, error as? Errno ?? .ioError)
        }
    }

    deinit { discard() }

    /// - Throws: `FileError`.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw FileError(.write, path, error as? Errno ?? .ioError)
        }
    }

    /// Returns once everything written to the files is on the disk. Many at once take less time
    /// than one after the other.
    ///
    /// - Throws: `FileError`.
    package static func finish(_ files: [PendingFile]) throws(FileError) {
        for file in files { cfiles_start_writing(file.descriptor.rawValue) }
        for file in files {
            do throws(Errno) {
                try file.descriptor.sync()
            } catch {
                throw FileError(.write, file.path, error)
            }
        }
    }

    /// Puts finished files into their places: all of them, or none if one cannot be.
    ///
    /// Only a power loss between two renames leaves some of several files new and the others old;
    /// each is whole all the same.
    ///
    /// - Throws: `FileError`; every place is as it was.
    package static func place(_ files: [PendingFile]) throws(FileError) {
        // First what cannot be renamed, since that may still fail for want of room.
        for file in files { if case .overwriting = file.way { try file.overwrite() } }
        let renamed = files.filter { if case .beside = $0.way { true } else { false } }
        let moves = Moves(
            renamed.map { file in (file.partPath, file.place) }, keepsOld: renamed.count > 1)
        defer { moves.removeOld() }
        if let failure = moves.carryOut() {
            throw FileError(.create, renamed[failure.index].path, failure.error)
        }
        for file in renamed { file.way = .placed }
        for folder in Set(files.compactMap(\.folderToSync)) {
            PartName.removeLeftovers(in: folder)
            do throws(Errno) {
                try syncFolder(folder)
            } catch {
                throw FileError(.write, folder, error)
            }
        }
    }

    // MARK: Opening

    private static func openSpecial(_ place: FilePlace) throws(any Error) -> FileDescriptor {
        if let number = place.ownDescriptor {
            return try FileDescriptor(rawValue: number).duplicate()
        }
        return try .open(FilePath(place.path), .writeOnly)
    }

    /// A file beside the one that it will replace, with its mode and owner; a scratch file where
    /// there can be none.
    private static func replacement(
        in folder: String, mode: mode_t, user: uid_t, group: gid_t
    ) throws(any Error) -> (FileDescriptor, Way) {
        let part: (descriptor: FileDescriptor, way: Way)
        do {
            part = try Self.part(in: folder, mode: 0o600)
        } catch Errno.permissionDenied, Errno.notPermitted, Errno.readOnlyFileSystem {
            return (try .scratchFile(), .overwriting)
        }
        let number = part.descriptor.rawValue
        var status = stat()
        let keepsOwner =
            fstat(number, &status) == 0
            && ((status.st_uid == user && status.st_gid == group)
                || fchown(number, user, group) == 0)
        if keepsOwner, fchmod(number, mode) == 0 { return part }
        if case .beside(let name) = part.way { unlink(name) }
        try part.descriptor.close()
        return (try .scratchFile(), .overwriting)
    }

    private static func part(
        in folder: String, mode: mode_t
    ) throws(any Error) -> (descriptor: FileDescriptor, way: Way) {
        let part = try PartName.create(in: folder, mode: mode)
        return (part.descriptor, .beside(part: part.path))
    }

    // MARK: Placing

    private var partPath: String {
        if case .beside(let part) = way { part } else { place.path }
    }

    private var folderToSync: String? {
        if case .direct = way { nil } else { place.folder }
    }

    private func overwrite() throws(FileError) {
        do {
            let target = try FileDescriptor.open(
                FilePath(place.path), .writeOnly, options: .truncate)
            defer { try? target.close() }
            var offset: Int64 = 0
            try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
                while true {
                    let count = try descriptor.read(fromAbsoluteOffset: offset, into: buffer)
                    if count == 0 { break }
                    try target.writeAll(buffer[..<count])
                    offset += Int64(count)
                }
            }
            try target.sync()
        } catch {
            throw FileError(.write, path, error as? Errno ?? .ioError)
        }
    }

    private func discard() {
        if case .beside(let part) = way { unlink(part) }
        try? descriptor.close()
    }
}
