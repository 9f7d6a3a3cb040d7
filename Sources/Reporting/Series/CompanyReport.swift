import Mining

/// Everything about one company over the last eight quarters: what it ran, mined, kept, earned
/// and was worth, beside its part of the group and of the network.
///
/// Tables: `quarters` (a row for each figure, a column for each quarter and the day asked for),
/// `sources` (a row for each figure published in that time, with where it was read). Charts:
/// `hashrate`, `share`, `production`, `treasury`.
struct CompanyReport<Source: Book> {
    private let setting: Setting<Source>
    private let company: Company
    /// Quarters, and at the end what is asked for where it is not the last of them.
    private let periods: [Period]

    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let company = question.company, let setting = try Setting(question, in: book) else {
            return question.nothing(
                "company",
                [
                    PeriodTable(title: "Company", periods: [], name: "quarters", hasFigures: true)
                        .table
                ])
        }
        let quarters = setting.series.periods
        let periods = quarters.last?.last == setting.day ? quarters : quarters + [setting.on]
        return try CompanyReport(setting: setting, company: company, periods: periods).account()
    }

    private func account() throws(Source.Failure) -> Account {
        var table = PeriodTable(
            title: "\(company.name) (\(company.ticker))", periods: periods, name: "quarters",
            hasFigures: true)
        for metric in Self.metrics {
            var figures: [Computed] = []
            for period in periods {
                figures.append(try setting.figure(metric, of: company.ticker, in: period))
            }
            if figures.contains(where: { $0.expression != nil }) {
                table.append(
                    company.ticker, metric.name, FigureDefinition(metric), figures)
            }
        }
        let shares = try shares()
        for share in shares where share.figures.contains(where: { $0.expression != nil }) {
            table.append(company.ticker, share.definition.title, share.definition, share.figures)
        }
        let published = try observations()
        var parameters = setting.parameters
        parameters.insert(Parameter("company", company.ticker), at: 0)
        return Account(
            document: Document(
                report: "company", parameters: parameters,
                tables: [table.table, Self.sources(published)],
                charts: CompanyCharts(company, published, periods: periods, shares: shares).charts,
                notes: try CompanyMoves(of: company, over: periods, setting).sentences
                    + notes(published)),
            workings: table.workings)
    }

    private static var metrics: [Metric] {
        Metric.allCases.filter { $0.subjects.contains(.company) }
    }

    /// Its part of the group's and of the network's hashrate, in percent, period by period.
    private func shares() throws(Source.Failure) -> [CompanyShare] {
        let calculator = SectorCalculator(setting.reader, setting.roll)
        var ofGroup: [Computed] = []
        var ofNetwork: [Computed] = []
        for period in periods {
            let hashrate = try setting.figure(
                .deployedHashrate, of: company.ticker, in: period)
            let month = Period(day: period.last).monthToDate
            let moment = try calculator.moment(
                Period(day: period.last), only: [.hashrate])
            let isMember = moment.members.contains { $0.ticker == company.ticker }
            ofGroup.append(
                isMember
                    ? Computed(hashrate, moment[.hashrate]) {
                        Formulas.percentage($0[0], of: $0[1])
                    } : Computed(reason: "\(company.ticker) was no member on \(period.last)"))
            ofNetwork.append(
                Computed(
                    hashrate,
                    try setting.reader.total(
                        .networkHashrate, of: Subject.network.code, over: month)
                ) { Formulas.percentage($0[0], of: $0[1]) })
        }
        return [
            CompanyShare(
                definition: FigureDefinition(
                    "share_of_group", "Share of \(setting.question.scope.name)",
                    FigureUnit(.percent), formula: "deployed_hashrate / hashrate",
                    meaning: "its part of the members' hashrate"), figures: ofGroup),
            CompanyShare(
                definition: FigureDefinition(
                    "network_share", "Share of the network", FigureUnit(.percent),
                    formula: "deployed_hashrate / network_hashrate of the month",
                    meaning: "its part of all hashing"), figures: ofNetwork),
        ]
    }

    /// Everything that counts of the time that the periods span, metric by metric.
    private func observations() throws(Source.Failure) -> [Observation] {
        guard let first = periods.first?.first, let whole = Period(first, setting.day) else {
            return []
        }
        var found: [Observation] = []
        for metric in Self.metrics {
            found += try setting.reader.book.observations(
                metric, of: company.ticker, within: whole, knownOn: setting.reader.knownOn)
        }
        return found
    }

    private func notes(_ published: [Observation]) -> [String] {
        if published.isEmpty {
            return ["The book knows no figure of \(company.ticker) in that time."]
        }
        let estimates = published.count { $0.status == .estimated }
        let undated = published.count { $0.publishedOn == nil }
        return [
            "\(published.count) figures of that time count: \(estimates) are estimates, "
                + "\(undated) have no publication date."
        ]
    }

    private static func sources(_ observations: [Observation]) -> Table {
        Table(
            name: "sources", title: "Published figures and their sources",
            columns: [
                Column("metric", "Metric", .text), Column("period", "Period", .text),
                Column("printed", "As printed", .text), Column("status", "Status", .text),
                Column("published_on", "Published", .date), Column("source", "Source", .text),
                Column("note", "Note", .text, audience: .programs),
            ],
            rows: observations.map { observation in
                [
                    .text(observation.metric.code), .text("\(observation.period)"),
                    .text("\(observation.value)"), .text(observation.status.name),
                    .date(orMissing: observation.publishedOn),
                    .text(orMissing: observation.source), .text(orMissing: observation.note),
                ]
            })
    }
}
