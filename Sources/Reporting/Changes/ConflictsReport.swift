import Mining

/// Where sources contradict each other: the same subject, metric and period, and values whose
/// rounding intervals do not meet (docs/formulas.md).
///
/// Table: `conflicts` (a row for each pair of vintages that contradict each other, the greater
/// value first). Of each publisher only the last word is compared: what it has restated is in the
/// report on restatements.
struct ConflictsReport<Source: Book> {
    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        var found: [Conflict] = []
        try VintageReader(query: query, book: book).forEachRepublished { figure in
            found += figure.vintages.conflicts.map {
                Conflict(subject: figure.subject, high: $0.high, low: $0.low)
            }
        }
        let none = "No two sources contradict each other about \(query.vintageSubject)."
        return ReportResult(
            document: Document(
                report: "conflicts", parameters: query.vintageParameters,
                tables: [table(found)], notes: found.isEmpty ? [none] : []))
    }

    private struct Conflict {
        let subject: String
        let high: Observation
        let low: Observation
        let change: FigureChange

        init(subject: String, high: Observation, low: Observation) {
            self.subject = subject
            self.high = high
            self.low = low
            change = FigureChange(from: .single(low, id: 0), to: .single(high, id: 1))
        }
    }

    private static func table(_ conflicts: [Conflict]) -> Table {
        Table(
            name: "conflicts", title: "Conflicts",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.subject) },
                .init("metric", "Metric", .text) { .text($0.high.metric.code) },
                .init("period", "Period", .text) { .text("\($0.high.period)") },
                .init("high", "Higher", .number) { .printedValue(of: $0.high) },
                .init("low", "Lower", .number) { .printedValue(of: $0.low) },
                .init("unit", "Unit", .text) { .text($0.high.metric.unit.code) },
                .init("difference", "Difference", .number) {
                    .number($0.change.absolute, digits: $0.change.absolute?.decimals)
                },
                .init("difference_percent", "Difference", .number, unit: "%") {
                    .number($0.change.percent, in: FigureUnit(.percent))
                },
                .init("high_status", "Status", .text) { .text($0.high.status.name) },
                .init("high_source", "Higher by", .text, isReadWhole: true) {
                    .text(orMissing: $0.high.source)
                },
                .init("high_published_on", "Published", .date, audience: .programs) {
                    .date(orMissing: $0.high.publishedOn)
                },
                .init("low_status", "Status", .text) { .text($0.low.status.name) },
                .init("low_source", "Lower by", .text, isReadWhole: true) {
                    .text(orMissing: $0.low.source)
                },
                .init("low_published_on", "Published", .date, audience: .programs) {
                    .date(orMissing: $0.low.publishedOn)
                },
            ], lines: conflicts)
    }
}
