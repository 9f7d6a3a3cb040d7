import Bookkeeping
import Reporting

/// What `check` found, one row per finding.
enum FindingListing {
    static func document(_ findings: [Finding]) -> Document {
        Listing.list(
            "findings", "Findings",
            [
                .init("severity", "Severity", .text) {
                    .text($0.isDamage ? "damage" : $0.isWarning ? "warning" : "error")
                },
                .init("code", "Code", .text) { .text($0.code) },
                .init("subject", "Subject", .text) { .text(orMissing: $0.subject) },
                .init("metric", "Metric", .text) { .text(orMissing: $0.metric?.code) },
                .init("period", "Period", .text) { .text(orMissing: $0.period?.description) },
                .init("value", "Value", .text) { .text(orMissing: $0.value?.description) },
                .init("other", "Other value", .text) { .text(orMissing: $0.other) },
                .init("file", "File", .text) { .text(orMissing: $0.observation?.origin?.file) },
                .init("line", "Line", .number) { .count($0.observation?.origin?.line) },
                .init("finding", "Finding", .text) { .text($0.description) },
            ], findings)
    }
}
