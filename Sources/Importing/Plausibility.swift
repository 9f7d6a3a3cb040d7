import Mining

/// Looks over the observations of one file for what is possible but unlikely, such as EH/s
/// written for PH/s. What it finds are warnings and stand in nobody's way.
///
/// It keeps the last figure of each series alone, so that a file of any size is looked over as
/// it streams by; the figure before a file's first is asked of the book, and so is the whole or
/// the part of a figure, which may stand in an earlier batch. Each batch is checked before it is
/// recorded.
package struct Plausibility {
    /// The figure that the book has of a metric and subject at or before a day.
    package typealias Lookup<Failure: Error> = (Metric, String, Day) throws(Failure) -> Observation?

    private let file: String
    private let today: Day
    private var last = SeriesTable<Figure>()
    /// Whether there are figures of a series that is a part or a whole, in the book or in the
    /// batches before this one.
    private var isKnown = SeriesTable<Bool>()

    /// `today` is the day after which a figure is of the future.
    package init(file: String, today: Day) {
        self.file = file
        self.today = today
    }

    /// Warns of what is unlikely in the next rows of the file.
    package mutating func check<Failure: Error>(
        _ rows: [Lined<Observation>], to diagnostics: inout Diagnostics,
        known: Lookup<Failure>
    ) throws(Failure) {
        // A span lends its elements, where an array gives copies.
        let lent = rows.span
        let figures = lent.indices.map { Figure(lent[$0].value) }
        let batch = parts(of: figures)
        for index in figures.indices {
            let figure = figures[index]
            func warn(_ fact: ImportProblem.Fact) {
                diagnostics.warn(
                    ImportProblem(
                        file: file, line: rows[index].line, column: figure.metric.code, fact: fact))
            }
            // A target is set before its day.
            let isAhead = figure.metric == .targetHashrate
            if !isAhead, figure.period.last > today { warn(.future(figure.period)) }
            if !isAhead, let day = figure.publishedOn, day < figure.period.last {
                warn(.publishedEarly(day, figure.period))
            }
            if let before = try neighbour(of: figure, known), figure.isTenfold(of: before) {
                warn(.tenfold(figure.value, before.value, before.period))
            }
            if let other = try counterpart(of: figure, batch, known) {
                let (value, limit) = (figure.value, other.value)
                if figure.metric.isPart {
                    if value.base > limit.base { warn(.above(value, other.metric, limit)) }
                } else if value.base < limit.base {
                    warn(.below(value, other.metric, limit))
                }
            }
            last[figure.subject, figure.metric] = figure
        }
        for figure in figures where figure.metric.counterpart != nil {
            isKnown[figure.subject, figure.metric] = true
        }
    }

    /// The figure of the series that came before in the file, else in the book.
    private mutating func neighbour<Failure: Error>(
        of figure: Figure, _ known: Lookup<Failure>
    ) throws(Failure) -> Figure? {
        if let last = last[figure.subject, figure.metric] { return last }
        let day = figure.period.last.advanced(by: -1)
        return try known(figure.metric, figure.subject, day).map(Figure.init)
    }

    /// Those of a batch that are a part or a whole, of which the other may be among them, too.
    private func parts(of figures: [Figure]) -> [Moment: Figure] {
        var metrics: Set<Metric> = []
        for figure in figures { metrics.insert(figure.metric) }
        let paired = metrics.filter { $0.counterpart.map(metrics.contains) ?? false }
        guard !paired.isEmpty else { return [:] }
        let parts = figures.filter { paired.contains($0.metric) }
        return Dictionary(
            parts.map { (Moment($0, $0.metric), $0) }, uniquingKeysWith: { $1 })
    }

    /// The whole of which the figure is a part on that day, or the part of which it is the whole.
    ///
    /// Where both stand in one batch, it is found for the part alone, so that it is said once.
    private mutating func counterpart<Failure: Error>(
        of figure: Figure, _ batch: [Moment: Figure], _ known: Lookup<Failure>
    ) throws(Failure) -> Figure? {
        guard let metric = figure.metric.counterpart else { return nil }
        if !batch.isEmpty, let other = batch[Moment(figure, metric)] {
            return figure.metric.isPart ? other : nil
        }
        let (subject, day) = (figure.subject, figure.period.last)
        if isKnown[subject, metric] == nil {
            isKnown[subject, metric] = try known(metric, subject, .last) != nil
        }
        guard isKnown[subject, metric] == true,
            let other = try known(metric, subject, day), other.period.last == day
        else { return nil }
        return Figure(other)
    }

    /// A series on a day.
    private struct Moment: Hashable {
        var subject: String
        var metric: Metric
        var day: Day

        init(_ figure: Figure, _ metric: Metric) {
            subject = figure.subject
            self.metric = metric
            day = figure.period.last
        }
    }
}

/// What of an observation is looked at: copied once for each row, so without what costs to copy.
private struct Figure {
    let subject: String
    let metric: Metric
    let period: Period
    let value: Quantity
    let publishedOn: Day?

    @inline(__always)
    init(_ observation: borrowing Observation) {
        subject = observation.subject
        metric = observation.metric
        period = observation.period
        value = observation.value
        publishedOn = observation.publishedOn
    }

    /// Whether it is ten times another of as long a period, or a tenth of it.
    ///
    /// What flows comes and goes, but for the bitcoin that a fleet mines; so do fees. Between
    /// figures that are years apart anything may have happened.
    func isTenfold(of other: Figure) -> Bool {
        let (one, two) = (value.base.magnitude, other.value.base.magnitude)
        return max(one, two) / 10 >= min(one, two) && one != 0 && two != 0
            && (metric.kind != .flow && metric != .feeReward || metric == .btcMined)
            && isWithinYear(of: other) && abs(period.days - other.period.days) <= 3
            && (value.base < 0) == (other.value.base < 0)
    }

    /// Whether they end within a year of each other and the weeks by which a report may be late.
    private func isWithinYear(of other: Figure) -> Bool {
        let (one, two) = (period.last, other.period.last)
        return min(one, two).advanced(by: 400) >= max(one, two)
    }
}

extension Metric {
    /// The metric that must not be below this one, or not above it, on the same day.
    fileprivate var counterpart: Metric? {
        switch self {
        case .operatingHashrate: .deployedHashrate
        case .deployedHashrate: .operatingHashrate
        case .btcRestricted: .btcHeld
        case .btcHeld: .btcRestricted
        default: nil
        }
    }

    /// Whether it is the one that must not be above the other.
    fileprivate var isPart: Bool { self == .operatingHashrate || self == .btcRestricted }
}
