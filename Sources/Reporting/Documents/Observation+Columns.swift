import Mining

/// Columns of tables of observations.
extension ReportColumn<Observation> {
    static var subject: Self { Self("subject", "Subject", .text) { .text($0.subject) } }

    static var metric: Self { Self("metric", "Metric", .text) { .text($0.metric.code) } }

    static var period: Self { Self("period", "Period", .text) { .text("\($0.period)") } }

    /// The value as the source printed it, with its unit.
    static func printed(audience: Column.Audience = .everyone) -> Self {
        Self("printed", "As printed", .text, audience: audience) { .text("\($0.value)") }
    }

    static var publishedOn: Self {
        Self("published_on", "Published", .date) { .date(orMissing: $0.publishedOn) }
    }

    static var status: Self { Self("status", "Status", .text) { .text($0.status.name) } }

    static var source: Self {
        Self("source", "Source", .text, isReadWhole: true) { .text(orMissing: $0.source) }
    }

    static func note(audience: Column.Audience = .everyone) -> Self {
        Self("note", "Note", .text, audience: audience, isReadWhole: true) {
            .text(orMissing: $0.note)
        }
    }
}
