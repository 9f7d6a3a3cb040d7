import Mining

/// A figure at the moment asked for, beside its base: a row of the headline, and what the notes
/// put into words.
struct SectorLine {
    let figure: Figure
    /// The figure as the book tells it, with what it rests on.
    let computed: Computed
    /// `nil` where the book cannot tell it.
    let estimate: Estimate?
    /// What the change is taken from.
    let since: Period?
    let previous: Estimate?
    /// In the figure's unit; `nil` where an end is open or the two are unlike.
    let change: Estimate?
    /// The change relative to `previous`; `nil` for a percentage, whose change is never given in
    /// percent, and from zero or below.
    let percent: Estimate?

    /// The line of a figure with its base.
    init(
        _ figure: Figure, _ computed: Computed, since: Period, base: Expression?,
        isComparable: Bool
    ) {
        let (estimate, previous) = (Estimate(computed.expression), Estimate(base))
        self.init(
            figure, computed, estimate, since: since, previous: previous,
            change: isComparable
                ? FigureChange(from: base, previous, to: computed.expression, estimate) : nil)
    }

    /// The line of the figure of a year ago: its change is what has come since, to today's.
    init(_ yearAgo: SectorComparison.YearAgo, today: Expression?) {
        let estimate = Estimate(yearAgo.revenue.expression)
        self.init(
            .blockRewardRevenueYearAgo, yearAgo.revenue, estimate, since: yearAgo.period,
            previous: nil,
            change: FigureChange(
                from: yearAgo.revenue.expression, estimate, to: today, Estimate(today)))
    }

    private init(
        _ figure: Figure, _ computed: Computed, _ estimate: Estimate?, since: Period?,
        previous: Estimate?, change: FigureChange?
    ) {
        self.figure = figure
        self.computed = computed
        self.since = since
        self.estimate = estimate
        self.previous = previous
        self.change = change?.absolute
        percent = figure.unit.dimension == .percentage ? nil : change?.percent
    }

    /// The power of ten that people see the figure in, and its unit then: billions of dollars
    /// rather than dollars.
    var scale: (power: Int, unit: Unit) {
        let size = abs(estimate?.value ?? previous?.value ?? 0)
        return switch figure.unit {
        case .dollar where size >= 1e9: (-9, .billionDollars)
        case .dollar where size >= 1e6: (-6, .millionDollars)
        default: (0, figure.unit)
        }
    }
}
