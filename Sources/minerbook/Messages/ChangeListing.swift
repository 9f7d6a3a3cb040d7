import Bookkeeping
import Mining
import Reporting

/// The table that `import --dry-run` prints: the figures that the import would add or change.
enum ChangeListing {
    /// `changes` are the changes to list; `total` is the number of all changes.
    static func document(_ changes: [Change], total: Int) -> Document {
        var document = Listing.list(
            "changes", "Changes",
            [
                .init("change", "Change", .text) {
                    .text($0.kind.word)
                },
                .init("subject", "Subject", .text) { .text($0.new.subject) },
                .init("metric", "Metric", .text) { .text($0.new.metric.code) },
                .init("period", "Period", .text) { .text("\($0.new.period)") },
                .init("old", "Old", .text, isReadWhole: true) {
                    .text(orMissing: $0.old?.summary(beside: $0.new))
                },
                .init("new", "New", .text, isReadWhole: true) {
                    .text($0.new.summary(beside: $0.old))
                },
                .init("published_on", "Published", .date) {
                    .date(orMissing: $0.new.publishedOn)
                },
                .init("source", "Source", .text, isReadWhole: true) {
                    .text(orMissing: $0.new.source)
                },
                .init("place", "File and line", .text) {
                    .text(orMissing: $0.new.origin.map { "\($0.file):\($0.line)" })
                },
            ], changes)
        if changes.count < total {
            document.notes.append(
                "The table lists \(changes.count) of \(total) changes: at most \(ImportSession.listLimit), "
                    + "and only those of figures.")
        }
        return document
    }
}

extension Observation {
    /// The value as published, with status and note if they differ from those of `other`.
    fileprivate func summary(beside other: Observation?) -> String {
        guard let other else { return "\(value)" }
        return "\(value)" + (status == other.status ? "" : ", \(status.name)")
            + (note == other.note ? "" : " (\(note ?? "without a note"))")
    }
}

extension Change.Kind {
    fileprivate var word: String {
        switch self {
        case .restated: "restated"
        case .conflicting: "conflicting"
        case .corrected: "corrected"
        case .inserted: "inserted"
        }
    }
}
