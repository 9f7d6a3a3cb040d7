import Bookkeeping
import Exporting
import Files
import Mining

/// Writes a book as CSV or JSON that import reads back, all of one moment.
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

    /// Writes all rows of a kind, piece by piece, so that a book of any size fits into memory.
    private func write<Thrown: Error>(
        _ kind: FileKind, to write: ([UInt8]) throws(Thrown) -> Void
    ) throws {
        var sheet = ExportFile(kind, as: format)
        switch kind {
        case .companies: for company in try book.companies() { sheet.append(company) }
        case .aliases: for alias in try book.aliases() { sheet.append(alias) }
        case .shareBasis: for basis in try book.shareBasis() { sheet.append(basis) }
        case .groups: for membership in try book.allMemberships() { sheet.append(membership) }
        case .claims: for claim in try book.allClaims() { sheet.append(claim) }
        case .observations:
            let walk = try book.everyObservation()
            var batch = ObservationBatch()
            while try walk.next(into: &batch) {
                sheet.append(batch)
                try sheet.drain(to: write)
            }
        }
        sheet.end()
        try sheet.drain(to: write)
    }
}
