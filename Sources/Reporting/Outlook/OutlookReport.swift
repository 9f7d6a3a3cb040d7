import Mining

/// The two conditions that sector notes set, a stable bitcoin price and a normalizing network:
/// what the block rewards and the margin become as both move, where the margin is zero, and how
/// far today is from there.
///
/// Tables: `outlook` (a row for each figure), `revenue` and `margin` (block reward revenue and
/// gross margin: price changes down, changes of the network's hashrate across). Charts: `margin`,
/// `price`, `network`.
struct OutlookReport<Source: Book> {
    private let setting: Setting<Source>
    private let calculator: SectorCalculator<Source>

    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            return question.nothing("outlook", [FigureTable.empty("Outlook", name: "outlook")])
        }
        let calculator = SectorCalculator(setting.reader, setting.roll)
        return try OutlookReport(setting: setting, calculator: calculator).account()
    }

    private func account() throws(Source.Failure) -> Account {
        let now = try calculator.moment(setting.on)
        let price = try daily(.btcPrice)
        let network = try daily(.networkHashrate)
        let breakEven = BreakEven(now)
        let table = FigureTable(
            subject: setting.question.scope.name,
            lines: breakEven.lines + [
                Self.volatility("btc_price", "Bitcoin price", price, days: 30),
                Self.volatility("btc_price", "Bitcoin price", price, days: 90),
                Self.volatility("network_hashrate", "Network hashrate", network, days: 30),
                Self.volatility("network_hashrate", "Network hashrate", network, days: 90),
            ])
        let grid = OutlookGrid(now)
        return Account(
            document: Document(
                report: "outlook", parameters: setting.parameters,
                tables: [
                    table.table(
                        "Outlook on \(setting.on)", name: "outlook",
                        digits: setting.question.digits),
                    grid.revenue, grid.margin,
                ],
                charts: [
                    grid.chart, price.chart("price", "Bitcoin price, last 90 days"),
                    network.chart("network", "Network hashrate, last 90 days"),
                ].compactMap(\.self),
                notes: [breakEven.sentence].compactMap(\.self) + table.notes),
            workings: table.workings(of: setting.on))
    }

    /// The last 90 days of a daily series, and the day before them.
    private func daily(_ metric: Metric) throws(Source.Failure) -> DailySeries {
        let first = setting.day.advanced(by: -90)
        let days = try setting.reader.book.observations(
            metric, of: Subject.network.code, within: Period(first, setting.day) ?? setting.on,
            knownOn: setting.reader.knownOn)
        return DailySeries(metric: metric, last: setting.day, days.filter(\.period.isDay))
    }

    private static func volatility(
        _ code: String, _ title: String, _ series: DailySeries, days: Int
    ) -> FigureTable.Line {
        FigureTable.Line(
            FigureDefinition(
                "\(code)_volatility_\(days)d", "\(title), volatility over \(days) days",
                FigureUnit(.percent),
                formula: "standard deviation of the daily log changes × √365",
                meaning: "how much it swings in a year, as the last \(days) days suggest"),
            series.volatility(over: days))
    }
}
