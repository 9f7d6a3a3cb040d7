import SystemPackage

/// Files that are written beside their places and moved there together once they are complete, so
/// that a reader, a crash or a power loss finds the old content or the new one.
///
/// ```swift
/// let files = PendingFiles()
/// let file = try files.add("report.html")
/// try file.write(bytes)
/// file.complete()
/// try files.finish()     // the bytes are on the disk
/// try files.place()      // and now they are report.html
/// ```
///
/// `PartNames` describes their names until then. The next command that writes to the folder removes
/// what a killed process left there.
package final class PendingFiles {
    /// Says by the first 16 bytes of a file why it must not be replaced; nil if it may be.
    package typealias Refusal = (_ firstBytes: [UInt8]) -> String?

    private let refusal: Refusal
    /// Where unfinished files are; nil for beside their places.
    private let folder: FilePath?
    private var files: [PendingFile] = []
    private var names: [FilePath: PartNames] = [:]

    /// No files yet. Unfinished ones are in `folder`, which is for files in more folders than a process
    /// may have locks open; it has to be on the same file system. Without it they are beside their places.
    package init(in folder: FilePath? = nil, refusal: @escaping Refusal = { _ in nil }) {
        self.refusal = refusal
        self.folder = folder
    }

    deinit {
        // The lock files go last.
        files = []
    }

    /// Opens one more file for writing; its place is not changed yet.
    ///
    /// - Throws: `FileError`, if there is no place for such a file or it may not be written.
    package func add(_ path: String) throws(FileError) -> PendingFile {
        let file = try PendingFile(for: path, names: names(in:), refusal: refusal)
        add(file)
        return file
    }

    func add(_ file: PendingFile) { files.append(file) }

    /// Returns once everything written to the files is on the disk. Many at once take less time
    /// than one after the other.
    ///
    /// - Throws: `FileError`.
    package func finish() throws(FileError) {
        for file in files { file.complete() }
        for file in files { try file.sync() }
    }

    /// Puts the finished files into their places: all of them, or none if one cannot be.
    ///
    /// Some files are new and others old, each of them complete, in two cases: after a power loss
    /// between two renames, or if this process and the child that renames are killed at the same
    /// time, as when a container is stopped. A file that is overwritten in place may then be half
    /// written. On a file system without hard links, such as FAT, a replaced file cannot be
    /// restored if a later one fails; the error says so.
    ///
    /// - Throws: `FileError`. Every place is as it was, unless its step is `.sync` or its reason
    ///   says otherwise.
    package func place() throws(FileError) {
        var overwritten: [Overwrite] = []
        do throws(FileError) {
            // Overwriting comes first, because it may still fail if the disk is full.
            for file in files where file.mustOverwrite { overwritten.append(try file.overwrite()) }
            try rename(&overwritten)
        } catch {
            var error = error
            for remark in overwritten.reversed().compactMap({ $0.restore() }) {
                error = error.adding(remark)
            }
            throw error
        }
        for overwrite in overwritten { overwrite.discard() }
        var folders = Set(files.filter { !$0.isDirect }.map(\.place.folder))
        if let folder { folders.insert(folder) }
        let onlyPath = files.count == 1 ? files[0].path : nil
        files = []
        names = [:]
        for folder in folders {
            PartNames.removeLeftovers(in: folder)
            do throws(Errno) {
                try syncFolder(folder)
            } catch {
                throw FileError(.sync, onlyPath ?? folder.string, error)
            }
        }
    }

    /// Renames the files into their places. A file that cannot be replaced, such as a mounted one,
    /// is overwritten instead.
    private func rename(_ overwritten: inout [Overwrite]) throws(FileError) {
        while true {
            let parts = files.compactMap { file in file.part.map { (file, $0) } }
            let moves = Moves(parts.map { file, part in (part, file.place) })
            guard let failure = moves.carryOut() else {
                moves.removeOld()
                for (file, _) in parts { file.wasMoved() }
                return
            }
            let file = parts[failure.index].0
            let error = FileError(.create, file.path, failure.error)
            guard failure.isUndone else {
                let remark = "other files of this command are replaced already"
                throw error.adding(moves.remark.map { "\(remark); \($0)" } ?? remark)
            }
            moves.removeOld()
            guard file.place.content == .file,
                [.resourceBusy, .improperLink, .notPermitted].contains(failure.error)
            else { throw error }
            overwritten.append(try file.overwrite())
        }
    }

    private func names(in place: FilePath) throws(Errno) -> PartNames {
        let folder = self.folder ?? place
        if let names = names[folder] { return names }
        let new = try PartNames(in: folder)
        names[folder] = new
        return new
    }
}
