import Mining

/// Which figures the book has of each member, how old they are, and which are missing for the
/// period reported on.
///
/// Tables: `companies` (a row per member: how many metrics are known, carried, estimated,
/// missing, and which are missing), `coverage` (a row for each member and each metric that the
/// book has of any member). An instant is missing if it is older than it may be, a flow or
/// average if nothing covers the period.
struct CoverageReport<Source: Book> {
    private let context: ReportContext<Source>

    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            return query.emptyResult("coverage", [companies([]), table([])])
        }
        return try CoverageReport(context: context).result()
    }

    private func result() throws(Source.Failure) -> ReportResult {
        var entries: [Entry] = []
        for metric in Metric.allCases where metric.subjects.contains(.company) {
            var found: [Entry] = []
            for member in context.members { found.append(try entry(metric, of: member)) }
            if found.contains(where: { $0.last != nil }) { entries += found }
        }
        let byMember = context.members.map { member in
            (company: member, entries: entries.filter { $0.company.ticker == member.ticker })
        }
        return ReportResult(
            document: Document(
                report: "coverage", parameters: context.parameters,
                tables: [
                    Self.companies(byMember),
                    Self.table(byMember.flatMap(\.entries), period: context.period),
                ],
                notes: entries.isEmpty
                    ? ["The book has no figure of \(context.query.scope.anyMember)."] : []))
    }

    /// What the book has of one metric of a member.
    private struct Entry {
        let company: Company
        let metric: Metric
        /// The latest observation at or before the day; nil if there is none.
        let last: Observation?
        /// In days; nil if there is no observation.
        let age: Int?
        /// The figure for the period reported on; without a value if it is missing.
        let figure: ComputedFigure

        var isMissing: Bool { figure.expression == nil }
        func has(_ mark: Number.Mark) -> Bool { figure.marks.contains(mark) && !isMissing }
    }

    private func entry(_ metric: Metric, of member: Company) throws(Source.Failure) -> Entry {
        let last = try context.reader.book.latest(
            metric, of: member.ticker, at: context.day, knownOn: context.reader.knownOn)
        let figure =
            metric.kind == .instant
            ? try context.instant(metric, of: member) : try context.total(metric, of: member)
        return Entry(
            company: member, metric: metric, last: last,
            age: last.map { context.day.number - $0.period.last.number }, figure: figure)
    }

    private static func companies(_ members: [(company: Company, entries: [Entry])]) -> Table {
        Table(
            name: "companies", title: "Coverage by company",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.company.ticker) },
                .init("name", "Name", .text) { .text($0.company.name) },
                .init("known", "Known", .number) { .count($0.entries.count { !$0.isMissing }) },
                .init("carried", "Carried", .number) {
                    .count($0.entries.count { $0.has(.carried) })
                },
                .init("estimated", "Estimated", .number) {
                    .count($0.entries.count { $0.has(.estimated) })
                },
                .init("missing", "Missing", .number) {
                    .count($0.entries.count(where: \.isMissing))
                },
                .init("missing_metrics", "Missing metrics", .text) {
                    let missing = $0.entries.filter(\.isMissing).map(\.metric.code)
                    return .text(orMissing: missing.joined(separator: ", "))
                },
            ], lines: members)
    }

    private static func table(_ entries: [Entry], period: Period? = nil) -> Table {
        Table(
            name: "coverage",
            title: period.map { "Last known, and what is missing for \($0)" } ?? "Last known",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.company.ticker) },
                .init("metric", "Metric", .text) { .text($0.metric.code) },
                .init("last_period", "Last period", .text) {
                    .text(orMissing: $0.last?.period.description)
                },
                .init("age_days", "Age", .number, unit: "days") { .count($0.age) },
                .init("status", "Status", .text) { .text(orMissing: $0.last?.status.name) },
                .init("missing", "Missing", .boolean) { .flag($0.isMissing) },
                .init("source", "Source", .text, audience: .programs) {
                    .text(orMissing: $0.last?.source)
                },
            ], lines: entries)
    }
}
