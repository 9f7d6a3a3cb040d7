import Mining

/// The sector's figures month by month or quarter by quarter, computed and claimed.
///
/// Tables: `computed` (a row for each figure, a column for each period; instants at the end of each
/// period), `changes` (what each figure changed from period to period, over the same members),
/// `claimed` (a row for each claim in that time, by figure and day). Charts: one for each
/// figure that is known for more than one day, with claims at their own days.
struct TrendReport<Source: Book> {
    private let context: ReportContext<Source>

    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            let empty = PeriodTable(
                title: "Computed", periods: [], name: "computed", hasFigures: true)
            return query.emptyResult("trend", [empty.table])
        }
        return try TrendReport(context: context).result()
    }

    /// From `--from`; without it the last twelve months that end by the day.
    private var series: PeriodSeries {
        if context.query.from != nil { return context.series }
        let end = context.query.to?.last ?? context.day
        return PeriodSeries(months: 12, endingBy: end)
    }

    private func result() throws(Source.Failure) -> ReportResult {
        let series = series
        let calculator = SectorCalculator(context.reader, context.scopeMembers)
        let claims = try SectorClaims(context.query.scope, context.reader)
        var snapshots: [SectorSnapshot] = []
        var methods = SectorMethods()
        for period in series.periods.reversed() {
            let snapshot = try calculator.snapshot(period, using: methods)
                .withConflicts(context.reader)
            if snapshots.isEmpty { methods = snapshot.methods }
            snapshots.insert(snapshot, at: 0)
        }
        let span = series.periods.first.flatMap { first in
            series.periods.last.flatMap { Period(first.first, $0.last) }
        }
        let trends = Figure.allCases.filter { $0 != .blockRewardRevenueYearAgo }.map { figure in
            FigureTrend(
                figure, of: context.query.scope.name, snapshots,
                claimed: span.map { claims.claims(of: figure, within: $0) } ?? [])
        }
        var computed = PeriodTable(
            title: "Computed", periods: series.periods, name: "computed", hasFigures: true)
        for trend in trends {
            computed.append(
                trend.subject, trend.figure.title, trend.figure.definition, trend.computed)
        }
        var changes = ChangeTable(series.periods)
        for trend in trends {
            changes.append(
                trend.figure.definition, trend.steps, isSum: trend.figure.isSumOverMembers)
        }
        return ReportResult(
            document: Document(
                report: "trend",
                parameters: context.parameters + [
                    Parameter("from", series.periods.first?.description),
                    Parameter("to", series.periods.last?.description),
                ],
                tables: [computed.table, changes.table, Self.claimed(trends)],
                charts: trends.compactMap { $0.chart(series.periods) },
                notes: [series.note].compactMap(\.self) + notes(snapshots)
                    + BlankPeriods.sentences(trends, over: snapshots) + changes.notes
                    + trends.flatMap { $0.computed.flatMap(\.conflicts) }.sentences),
            explainedFigures: computed.explainedFigures)
    }

    private func notes(_ snapshots: [SectorSnapshot]) -> [String] {
        let empty = snapshots.filter(\.members.isEmpty).map { "\($0.period)" }
        guard !empty.isEmpty else { return [] }
        return [
            "\(context.query.scope.name) has no members at the end of "
                + "\(empty.joined(separator: ", ")): only figures of the network are shown for "
                + "these periods."
        ]
    }

    private static func claimed(_ trends: [FigureTrend]) -> Table {
        Table(
            name: "claimed", title: "Printed by others",
            columns: [
                .init("figure", "Code", .text, audience: .programs) { .text($0.figure.code) },
                .init("title", "Figure", .text) { .text($0.figure.title) },
                .init("on", "On", .text) { .text("\($0.claim.on)") },
                .init("claimed", "Printed", .number) {
                    .number(.claimed($0.claim, of: $0.figure, in: $0.unit))
                },
                .init("unit", "Unit", .text) { .worded($0.unit.code, shown: $0.unit.shown) },
                .init("publisher", "By", .text) { .text($0.claim.publisher) },
                .init("published_on", "Published", .date, audience: .programs) {
                    .date(orMissing: $0.claim.publishedOn)
                },
                .init("source", "Source", .text, audience: .programs) {
                    .text(orMissing: $0.claim.source)
                },
            ],
            lines: trends.flatMap { trend in
                trend.claimed.map { claim in
                    FigureClaim(
                        figure: trend.figure, unit: trend.figure.definition.unit, claim: claim)
                }
            })
    }

    private struct FigureClaim {
        let figure: Figure
        let unit: FigureUnit
        let claim: Claim
    }
}
