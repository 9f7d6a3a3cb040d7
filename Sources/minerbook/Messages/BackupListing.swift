import Bookkeeping
import Reporting

/// The copies that are beside a book, by name.
enum BackupListing {
    static func document(_ backups: [BookBackup]) -> Document {
        Listing.list(
            "backups", "Copies beside the book",
            [
                .init("file", "File", .text) { .text($0.path) },
                .init("schema", "Schema", .number) { .count($0.version) },
                .init("imports", "Imports", .number) { .count($0.imports) },
                .init("last_import", "Last import", .text) {
                    .text(orMissing: $0.last?.description)
                },
            ], backups)
    }
}
