import Mining

/// How block rewards and margin depend on the bitcoin price and the network's hashrate, when the
/// margin is zero, and how volatile price and network are.
///
/// Tables: `scenario` (a row for each figure at the price and network hashrate asked about, only if
/// the query has one), `outlook` (a row for each figure), `revenue` and `margin` (block reward
/// revenue and gross margin: a row for each price change, a column for each change of the network's
/// hashrate). Charts: `margin`, `price`, `network`.
struct OutlookReport<Source: Book> {
    private let context: ReportContext<Source>
    private let calculator: SectorCalculator<Source>

    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            return query.emptyResult("outlook", [FigureTable.empty("Outlook", name: "outlook")])
        }
        let calculator = SectorCalculator(context.reader, context.scopeMembers)
        return try OutlookReport(context: context, calculator: calculator).result()
    }

    private func result() throws(Source.Failure) -> ReportResult {
        let now = try calculator.snapshot(context.on).withConflicts(context.reader)
        let price = try daily(.btcPrice)
        let network = try daily(.networkHashrate)
        let (base, digits) = (try OutlookBase(now, context.reader), context.query.digits)
        let scenario = OutlookScenario(
            price: context.query.price, network: context.query.networkHashrate, from: base)
        let breakEven = BreakEven(base)
        let table = FigureTable(
            subject: context.query.scope.name,
            lines: Self.lines(now, base) + breakEven.lines + [
                Self.volatility("btc_price", "Bitcoin price", price, days: 30),
                Self.volatility("btc_price", "Bitcoin price", price, days: 90),
                Self.volatility("network_hashrate", "Network hashrate", network, days: 30),
                Self.volatility("network_hashrate", "Network hashrate", network, days: 90),
            ])
        let grid = OutlookGrid(base, digits: digits)
        return ReportResult(
            document: Document(
                report: "outlook", parameters: context.parameters + context.query.whatIf,
                tables: [
                    scenario?.table(digits: digits),
                    table.table("Outlook on \(context.on)", name: "outlook", digits: digits),
                    grid.revenue, grid.margin,
                ].compactMap(\.self),
                charts: [
                    grid.chart, price.chart("price", "Bitcoin price, last 90 days"),
                    network.chart("network", "Network hashrate, last 90 days"),
                ].compactMap(\.self),
                notes: [base.sentence, breakEven.sentence].compactMap(\.self) + table.notes
                    + base.cost.conflicts.sentences),
            explainedFigures: table.explainedFigures(of: context.on))
    }

    /// What the book says about the present.
    private static func lines(_ now: SectorSnapshot, _ base: OutlookBase) -> [ComparedFigure] {
        func line(_ figure: Figure) -> ComparedFigure {
            ComparedFigure(figure.definition, now[figure])
        }
        return [
            line(.btcPrice), ComparedFigure(OutlookBase.priceDefinition, base.price),
            line(.networkHashrate), line(.blockRewardRevenue), line(.powerCostPerExahash),
            line(.grossMargin),
        ]
    }

    /// The last 90 days of a metric, and the day before them.
    private func daily(_ metric: Metric) throws(Source.Failure) -> DailySeries {
        let first = context.day.advanced(by: -90)
        let days = try context.reader.book.observations(
            metric, of: Subject.network.code, within: Period(first, context.day) ?? context.on,
            knownOn: context.reader.knownOn)
        return DailySeries(metric: metric, last: context.day, days.filter(\.period.isDay))
    }

    private static func volatility(
        _ code: String, _ title: String, _ series: DailySeries, days: Int
    ) -> ComparedFigure {
        ComparedFigure(
            FigureDefinition(
                "\(code)_volatility_\(days)d", "\(title), annualized volatility, \(days) days",
                FigureUnit(.percent),
                formula: "standard deviation of the daily log changes × √365",
                meaning: "how much it varies in a year, estimated from the last \(days) days"),
            series.volatility(over: days))
    }
}

extension ReportQuery {
    /// The parameters for `--price` and `--network`; none for an option that was not given.
    fileprivate var whatIf: [Parameter] {
        [
            price.map { Parameter("price", "\($0)") },
            networkHashrate.map { Parameter("network", "\($0)") },
        ].compactMap(\.self)
    }
}
