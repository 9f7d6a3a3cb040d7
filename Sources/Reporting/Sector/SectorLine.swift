import Mining

/// A figure of the sector, compared with its base: a row of the headline.
struct SectorLine {
    let figure: Figure
    let compared: ComparedFigure
    /// The base. For a figure over a period it is a whole period: a day becomes its month to date.
    /// The figure of a year ago has its own period here, or nil if there is no year before.
    var since: Period? { compared.since }

    /// A figure and its base; `mismatch` says why the two cannot be compared.
    init(
        _ figure: Figure, _ now: ComputedFigure, since: Period, base: ComputedFigure,
        mismatch: String?
    ) {
        self.figure = figure
        compared = ComparedFigure(
            Self.definition(of: figure, now, base), now, before: base, mismatch: mismatch,
            since: figure.isOverPeriod ? since.monthToDate : since)
    }

    /// The block reward revenue of a year ago; its change is the one to `today`.
    init(_ yearAgo: SectorComparison.YearAgo, today: Expression?) {
        figure = .blockRewardRevenueYearAgo
        compared = ComparedFigure(
            Self.definition(of: figure, yearAgo.revenue), yearAgo.revenue, of: yearAgo.period,
            changingTo: today)
    }

    /// The figure's definition, in a unit that suits its size: billions of dollars, for example.
    private static func definition(
        of figure: Figure, _ now: ComputedFigure, _ base: ComputedFigure = ComputedFigure()
    ) -> FigureDefinition {
        var definition = figure.definition
        let size = abs(now.expression?.value ?? base.expression?.value ?? 0)
        let code = figure.unit.code
        switch figure.unit {
        case .dollar where size >= 1e9:
            definition.unit = .billionDollars
        case .dollar where size >= 1e6:
            definition.unit = FigureUnit(code, shown: Unit.millionDollars.code, power: -6)
        default: definition.unit = FigureUnit(code)
        }
        return definition
    }
}
