import Bookkeeping
import Mining
import Reporting

/// What an import would change of figures that the book has: `import --dry-run`.
enum ChangeListing {
    /// `changes` are the first of `total`.
    static func document(_ changes: [Change], total: Int) -> Document {
        var document = Listing.list(
            "changes", "Changes",
            [
                Column("change", "Change", .text), Column("subject", "Subject", .text),
                Column("metric", "Metric", .text), Column("period", "Period", .text),
                Column("old", "Old", .text), Column("new", "New", .text),
                Column("published_on", "Published", .date), Column("source", "Source", .text),
                Column("place", "At", .text),
            ],
            changes.map { change in
                let (old, new) = (change.old, change.new)
                return [
                    .text(change.kind == .restated ? "restated" : "corrected"),
                    .text(new.subject), .text(new.metric.code), .text("\(new.period)"),
                    .text(old.summary(beside: new)), .text(new.summary(beside: old)),
                    new.publishedOn.map(Cell.date) ?? .missing, .text(orMissing: new.source),
                    .text(orMissing: new.origin.map { "\($0.file):\($0.line)" }),
                ]
            })
        if changes.count < total {
            document.notes.append(
                "\(changes.count) of \(total) changes are listed: those of figures, and of them "
                    + "the first \(ImportSession.listLimit).")
        }
        return document
    }
}

extension Observation {
    /// The value as printed, with the status and note where those of `other` differ.
    fileprivate func summary(beside other: Observation) -> String {
        "\(value)" + (status == other.status ? "" : ", \(status.name)")
            + (note == other.note ? "" : " (\(note ?? "without a note"))")
    }
}
