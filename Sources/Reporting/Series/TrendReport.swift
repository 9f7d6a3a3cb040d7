import Mining

/// The sector's figures month by month or quarter by quarter, computed and claimed.
///
/// Tables: `computed` (a row for each figure, a column for each period; figures of a date stand at
/// the end of each period), `claimed` (a row for each claim of that time, by figure and day).
/// Charts: one for each figure that is known of more than one day, with claims at their own days.
struct TrendReport<Source: Book> {
    private let setting: Setting<Source>

    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            let nothing = PeriodTable(
                title: "Computed", periods: [], name: "computed", hasFigures: true)
            return question.nothing("trend", [nothing.table])
        }
        return try TrendReport(setting: setting).account()
    }

    /// From `--from`, or the twelve months that have ended by the day.
    private var series: PeriodSeries {
        if setting.question.from != nil { return setting.series }
        let end = setting.question.to?.last ?? setting.day
        return PeriodSeries(months: 12, endingBy: end)
    }

    private func account() throws(Source.Failure) -> Account {
        let series = series
        let calculator = SectorCalculator(setting.reader, setting.roll)
        let claims = try SectorClaims(setting.question.scope, setting.reader)
        var moments: [SectorMoment] = []
        var ways = SectorMoment.Ways()
        for period in series.periods.reversed() {
            let moment = try calculator.moment(period, like: ways)
            if moments.isEmpty { ways = moment.ways }
            moments.insert(moment, at: 0)
        }
        let span = series.periods.first.flatMap { first in
            series.periods.last.flatMap { Period(first.first, $0.last) }
        }
        let trends = Figure.allCases.filter { $0 != .blockRewardRevenueYearAgo }.map { figure in
            Trend(
                figure: figure, subject: setting.question.scope.name,
                computed: moments.map { $0.told(figure) },
                claimed: span.map { claims.claims(of: figure, within: $0) } ?? [])
        }
        var computed = PeriodTable(
            title: "Computed", periods: series.periods, name: "computed", hasFigures: true)
        for trend in trends {
            computed.append(
                trend.subject, trend.figure.title, trend.figure.definition, trend.computed)
        }
        return Account(
            document: Document(
                report: "trend",
                parameters: setting.parameters + [
                    Parameter("from", series.periods.first?.description),
                    Parameter("to", series.periods.last?.description),
                ],
                tables: [computed.table, Self.claimed(trends)],
                charts: trends.compactMap { $0.chart(series.periods) },
                notes: [series.note].compactMap(\.self) + notes(moments)),
            workings: computed.workings)
    }

    private func notes(_ moments: [SectorMoment]) -> [String] {
        let empty = moments.filter(\.members.isEmpty).map { "\($0.period)" }
        guard !empty.isEmpty else { return [] }
        return [
            "\(setting.question.scope.name) has no members at the end of "
                + "\(empty.joined(separator: ", ")), so that only figures of the network can be told "
                + "for these."
        ]
    }

    private static func claimed(_ trends: [Trend]) -> Table {
        Table(
            name: "claimed", title: "Printed by others",
            columns: [
                Column("figure", "Code", .text, audience: .programs),
                Column("title", "Figure", .text), Column("on", "On", .text),
                Column("claimed", "Printed", .number), Column("unit", "Unit", .text),
                Column("publisher", "By", .text),
                Column("source", "Source", .text, audience: .programs),
            ],
            rows: trends.flatMap { trend in
                trend.claimed.map { claim in
                    let unit = trend.figure.definition.unit
                    return [
                        .text(trend.figure.code), .text(trend.figure.title),
                        .text("\(claim.on)"), .number(claim, of: trend.figure, unit),
                        .worded(unit.code, shown: unit.shown), .text(claim.publisher),
                        .text(orMissing: claim.source),
                    ]
                }
            })
    }
}

extension Cell {
    /// A claim of a figure with the digits that were printed, where the figure is shown in `unit`.
    fileprivate static func number(_ claim: Claim, of figure: Figure, _ unit: FigureUnit) -> Cell {
        let places = claim.value.decimals - (claim.value.unit.exponent - figure.unit.exponent)
        return .number(
            Number(
                claim.value.value(in: figure.unit), places: places - unit.power, power: unit.power))
    }
}
