import Mining

/// Figures that their publisher published again with another value: what it said first and last,
/// and which company restates how often and in which direction (docs/formulas.md).
///
/// Tables: `restatements` (a row for each subject, metric, period and publisher), `companies` (a
/// row for each company that restated anything, most restatements first).
struct RestatementsReport<Source: Book> {
    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        var found: [Row] = []
        try VintageReader(query: query, book: book).forEachRepublished { figure in
            found += figure.vintages.restatements.map { Row($0, of: figure.subject, figure.name) }
        }
        let none =
            "No figure of \(query.vintageSubject) is known to be restated: that needs a later known "
            + "publication date from the same publisher, or the status restated. Sources that "
            + "disagree are in report conflicts."
        return ReportResult(
            document: Document(
                report: "restatements", parameters: query.vintageParameters,
                tables: [table(found), companies(found)], notes: found.isEmpty ? [none] : []))
    }

    private struct Row {
        let subject: String
        let name: String
        let restatement: Vintages.Restatement
        let change: FigureChange

        init(_ restatement: Vintages.Restatement, of subject: String, _ name: String) {
            self.subject = subject
            self.name = name
            self.restatement = restatement
            change = FigureChange(
                from: .single(restatement.first, id: 0), to: .single(restatement.last, id: 1))
        }

        var first: Observation { restatement.first }
        var last: Observation { restatement.last }

        /// In base units.
        var difference: Int128 { Int128(last.value.base) - Int128(first.value.base) }
    }

    private static func table(_ rows: [Row]) -> Table {
        Table(
            name: "restatements", title: "Restatements",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.subject) },
                .init("metric", "Metric", .text) { .text($0.last.metric.code) },
                .init("period", "Period", .text) { .text("\($0.last.period)") },
                .init("first", "First", .number) { .printedValue(of: $0.first) },
                .init("latest", "Latest", .number) { .printedValue(of: $0.last) },
                .init("unit", "Unit", .text) { .text($0.last.metric.unit.code) },
                .init("change", "Change", .number) {
                    .number(
                        $0.change.absolute, digits: $0.change.absolute?.decimals, isSigned: true)
                },
                .init("change_percent", "Change", .number, unit: "%") {
                    .number($0.change.percent, in: FigureUnit(.percent), isSigned: true)
                },
                .init("vintages", "Vintages", .number) { .count($0.restatement.count) },
            ] + provenance, lines: rows)
    }

    /// Publication date, status and source of the first and the last vintage.
    private static var provenance: [ReportColumn<Row>] {
        [
            .init("publisher", "Published by", .text) {
                .text(orMissing: $0.restatement.publisher.name)
            },
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
                .date(orMissing: $0.last.publishedOn)
            },
            .init("latest_status", "Status", .text) { .text($0.last.status.name) },
            .init("latest_source", "Source", .text, audience: .programs) {
                .text(orMissing: $0.last.source)
            },
        ]
    }

    /// Only what companies restated themselves.
    private static func companies(_ rows: [Row]) -> Table {
        let own = rows.filter { $0.restatement.publisher.kind == .company }
        let sorted = Dictionary(grouping: own, by: \.subject).sorted { left, right in
            left.value.count != right.value.count
                ? left.value.count > right.value.count : left.key < right.key
        }
        return Table(
            name: "companies", title: "Who restates",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.key) },
                .init("name", "Name", .text) { .text($0.value[0].name) },
                .init("restatements", "Restatements", .number) { .count($0.value.count) },
                .init("up", "Up", .number) { .count($0.value.count { $0.difference > 0 }) },
                .init("down", "Down", .number) { .count($0.value.count { $0.difference < 0 }) },
                .init("back", "Back", .number) { .count($0.value.count { $0.difference == 0 }) },
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
