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
    private var last = SeriesTable<ObservationBatch.Row>()
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
        _ batch: ObservationBatch, to diagnostics: inout Diagnostics,
        known: Lookup<Failure>
    ) throws(Failure) {
        let subjects = (0..<batch.subjects.count).map { batch.subjects[$0] }
        // Both tables are asked for the same subjects in the same order.
        let places = subjects.map { subject in
            _ = isKnown.place(of: subject)
            return last.place(of: subject)
        }
        let parts = parts(of: batch)
        for row in batch.rows {
            let (place, subject) = (places[Int(row.subject)], subjects[Int(row.subject)])
            func warn(_ fact: ImportProblem.Fact) {
                diagnostics.warn(
                    ImportProblem(file: file, line: row.line, column: row.metric.code, fact: fact))
            }
            // A target is set before its day.
            let isAhead = row.metric == .targetHashrate
            if !isAhead, row.period.last > today { warn(.future(row.period)) }
            if !isAhead, let day = row.publishedOn, day < row.period.last {
                warn(.publishedEarly(day, row.period))
            }
            if let last = last[place, row.metric] {
                if row.isTenfold(of: last.value, in: last.period) {
                    warn(.tenfold(row.value, last.value, last.period))
                }
            } else if let before = try known(
                row.metric, subject, row.period.last.advanced(by: -1)),
                row.isTenfold(of: before.value, in: before.period)
            {
                warn(.tenfold(row.value, before.value, before.period))
            }
            if let (metric, value) = try counterpart(of: row, parts, place, subject, known) {
                if row.metric.isPart {
                    if row.value.base > value.base { warn(.above(row.value, metric, value)) }
                } else if row.value.base < value.base {
                    warn(.below(row.value, metric, value))
                }
            }
            last[place, row.metric] = row
        }
        for row in batch.rows where row.metric.counterpart != nil {
            isKnown[places[Int(row.subject)], row.metric] = true
        }
    }

    /// Those of a batch that are a part or a whole, of which the other may be among them, too.
    private func parts(of batch: ObservationBatch) -> [Moment: Quantity] {
        // Two looks at every row are cheaper than a set of those that most batches have none of.
        let paired = Metric.allCases.filter { metric in
            guard let other = metric.counterpart else { return false }
            return batch.rows.contains { $0.metric == metric }
                && batch.rows.contains { $0.metric == other }
        }
        guard !paired.isEmpty else { return [:] }
        let parts = batch.rows.filter { paired.contains($0.metric) }
        return Dictionary(
            parts.map { (Moment($0, $0.metric), $0.value) }, uniquingKeysWith: { $1 })
    }

    /// The whole of which the figure is a part on that day, or the part of which it is the whole.
    ///
    /// Where both stand in one batch, it is found for the part alone, so that it is said once.
    private mutating func counterpart<Failure: Error>(
        of row: ObservationBatch.Row, _ parts: [Moment: Quantity], _ place: Int, _ subject: String,
        _ known: Lookup<Failure>
    ) throws(Failure) -> (Metric, Quantity)? {
        guard let metric = row.metric.counterpart else { return nil }
        if !parts.isEmpty, let value = parts[Moment(row, metric)] {
            return row.metric.isPart ? (metric, value) : nil
        }
        if isKnown[place, metric] == nil {
            isKnown[place, metric] = try known(metric, subject, .last) != nil
        }
        let day = row.period.last
        guard isKnown[place, metric] == true, let other = try known(metric, subject, day),
            other.period.last == day
        else { return nil }
        return (metric, other.value)
    }

    /// A series of a batch on a day.
    private struct Moment: Hashable {
        var subject: Int32
        var metric: Metric
        var day: Day

        init(_ row: ObservationBatch.Row, _ metric: Metric) {
            subject = row.subject
            self.metric = metric
            day = row.period.last
        }
    }
}

extension ObservationBatch.Row {
    /// Whether its value is ten times another of as long a period, or a tenth of it.
    ///
    /// What flows comes and goes, but for the bitcoin that a fleet mines; so do fees. Between
    /// figures that are years apart anything may have happened.
    fileprivate func isTenfold(of other: Quantity, in otherPeriod: Period) -> Bool {
        let (one, two) = (value.base.magnitude, other.base.magnitude)
        return max(one, two) / 10 >= min(one, two) && one != 0 && two != 0
            && (metric.kind != .flow && metric != .feeReward || metric == .btcMined)
            && period.endsWithinYear(of: otherPeriod) && abs(period.days - otherPeriod.days) <= 3
            && (value.base < 0) == (other.base < 0)
    }
}

extension Period {
    /// Whether they end within a year of each other and the weeks by which a report may be late.
    fileprivate func endsWithinYear(of other: Period) -> Bool {
        min(last, other.last).advanced(by: 400) >= max(last, other.last)
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
