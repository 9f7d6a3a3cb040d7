import Mining

/// Figures that were published again with another value: the first and the latest value of each,
/// and which company restates how often and in which direction.
///
/// Tables: `restatements` (a row for each subject, metric and period), `companies` (a row for
/// each company that restated anything, most restatements first).
struct RestatementsReport<Source: Book> {
    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            return query.emptyResult("restatements", [table([]), companies([])])
        }
        var found: [Restatement] = []
        try VintageReader(context: context).forEachRepublished { vintages in
            if let first = vintages.all.firstPublished, let latest = vintages.latest,
                first.value.base != latest.value.base
            {
                found.append(Restatement(vintages: vintages, first: first, latest: latest))
            }
        }
        return ReportResult(
            document: Document(
                report: "restatements", parameters: context.parameters,
                tables: [table(found), companies(found)],
                notes: found.isEmpty
                    ? ["No figure of \(query.scope.name) has vintages with different values."]
                    : []))
    }

    private struct Restatement {
        let vintages: Vintages
        let first: Observation
        /// The vintage that counts.
        let latest: Observation

        /// In base units.
        var difference: Int64 { latest.value.base - first.value.base }

        let change: FigureChange

        init(vintages: Vintages, first: Observation, latest: Observation) {
            self.vintages = vintages
            self.first = first
            self.latest = latest
            change = FigureChange(from: .single(first, id: 0), to: .single(latest, id: 1))
        }
    }

    private static func table(_ restatements: [Restatement]) -> Table {
        Table(
            name: "restatements", title: "Restatements",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.vintages.subject) },
                .init("metric", "Metric", .text) { .text($0.latest.metric.code) },
                .init("period", "Period", .text) { .text("\($0.latest.period)") },
                .init("first", "First", .number) { .printedValue(of: $0.first) },
                .init("latest", "Latest", .number) { .printedValue(of: $0.latest) },
                .init("unit", "Unit", .text) { .text($0.latest.metric.unit.code) },
                .init("change", "Change", .number) {
                    .number(
                        $0.change.absolute, digits: $0.change.absolute?.decimals, isSigned: true)
                },
                .init("change_percent", "Change", .number, unit: "%") {
                    .number($0.change.percent, in: FigureUnit(.percent), isSigned: true)
                },
                .init("vintages", "Vintages", .number, audience: .programs) {
                    .count($0.vintages.all.count)
                },
            ] + provenance, lines: restatements)
    }

    /// Publication date, status and source of the first and the latest vintage.
    private static var provenance: [ReportColumn<Restatement>] {
        [
            .init("first_published_on", "First public", .date) {
                .date(orMissing: $0.first.publishedOn)
            },
            .init("first_status", "Status", .text, audience: .programs) {
                .text($0.first.status.name)
            },
            .init("first_source", "Source", .text, audience: .programs) {
                .text(orMissing: $0.first.source)
            },
            .init("latest_published_on", "Latest public", .date) {
                .date(orMissing: $0.latest.publishedOn)
            },
            .init("latest_status", "Status", .text) { .text($0.latest.status.name) },
            .init("latest_source", "Source", .text, audience: .programs) {
                .text(orMissing: $0.latest.source)
            },
        ]
    }

    private static func companies(_ restatements: [Restatement]) -> Table {
        let byCompany = Dictionary(grouping: restatements, by: \.vintages.subject)
        let sorted = byCompany.sorted { left, right in
            left.value.count != right.value.count
                ? left.value.count > right.value.count : left.key < right.key
        }
        return Table(
            name: "companies", title: "Who restates",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.key) },
                .init("name", "Name", .text) { .text($0.value[0].vintages.name) },
                .init("restatements", "Restatements", .number) { .count($0.value.count) },
                .init("up", "Up", .number) { .count($0.value.count { $0.difference > 0 }) },
                .init("down", "Down", .number) { .count($0.value.count { $0.difference < 0 }) },
            ], lines: sorted)
    }
}

extension Expression {
    /// An observation on its own, in the unit of its metric; `id` tells it apart from others in
    /// the same formula.
    static func single(_ observation: Observation, id: Int) -> Expression {
        .observed(Input(id: id, observation: observation, unit: observation.metric.unit))
    }
}
