import Exporting
import Files
import LakeViews
import SystemPackage

/// The folder of a lake while an export writes to it.
///
/// Data files are never changed: other content has another name. New files are moved into place
/// together, the manifest last, and then the files that it does not name are removed. So the
/// manifest names complete files of one moment, whenever the export is interrupted.
final class LakeFolder {
    private let path: FilePath
    private let lock: FolderLock
    private var pending: PendingFiles
    /// The folders that were made, a folder before what is in it.
    private var made: [NewFolder]
    private var known: Set<String> = []
    /// How many files were written, and how many were there already.
    private(set) var counts = (new: 0, unchanged: 0)

    /// Opens the folder, which is made if it does not exist.
    ///
    /// - Throws: `FileError`; `ApplicationError` if another export is writing to it, or if it has
    ///   other files and no manifest. Nothing is changed then.
    init(_ path: String, refusal: @escaping PendingFiles.Refusal) throws {
        self.path = FilePath(path)
        let folder = try NewFolder(path)
        made = [folder]
        // Even a folder that was just made is not removed here: the export that has locked it
        // writes to it.
        guard let lock = try FolderLock(self.path) else {
            throw ApplicationError.lakeInUse(folder: path)
        }
        self.lock = lock
        pending = PendingFiles(in: self.path, refusal: refusal)
        do {
            try refuseOtherFiles()
        } catch {
            folder.remove()
            throw error
        }
    }

    /// Refuses a folder that is not one of a lake: writing to it would mix two kinds of files.
    /// Hidden files are nobody's data.
    private func refuseOtherFiles() throws {
        let tree = try FolderTree(path, entering: LakeLayout.isFolder)
        if tree.files.contains(LakeLayout.manifest) {
            switch LakeManifest.version(of: try start(of: LakeLayout.manifest)) {
            case nil:
                throw ApplicationError.notALake(
                    folder: path.string, file: LakeLayout.manifest)
            case LakeManifest.version: return
            default: throw ApplicationError.otherLake(folder: path.string)
            }
        }
        let others =
            try tree.files.filter { try !isOurs($0) }
            + tree.folders.filter { !LakeLayout.isFolder($0) && !isHidden($0) }
        if let first = others.min() {
            throw ApplicationError.notALake(folder: path.string, file: first)
        }
    }

    /// Whether an export that was interrupted may have left this file.
    private func isOurs(_ file: String) throws -> Bool {
        if isHidden(file) || LakeLayout.isDataFile(file) { return true }
        return try viewScripts.contains { $0.name == file }
            && start(of: file).hasPrefix(ViewScript.start)
    }

    private func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").last?.hasPrefix(".") ?? false
    }

    private func start(of file: String) throws -> String {
        let path = path.appending(file)
        do {
            return String(decoding: try FilePlace(path.string).firstBytes(64), as: UTF8.self)
        } catch {
            throw ApplicationError.notALake(folder: self.path.string, file: file)
        }
    }

    /// Adds a file with this content unless it is there already. `file` is its path from the
    /// folder.
    ///
    /// - Throws: `FileError`.
    func put(_ bytes: [UInt8], at file: String) throws {
        let path = path.appending(file).string
        if Self.isFile(path, with: bytes) {
            counts.unchanged += 1
            return
        }
        try makeFolders(of: file)
        try OutputFile.add(path, to: pending) { try $0(bytes) }
        counts.new += 1
    }

    /// A file that cannot be read has other content.
    private static func isFile(_ path: String, with bytes: [UInt8]) -> Bool {
        guard let place = try? FilePlace(path), place.content == .file else { return false }
        return (try? place.firstBytes(bytes.count + 1)) == bytes
    }

    private func makeFolders(of file: String) throws {
        var folder = ""
        for part in file.split(separator: "/").dropLast() {
            folder += folder.isEmpty ? part : "/\(part)"
            if known.insert(folder).inserted {
                made.append(try NewFolder(path.appending(folder).string))
            }
        }
    }

    /// Puts everything into place. Files are in the order in which they were added, so the manifest
    /// has to be the last one.
    ///
    /// - Throws: `FileError`; the lake is as it was, unless its step is `.sync`.
    func place() throws {
        try pending.finish()
        try pending.place()
        for folder in made { try folder.finish() }
        made = []
    }

    /// Removes the data files that the manifest does not name, and returns how many, and how many
    /// more could not be removed. A file that is not compressed is not one of a lake, whatever its
    /// name is, and stays.
    ///
    /// - Throws: `FileError`, if a folder cannot be read.
    func removeFiles(except named: Set<String>) throws -> (removed: Int, failed: Int) {
        let tree = try FolderTree(path, entering: LakeLayout.isFolder)
        var counts = (removed: 0, failed: 0)
        for file in tree.files
        where LakeLayout.isDataFile(file) && !named.contains(file) && isCompressed(file) {
            if tree.remove(file) { counts.removed += 1 } else { counts.failed += 1 }
        }
        return counts
    }

    /// Whether a file begins as every gzip file does.
    private func isCompressed(_ file: String) -> Bool {
        let place = try? FilePlace(path.appending(file).string)
        return (try? place?.firstBytes(2)) == [0x1F, 0x8B]
    }

    /// Removes the unfinished files and the folders that were made, as far as they are empty: to be
    /// called if the export fails.
    func abandon() {
        pending = PendingFiles()
        for folder in made.reversed() { folder.remove() }
        made = []
    }
}
