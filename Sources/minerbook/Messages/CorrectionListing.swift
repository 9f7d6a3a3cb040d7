import Bookkeeping
import Mining
import Reporting

/// The table of `show --corrections`: what was corrected, retracted or undone, the first change
/// first.
enum CorrectionListing {
    static func document(_ corrections: [Correction], parameters: [Parameter]) -> Document {
        var document = Listing.list(
            "corrections", "Corrections",
            [
                .init("metric", "Metric", .text) { .text(orMissing: $0.observation?.metric.code) },
                .init("period", "Period", .text) {
                    .text(orMissing: $0.observation?.period.description)
                },
                .init("change", "Change", .text) { .text($0.kind.rawValue) },
                .init("old", "Was", .text, isReadWhole: true) { .text(orMissing: $0.old?.content) },
                .init("new", "Became", .text, isReadWhole: true) {
                    .text(orMissing: $0.new?.content)
                },
                .init("at", "When", .text) { .text("\($0.at)") },
                .init("import", "Import", .number) { .count($0.importNumber) },
                .init("published_on", "Published", .date) {
                    .date(orMissing: $0.observation?.publishedOn)
                },
                .init("source", "Source", .text, isReadWhole: true) {
                    .text(orMissing: $0.observation?.source)
                },
            ], corrections)
        document.report = "show"
        document.parameters = parameters
        if corrections.isEmpty {
            document.notes.append("Nothing was corrected, retracted or undone.")
        }
        return document
    }
}

extension Observation {
    /// The value as printed, the status and the note: what a correction can change.
    fileprivate var content: String {
        "\(value), \(status.name)" + (note.map { " (\($0))" } ?? "")
    }
}
