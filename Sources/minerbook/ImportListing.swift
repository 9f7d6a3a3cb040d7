import Bookkeeping
import Reporting

/// The history of imports, one row per file, the first import first.
enum ImportListing {
    static func document(_ imports: [ImportRecord]) -> Document {
        Listing.list(
            "imports", "Imports",
            [
                Column("import", "Import", .number), Column("recorded", "Recorded", .text),
                Column("version", "Version", .text, audience: .programs),
                Column("file", "File", .text), Column("kind", "Kind", .text),
                Column("inserted", "Inserted", .number),
                Column("unchanged", "Unchanged", .number),
                Column("restated", "Restated", .number),
                Column("corrected", "Corrected", .number),
                Column("undone", "Undone", .text),
                Column("sha256", "SHA-256", .text, audience: .programs),
            ],
            imports.flatMap { record in
                record.files.map { file in
                    [
                        .count(record.number), .text("\(record.recorded)"), .text(record.version),
                        .text(file.name), .text(file.kind.rawValue), .count(file.tally.inserted),
                        .count(file.tally.unchanged), .count(file.tally.restated),
                        .count(file.tally.corrected),
                        .text(orMissing: record.undone?.description), .text(file.sha256),
                    ]
                }
            })
    }
}
