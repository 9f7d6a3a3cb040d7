import Mining

/// What the book knows of each member, how old it is, and what it lacks for the period asked.
///
/// Tables: `companies` (a row per member: how many metrics are known, carried, estimated,
/// missing, and which are missing), `coverage` (a row for each member and metric that the book
/// has of anyone in the scope). An instant is missing where it is older than it may be, a flow or
/// average where nothing covers the period.
struct CoverageReport<Source: Book> {
    private let setting: Setting<Source>

    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            return question.nothing("coverage", [companies([]), table([])])
        }
        return try CoverageReport(setting: setting).account()
    }

    private func account() throws(Source.Failure) -> Account {
        var entries: [Entry] = []
        for metric in Metric.allCases where metric.subjects.contains(.company) {
            var found: [Entry] = []
            for member in setting.members { found.append(try entry(metric, of: member)) }
            if found.contains(where: { $0.last != nil }) { entries += found }
        }
        let byMember = setting.members.map { member in
            (member, entries.filter { $0.company.ticker == member.ticker })
        }
        return Account(
            document: Document(
                report: "coverage", parameters: setting.parameters,
                tables: [
                    Self.companies(byMember),
                    Self.table(byMember.flatMap(\.1), period: setting.period),
                ],
                notes: entries.isEmpty
                    ? ["The book knows no figure of \(setting.question.scope.anyMember)."] : []))
    }

    /// What is known of a metric of a member.
    private struct Entry {
        let company: Company
        let metric: Metric
        /// The last one at or before the day; `nil` where there never was any.
        let last: Observation?
        let age: Int?
        /// The figure for the period asked, open where it is missing.
        let figure: Computed

        var isMissing: Bool { figure.expression == nil }
        func has(_ mark: Number.Mark) -> Bool { figure.marks.contains(mark) && !isMissing }
    }

    private func entry(_ metric: Metric, of member: Company) throws(Source.Failure) -> Entry {
        let last = try setting.reader.book.latest(
            metric, of: member.ticker, at: setting.day, knownOn: setting.reader.knownOn)
        let figure =
            metric.kind == .instant
            ? try setting.instant(metric, of: member) : try setting.total(metric, of: member)
        return Entry(
            company: member, metric: metric, last: last,
            age: last.map { setting.day.number - $0.period.last.number }, figure: figure)
    }

    private static func companies(_ members: [(Company, [Entry])]) -> Table {
        Table(
            name: "companies", title: "Coverage by company",
            columns: [
                Column("ticker", "Ticker", .text), Column("name", "Name", .text),
                Column("known", "Known", .number), Column("carried", "Carried", .number),
                Column("estimated", "Estimated", .number), Column("missing", "Missing", .number),
                Column("missing_metrics", "Missing metrics", .text),
            ],
            rows: members.map { company, entries in
                let missing = entries.filter(\.isMissing)
                return [
                    .text(company.ticker), .text(company.name),
                    .count(entries.count - missing.count),
                    .count(entries.count { $0.has(.carried) }),
                    .count(entries.count { $0.has(.estimated) }), .count(missing.count),
                    .text(orMissing: missing.map(\.metric.code).joined(separator: ", ")),
                ]
            })
    }

    private static func table(_ entries: [Entry], period: Period? = nil) -> Table {
        Table(
            name: "coverage",
            title: period.map { "Last known, and what is missing for \($0)" } ?? "Last known",
            columns: [
                Column("ticker", "Ticker", .text), Column("metric", "Metric", .text),
                Column("last_period", "Last period", .text),
                Column("age_days", "Age", .number, unit: "days"),
                Column("status", "Status", .text), Column("missing", "Missing", .boolean),
                Column("source", "Source", .text, audience: .programs),
            ],
            rows: entries.map { entry in
                [
                    .text(entry.company.ticker), .text(entry.metric.code),
                    .text(orMissing: entry.last?.period.description), .count(entry.age),
                    .text(orMissing: entry.last?.status.name), .flag(entry.isMissing),
                    .text(orMissing: entry.last?.source),
                ]
            })
    }
}
