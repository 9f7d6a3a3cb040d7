import Bookkeeping
import Exporting
import Files
import LakeViews
import Mining

/// Writes a book as a lake for other engines: compressed CSV files by metric, year and import, a
/// manifest, and views. All is of one moment. docs/lake.md describes the files.
///
/// Files with the same content stay, so an export after an import writes what that import changed.
package struct ExportLake<Source: BookHistory> {
    private let book: Source
    /// The version of the program.
    private let program: String

    package init(_ book: Source, program: String) {
        self.book = book
        self.program = program
    }

    /// Writes to the folder, which is made if it does not exist. `refusal` says why a file must not
    /// be replaced.
    ///
    /// - Throws: `BookError`; `FileError`; `ApplicationError` if the folder is of something else or
    ///   in use. The lake is as it was, unless a `FileError` is of step `.sync`.
    package func write(
        to path: String, refusal: @escaping PendingFiles.Refusal
    ) throws -> LakeSummary {
        let folder = try LakeFolder(path, refusal: refusal)
        do {
            let manifest = try book.snapshot(failure: \.self) { try writeFiles(to: folder) }
            for script in viewScripts {
                try folder.put(Array(script.text.utf8), at: script.name)
            }
            try folder.put(Array(manifest.json.utf8), at: LakeLayout.manifest)
            try folder.place()
            let (removed, failed) = try folder.removeFiles(except: manifest.paths)
            return LakeSummary(
                new: folder.counts.new, unchanged: folder.counts.unchanged, removed: removed,
                notRemoved: failed)
        } catch {
            folder.abandon()
            throw error
        }
    }

    /// Writes the data files, and returns the manifest that names them.
    private func writeFiles(to folder: LakeFolder) throws -> LakeManifest {
        let imports = try book.imports()
        var writer = try LakeWriter(folder)
        let counts = try writer.writeObservations(of: book, imports)
        try writer.writeRegisters(of: book, imports)
        try writer.writeCatalogues(imports)
        return LakeManifest(
            program: program, snapshots: counts.snapshots(of: imports), files: writer.files)
    }
}

/// What an export of a lake did with its files.
package struct LakeSummary: Sendable {
    package var new: Int
    package var unchanged: Int
    /// Files of older states of the book.
    package var removed: Int
    /// Files of older states that could not be removed. The manifest does not name them.
    package var notRemoved: Int
}
