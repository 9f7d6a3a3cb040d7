import Mining

/// Where sources contradict each other: the same subject, metric and period, and values whose
/// rounding intervals do not meet.
///
/// Table: `conflicts` (a row for each pair of sources that contradict each other, the greater
/// value first). Of several vintages of one source, only the one that counts is compared.
struct ConflictsReport<Source: Book> {
    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            return query.emptyResult("conflicts", [table([])])
        }
        var found: [Conflict] = []
        try VintageReader(context: context).forEachRepublished { vintages in
            let bySource = Dictionary(grouping: vintages.all, by: \.source)
            let current = bySource.values.compactMap { $0.counting(knownOn: nil).first }
                .sorted { left, right in
                    left.value.base != right.value.base
                        ? left.value.base > right.value.base : left.counts(over: right)
                }
            for (index, high) in current.enumerated() {
                for low in current[(index + 1)...] where high.contradicts(low) {
                    found.append(Conflict(subject: vintages.subject, high: high, low: low))
                }
            }
        }
        return ReportResult(
            document: Document(
                report: "conflicts", parameters: context.parameters, tables: [table(found)],
                notes: found.isEmpty
                    ? ["No two sources contradict each other about \(query.scope.name)."] : []))
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
                .init("high_source", "Higher by", .text) { .text(orMissing: $0.high.source) },
                .init("high_published_on", "Published", .date, audience: .programs) {
                    .date(orMissing: $0.high.publishedOn)
                },
                .init("low_status", "Status", .text) { .text($0.low.status.name) },
                .init("low_source", "Lower by", .text) { .text(orMissing: $0.low.source) },
                .init("low_published_on", "Published", .date, audience: .programs) {
                    .date(orMissing: $0.low.publishedOn)
                },
            ], lines: conflicts)
    }
}

extension Observation {
    /// Whether the rounding intervals of the two values do not meet.
    fileprivate func contradicts(_ other: Observation) -> Bool {
        let distance = (Int128(value.base) - Int128(other.value.base)).magnitude
        let reach = Int128(value.lastPlace) + Int128(other.value.lastPlace)
        return 2 * distance > reach.magnitude
    }
}
