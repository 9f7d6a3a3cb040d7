import Bookkeeping
import Mining
import Reporting

/// The history of imports and retractions, one row per file or retracted figure, the first one first.
enum ImportListing {
    static func document(_ imports: [ImportRecord]) -> Document {
        var columns: [ReportColumn<Row>] = [
            .init("import", "Import", .number) { .count($0.record.number) },
            .init("recorded", "Recorded", .text) { .text("\($0.record.recorded)") },
            .init("version", "Version", .text, audience: .programs) {
                .text($0.record.version)
            },
            .init("file", "File", .text) { .text(orMissing: $0.file?.name) },
            .init("kind", "Kind", .text) { .text($0.file?.kind.rawValue ?? "retraction") },
            .init("inserted", "Inserted", .number) { .count($0.file?.rowCounts.inserted) },
            .init("unchanged", "Unchanged", .number) { .count($0.file?.rowCounts.unchanged) },
            .init("restated", "Restated", .number) { .count($0.file?.rowCounts.restated) },
            .init("corrected", "Corrected", .number) { .count($0.file?.rowCounts.corrected) },
            .init("undone", "Undone", .text) {
                .text(orMissing: $0.record.undone?.description)
            },
            .init("sha256", "SHA-256", .text, audience: .programs) {
                .text(orMissing: $0.file?.sha256)
            },
            .init("retracted", "Retracted", .text) {
                .text(orMissing: $0.retracted?.sentence)
            },
        ]
        // Only a server knows who did it.
        if imports.contains(where: { $0.user != nil }) {
            columns += [
                .init("user", "User", .text) { .text(orMissing: $0.record.user) },
                .init("host", "Host", .text) { .text(orMissing: $0.record.host) },
            ]
        }
        return Listing.list(
            "imports", "Imports", columns,
            imports.flatMap { record in
                record.files.map { Row(record: record, file: $0) }
                    + record.retracted.map { Row(record: record, retracted: $0) }
            })
    }

    private struct Row {
        let record: ImportRecord
        var file: ImportRecord.File?
        var retracted: Observation?
    }
}
