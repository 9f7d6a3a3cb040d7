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
        let batch = parts(of: rows)
        for row in rows {
            let observation = row.value
            func warn(_ fact: ImportProblem.Fact) {
                diagnostics.warn(
                    ImportProblem(
                        file: file, line: row.line, column: observation.metric.code, fact: fact))
            }
            // A target is set before its day.
            let isAhead = observation.metric == .targetHashrate
            if !isAhead, observation.period.last > today { warn(.future(observation.period)) }
            if !isAhead, let day = observation.publishedOn, day < observation.period.last {
                warn(.publishedEarly(day, observation.period))
            }
            let figure = Figure(observation)
            if let before = try neighbour(of: observation, known),
                figure.isTenfold(of: before, as: observation.metric)
            {
                warn(.tenfold(observation.value, before.value, before.period))
            }
            if let other = try counterpart(of: observation, batch, known) {
                let (value, limit) = (observation.value, other.value)
                if observation.metric.isPart {
                    if value.base > limit.base { warn(.above(value, other.metric, limit)) }
                } else if value.base < limit.base {
                    warn(.below(value, other.metric, limit))
                }
            }
            last[observation.subject, observation.metric] = figure
        }
        for row in rows where row.value.metric.counterpart != nil {
            isKnown[row.value.subject, row.value.metric] = true
        }
    }

    /// The figure of the series that came before in the file, else in the book.
    private mutating func neighbour<Failure: Error>(
        of observation: Observation, _ known: Lookup<Failure>
    ) throws(Failure) -> Figure? {
        if let last = last[observation.subject, observation.metric] { return last }
        let day = observation.period.last.advanced(by: -1)
        return try known(observation.metric, observation.subject, day).map(Figure.init)
    }

    /// Those of `rows` that are a part or a whole of which the other may be among them, too.
    private func parts(of rows: [Lined<Observation>]) -> [Moment: Observation] {
        var metrics: Set<Metric> = []
        for row in rows { metrics.insert(row.value.metric) }
        let paired = metrics.filter { $0.counterpart.map(metrics.contains) ?? false }
        guard !paired.isEmpty else { return [:] }
        var batch: [Moment: Observation] = [:]
        for row in rows where paired.contains(row.value.metric) {
            batch[Moment(row.value, row.value.metric)] = row.value
        }
        return batch
    }

    /// The whole of which the figure is a part on that day, or the part of which it is the whole.
    ///
    /// Where both stand in one batch, it is found for the part alone, so that it is said once.
    private mutating func counterpart<Failure: Error>(
        of observation: Observation, _ batch: [Moment: Observation], _ known: Lookup<Failure>
    ) throws(Failure) -> Observation? {
        guard let metric = observation.metric.counterpart else { return nil }
        if let other = batch[Moment(observation, metric)] {
            return observation.metric.isPart ? other : nil
        }
        let (subject, day) = (observation.subject, observation.period.last)
        if isKnown[subject, metric] == nil {
            isKnown[subject, metric] = try known(metric, subject, .last) != nil
        }
        guard isKnown[subject, metric] == true,
            let other = try known(metric, subject, day), other.period.last == day
        else { return nil }
        return other
    }

    /// A series on a day.
    private struct Moment: Hashable {
        var subject: String
        var metric: Metric
        var day: Day

        init(_ observation: Observation, _ metric: Metric) {
            subject = observation.subject
            self.metric = metric
            day = observation.period.last
        }
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

/// A figure of a series.
private struct Figure {
    let value: Quantity
    let period: Period

    init(_ observation: Observation) {
        value = observation.value
        period = observation.period
    }

    /// Whether it is ten times another of as long a period, or a tenth of it.
    ///
    /// What flows comes and goes, but for the bitcoin that a fleet mines; so do fees. Between
    /// figures that are years apart anything may have happened.
    func isTenfold(of other: Figure, as metric: Metric) -> Bool {
        let (one, two) = (value.base.magnitude, other.value.base.magnitude)
        guard max(one, two) / 10 >= min(one, two), one != 0, two != 0,
            metric.kind != .flow && metric != .feeReward || metric == .btcMined,
            isWithinYear(of: other), abs(period.days - other.period.days) <= 3,
            (value.base < 0) == (other.value.base < 0)
        else { return false }
        return true
    }

    /// Whether they end within a year of each other and the weeks by which a report may be late.
    private func isWithinYear(of other: Figure) -> Bool {
        let (one, two) = (period.last, other.period.last)
        return min(one, two).advanced(by: 400) >= max(one, two)
    }
}
