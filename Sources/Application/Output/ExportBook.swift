import Bookkeeping
import Exporting
import Files
import Mining
import Workbooks

/// Writes a book as CSV, JSON or a workbook that import reads back, all of one moment.
package struct ExportBook<Source: BookCatalogue> {
    private let book: Source
    private let format: ExportFormat

    package init(_ book: Source, as format: ExportFormat = .csv) {
        self.book = book
        self.format = format
    }

    /// Gives one file to `write`, piece by piece: as JSON the whole book, an object with an array
    /// per kind, else the observations, one row per vintage. A slow reader keeps writers of the book
    /// waiting.
    ///
    /// - Throws: `BookError`, and what `write` throws.
    package func writeFile<Thrown: Error>(
        to write: ([UInt8]) throws(Thrown) -> Void
    ) throws {
        try book.snapshot(failure: \.self) {
            guard format == .json else { return try self.write(.observations, to: write) }
            for (index, kind) in FileKind.allCases.enumerated() {
                try write(Array("\(index == 0 ? "{" : ",")\n\"\(kind.rawValue)\": ".utf8))
                try self.write(kind, to: write)
            }
            try write(Array("\n}\n".utf8))
        }
    }

    /// Writes one file per kind to a folder, which is made if it is not there.
    ///
    /// - Throws: `BookError`, `FileError`.
    package func writeFiles(
        to folder: String, refusal: @escaping PendingFiles.Refusal
    ) throws {
        try book.snapshot(failure: \.self) {
            try OutputFile.write(
                to: folder, refusal: refusal,
                FileKind.allCases.map { kind in
                    (
                        kind.fileName(format),
                        { bytes in
                            try write(kind, to: bytes)
                            if format == .json { try bytes(Array("\n".utf8)) }
                        }
                    )
                })
        }
    }

    /// The whole book as a workbook with a sheet per kind.
    ///
    /// - Throws: `BookError`, and `WorkbookLimit` if a sheet cannot hold all rows of a kind.
    package func workbook() throws -> [UInt8] {
        try book.snapshot(failure: \.self) {
            let workbook = WorkbookWriter()
            for kind in FileKind.allCases {
                let layout = SheetWriter.Layout(frozenRows: 1)
                let sheet = workbook.addSheet(kind.rawValue, layout)
                try append(kind, to: ExportFile(kind, to: sheet)) { _ in }
            }
            return try workbook.finish()
        }
    }

    /// Writes all rows of a kind, piece by piece, so that a book of any size fits into memory.
    private func write<Thrown: Error>(
        _ kind: FileKind, to write: ([UInt8]) throws(Thrown) -> Void
    ) throws {
        try append(kind, to: ExportFile(kind, as: format), write)
    }

    private func append<Thrown: Error>(
        _ kind: FileKind, to file: consuming ExportFile,
        _ write: ([UInt8]) throws(Thrown) -> Void
    ) throws {
        switch kind {
        case .companies: for company in try book.companies() { file.append(company) }
        case .aliases: for alias in try book.aliases() { file.append(alias) }
        case .shareBasis: for basis in try book.shareBasis() { file.append(basis) }
        case .groups: for membership in try book.allMemberships() { file.append(membership) }
        case .claims: for claim in try book.allClaims() { file.append(claim) }
        case .observations:
            let walk = try book.everyObservation()
            var batch = ObservationBatch()
            while try walk.next(into: &batch) {
                file.append(batch)
                try file.drain(to: write)
            }
        }
        file.end()
        try file.drain(to: write)
    }
}
