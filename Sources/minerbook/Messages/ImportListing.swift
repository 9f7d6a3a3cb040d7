import Bookkeeping
import Reporting

/// The history of imports, one row per file, the first import first.
enum ImportListing {
    static func document(_ imports: [ImportRecord]) -> Document {
        Listing.list(
            "imports", "Imports",
            [
                .init("import", "Import", .number) { .count($0.record.number) },
                .init("recorded", "Recorded", .text) { .text("\($0.record.recorded)") },
                .init("version", "Version", .text, audience: .programs) {
                    .text($0.record.version)
                },
                .init("file", "File", .text) { .text($0.file.name) },
                .init("kind", "Kind", .text) { .text($0.file.kind.rawValue) },
                .init("inserted", "Inserted", .number) { .count($0.file.rowCounts.inserted) },
                .init("unchanged", "Unchanged", .number) { .count($0.file.rowCounts.unchanged) },
                .init("restated", "Restated", .number) { .count($0.file.rowCounts.restated) },
                .init("corrected", "Corrected", .number) { .count($0.file.rowCounts.corrected) },
                .init("undone", "Undone", .text) {
                    .text(orMissing: $0.record.undone?.description)
                },
                .init("sha256", "SHA-256", .text, audience: .programs) { .text($0.file.sha256) },
            ],
            imports.flatMap { record in record.files.map { file in (record: record, file: file) } })
    }
}
