import Mining

/// Everything about one company over the last eight quarters: all its metrics, and its shares of
/// the group's and the network's hashrate.
///
/// Tables: `quarters` (a row for each figure, a column for each quarter and the day reported on),
/// `sources` (a row for each figure published in that time, with its source). Charts:
/// `hashrate`, `share`, `production`, `treasury`.
struct CompanyReport<Source: Book> {
    private let context: ReportContext<Source>
    private let company: Company
    /// The quarters, and after them the period reported on, unless it is one of them or a last
    /// period was asked for.
    private let periods: [Period]

    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let company = query.company, let context = try ReportContext(query, in: book)
        else {
            return query.emptyResult(
                "company",
                [
                    PeriodTable(title: "Company", periods: [], name: "quarters", hasFigures: true)
                        .table
                ])
        }
        let quarters = context.series.periods
        // A longer period that ends with the last quarter has flows of its own, and is added.
        let isShown =
            query.to != nil || quarters.last == context.on
            || quarters.last?.last == context.day && (context.on.isDay || query.from != nil)
        let periods = isShown ? quarters : quarters + [context.on]
        return try CompanyReport(context: context, company: company, periods: periods).result()
    }

    private func result() throws(Source.Failure) -> ReportResult {
        var table = PeriodTable(
            title: "\(company.name) (\(company.ticker))", periods: periods, name: "quarters",
            hasFigures: true)
        for metric in Self.metrics {
            var figures: [ComputedFigure] = []
            for period in periods {
                figures.append(try context.figure(metric, of: company, in: period))
            }
            if figures.contains(where: { $0.expression != nil }) {
                table.append(
                    company.ticker, metric.name,
                    .ofCompany(metric), figures)
            }
        }
        let shares = try shares()
        for share in shares where share.figures.contains(where: { $0.expression != nil }) {
            table.append(company.ticker, share.definition.title, share.definition, share.figures)
        }
        let published = try observations()
        var parameters = context.parameters
        parameters.insert(Parameter("company", company.ticker), at: 0)
        return ReportResult(
            document: Document(
                report: "company", parameters: parameters,
                tables: [table.table, Self.sources(published)],
                charts: try CompanyCharts(
                    company, published, periods: periods, shares: shares, context.reader
                ).charts,
                summary: try CompanyTrends(of: company, over: periods, context).sentences,
                notes: notes(published) + sharesNotes(shares) + table.conflicts.sentences),
            explainedFigures: table.explainedFigures)
    }

    private static var metrics: [Metric] {
        Metric.allCases.filter { $0.subjects.contains(.company) }
    }

    /// Its shares of the group's and of the network's hashrate, in percent, period by period.
    private func shares() throws(Source.Failure) -> [CompanyShare] {
        let calculator = SectorCalculator(context.reader, context.scopeMembers)
        var ofGroup: [ComputedFigure] = []
        var ofNetwork: [ComputedFigure] = []
        for period in periods {
            let hashrate = try context.figure(.deployedHashrate, of: company, in: period)
            let snapshot = try calculator.snapshot(
                Period(day: period.last), only: [.hashrate]
            ).withConflicts(context.reader)
            let isMember = snapshot.members.contains { $0.ticker == company.ticker }
            ofGroup.append(
                isMember
                    ? HashrateShare.ofGroup(hashrate, snapshot[.hashrate])
                    : ComputedFigure(reason: "\(company.ticker) was not a member on \(period.last)")
            )
            ofNetwork.append(
                HashrateShare.ofNetwork(
                    hashrate, try context.reader.networkHashrate(over: period.monthToDate)))
        }
        return [
            CompanyShare(
                definition: HashrateShare.groupDefinition(context.query.scope.name),
                figures: ofGroup),
            CompanyShare(definition: HashrateShare.networkDefinition, figures: ofNetwork),
        ]
    }

    /// The observations that count in the time of the periods, metric by metric.
    private func observations() throws(Source.Failure) -> [Observation] {
        guard let first = periods.first?.first, let last = periods.last?.last,
            let whole = Period(first, last)
        else { return [] }
        var found: [Observation] = []
        for metric in Self.metrics {
            found += try context.reader.book.observations(
                metric, of: company.ticker, within: whole, knownOn: context.reader.knownOn)
        }
        return found
    }

    private func notes(_ published: [Observation]) -> [String] {
        if published.isEmpty {
            return ["The book has no figure of \(company.ticker) in that time."]
        }
        let estimates = published.count { $0.status == .estimated }
        let undated = published.count { $0.publishedOn == nil }
        return [
            "\(published.count) figures are of that time: \(estimates) are estimates, "
                + "\(undated) have no publication date."
        ]
    }

    /// Says which of the company's shares are shares of sums that lack members: one sentence for all
    /// periods that lack the same members.
    private func sharesNotes(_ shares: [CompanyShare]) -> [String] {
        guard let share = shares.first else { return [] }
        var lacking: [(missing: [String], all: Int, periods: [Period])] = []
        for (period, figure) in zip(periods, share.figures) where figure.expression != nil {
            guard let coverage = figure.coverage, !coverage.missing.isEmpty else { continue }
            if lacking.last?.missing == coverage.missing, lacking.last?.all == coverage.all {
                lacking[lacking.count - 1].periods.append(period)
            } else {
                lacking.append((coverage.missing, coverage.all, [period]))
            }
        }
        return lacking.map { missing, all, periods in
            "\(share.definition.title) in \(periods.map(\.description).joined(separator: ", ")): of "
                + "the sum of \(all - missing.count) of \(all) members; missing: "
                + "\(missing.joined(separator: ", "))."
        }
    }

    private static func sources(_ observations: [Observation]) -> Table {
        Table(
            name: "sources", title: "Published figures and their sources",
            columns: [
                .metric, .period, .printed(), .status, .publishedOn, .source,
                .note(audience: .programs),
            ], lines: observations)
    }
}
