import Mining

/// Which figures the book has of each member, how old they are, and which are missing for the
/// period reported on.
///
/// Tables: `companies` (a row per member: how many metrics have a figure, how many of these figures
/// are carried forward or estimated, and which metrics have none), `coverage` (a row for each
/// member and each metric that the book has of any member, with the reason if it is missing). An
/// instant is missing if it is older than `--max-age` allows, a flow or average if no figures cover
/// the period.
struct CoverageReport<Source: Book> {
    private let context: ReportContext<Source>

    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            return query.emptyResult("coverage", [companies([]), metrics([])])
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
        let byMember = try context.members.map { (member) throws(Source.Failure) in
            (
                company: member,
                entries: try explained(entries.filter { $0.company.ticker == member.ticker })
            )
        }
        return ReportResult(
            document: Document(
                report: "coverage", parameters: parameters,
                tables: [
                    Self.companies(byMember, period: context.period),
                    Self.metrics(byMember.flatMap(\.entries), period: context.period),
                ],
                notes: entries.isEmpty
                    ? ["The book has no figure of \(context.query.scope.anyMember)."] : []))
    }

    /// The parameters of all reports. This one uses no base of changes, so people do not see it.
    private var parameters: [Parameter] {
        context.parameters.map { parameter in
            var parameter = parameter
            if ["since", "added_since"].contains(parameter.name) { parameter.audience = .programs }
            return parameter
        }
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
        /// Why it is missing; nil if it is not.
        var why: MissingFigure?

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

    /// The entries of one member, with the reason why figures are missing.
    private func explained(_ entries: [Entry]) throws(Source.Failure) -> [Entry] {
        guard let member = entries.first(where: \.isMissing)?.company,
            // Three years are enough to see what is published how often.
            let time = Period(context.period.first.advanced(by: -1100), .last)
        else { return entries }
        var published: [Observation] = []
        for metric in Metric.allCases where metric.subjects.contains(.company) {
            published += try context.reader.book.observations(
                metric, of: member.ticker, within: time, knownOn: context.reader.knownOn)
        }
        return entries.map { entry in
            guard entry.isMissing else { return entry }
            var figures = published.filter { $0.metric == entry.metric }
            if let last = entry.last, last.period.first < time.first { figures.insert(last, at: 0) }
            var entry = entry
            entry.why = MissingFigure(over: context.period, figures, among: published)
            return entry
        }
    }

    private static func companies(
        _ members: [(company: Company, entries: [Entry])], period: Period? = nil
    ) -> Table {
        Table(
            name: "companies",
            title: "Number of metrics with a figure" + (period.map { " for \($0)" } ?? ""),
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.company.ticker) },
                .init("name", "Name", .text) { .text($0.company.name) },
                .init("known", "With figure", .number) {
                    .count($0.entries.count { !$0.isMissing })
                },
                .init("carried", "Of these carried", .number) {
                    .count($0.entries.count { $0.has(.carried) })
                },
                .init("estimated", "Of these estimated", .number) {
                    .count($0.entries.count { $0.has(.estimated) })
                },
                .init("missing", "Without figure", .number) {
                    .count($0.entries.count(where: \.isMissing))
                },
                .init("missing_metrics", "Metrics without figure", .text, isReadWhole: true) {
                    let missing = $0.entries.filter(\.isMissing).map(\.metric.code)
                    return .text(orMissing: missing.joined(separator: ", "))
                },
            ], lines: members)
    }

    private static func metrics(_ entries: [Entry], period: Period? = nil) -> Table {
        Table(
            name: "coverage",
            title: "Latest figure of each metric"
                + (period.map { ", and whether one is missing for \($0)" } ?? ""),
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.company.ticker) },
                .init("metric", "Metric", .text) { .text($0.metric.code) },
                .init("last_period", "Latest period", .text) {
                    .text(orMissing: $0.last?.period.description)
                },
                .init("age_days", "Age", .number, unit: "days") { .count($0.age) },
                .init("status", "Status", .text) { .text(orMissing: $0.last?.status.name) },
                .init("missing", "Missing", .boolean, audience: .programs) {
                    .flag($0.isMissing)
                },
                .init(
                    "why_missing", period.map { "Missing for \($0)" } ?? "Missing", .text,
                    isReadWhole: true
                ) {
                    $0.why.map { .worded($0.code, shown: $0.text) } ?? .missing
                },
                .init("evidence_period", "Evidence", .text, audience: .programs) {
                    .text(orMissing: $0.why?.period?.description)
                },
                .init("source", "Source", .text, audience: .programs) {
                    .text(orMissing: $0.last?.source)
                },
            ], lines: entries)
    }
}
