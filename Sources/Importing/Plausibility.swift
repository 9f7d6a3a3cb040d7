import Mining

/// Looks over the observations of one file for what is possible but unlikely, such as EH/s
/// written for PH/s. What it finds are warnings and stand in nobody's way.
///
/// It keeps the last figure of each series alone, so that a file of any size is looked over as
/// it streams by; the figure before a file's first is asked of the book.
package struct Plausibility {
    /// The figure that the book has of a metric and subject at or before a day.
    package typealias Lookup<Failure: Error> = (Metric, String, Day) throws(Failure) -> Observation?

    private struct Series: Hashable {
        var subject: String
        var metric: Metric
    }

    private let file: String
    private let today: Day
    private var last: [Series: Observation] = [:]

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
            if let before = try neighbour(of: observation, known),
                observation.isTenfold(of: before)
            {
                warn(.tenfold(observation.value, before.value, before.period))
            }
            if let (other, isAbove) = try bound(of: observation, known), isAbove {
                warn(.above(observation.value, other.metric, other.value))
            }
            last[Series(subject: observation.subject, metric: observation.metric)] = observation
        }
    }

    /// The figure of the series that came before in the file, else in the book.
    private func neighbour<Failure: Error>(
        of observation: Observation, _ known: Lookup<Failure>
    ) throws(Failure) -> Observation? {
        let series = Series(subject: observation.subject, metric: observation.metric)
        if let last = last[series] { return last }
        return try known(
            observation.metric, observation.subject, observation.period.last.advanced(by: -1))
    }

    /// The figure of the same day that this one must not be above, or that must not be above it.
    private func bound<Failure: Error>(
        of observation: Observation, _ known: Lookup<Failure>
    ) throws(Failure) -> (other: Observation, isBroken: Bool)? {
        let upper: Metric
        switch observation.metric {
        case .operatingHashrate: upper = .deployedHashrate
        case .btcRestricted: upper = .btcHeld
        default: return nil
        }
        let day = observation.period.last
        var other = last[Series(subject: observation.subject, metric: upper)]
        if other?.period.last != day { other = try known(upper, observation.subject, day) }
        guard let other, other.period.last == day else { return nil }
        return (other, observation.value.base > other.value.base)
    }
}

extension Observation {
    /// Whether it is ten times another of as long a period, or a tenth of it.
    ///
    /// What flows comes and goes, but for the bitcoin that a fleet mines.
    fileprivate func isTenfold(of other: Observation) -> Bool {
        guard metric.kind != .flow || metric == .btcMined,
            abs(period.days - other.period.days) <= 3, value.base != 0, other.value.base != 0,
            (value.base < 0) == (other.value.base < 0)
        else { return false }
        let (one, two) = (value.base.magnitude, other.value.base.magnitude)
        return max(one, two) / 10 >= min(one, two)
    }
}
