import Mining

/// Warns about unlikely observations of a file, such as EH/s written as PH/s.
///
/// It keeps only the last figure of each subject and metric, so that memory does not depend on the
/// size of the file. The first one of the file is compared with the figure before it in the book, so
/// each batch must be checked before it is recorded.
///
/// Vintages of the same period are compared when they are recorded. Figures that are related in
/// another way, such as revenue and cost, are compared at the end of the import, as the other one may
/// be in a later row.
package struct PlausibilityCheck {
    /// Where the file begins to have figures of a series.
    package struct Beginning: Hashable {
        package let metric: Metric
        package let subject: String
        /// The day before the last one of the first figure.
        package let dayBefore: Day

        fileprivate init(_ row: ObservationBatch.Row, of subject: String) {
            metric = row.metric
            self.subject = subject
            dayBefore = row.period.last.advanced(by: -1)
        }
    }

    private let file: String
    private let today: Day
    private var last = SubjectMetricTable<ObservationBatch.Row>()
    /// The highest hashrate of each company, whatever its metric, stored under `deployedHashrate`.
    private var highest = SubjectMetricTable<Int64>()
    /// From the first to the last market cap or share price of each company, stored under
    /// `marketCap`.
    private var marketCaps = SubjectMetricTable<Period>()
    /// The share facts of companies that have any.
    private let histories: [String: ShareHistory]
    /// The first and the last day of a period of the file; nil as long as there is none.
    package private(set) var span: Period?

    /// A check of `file`. Figures after `today` are in the future. `histories` are the share facts
    /// of the book.
    package init(file: String, today: Day, histories: [String: ShareHistory]) {
        self.file = file
        self.today = today
        self.histories = histories
    }

    /// The series that begin in the next batch of the file; empty if all began earlier.
    package mutating func beginnings(in batch: ObservationBatch) -> [Beginning] {
        let (subjects, indexes) = subjects(of: batch)
        var isKnown = SubjectMetricTable<Bool>()
        for subject in subjects { _ = isKnown.index(of: subject) }
        var beginnings: [Beginning] = []
        for row in batch.rows {
            let subject = Int(row.subject)
            guard last[indexes[subject], row.metric] == nil, isKnown[subject, row.metric] == nil
            else { continue }
            isKnown[subject, row.metric] = true
            beginnings.append(Beginning(row, of: subjects[subject]))
        }
        return beginnings
    }

    /// The subjects of a batch, and their indexes in the tables.
    private mutating func subjects(
        of batch: ObservationBatch
    ) -> (subjects: [String], indexes: [Int]) {
        let subjects = (0..<batch.subjects.count).map { batch.subjects[$0] }
        // All tables get the same subjects in the same order, so that their indexes are equal.
        let indexes = subjects.map { subject in
            _ = highest.index(of: subject)
            _ = marketCaps.index(of: subject)
            return last.index(of: subject)
        }
        return (subjects, indexes)
    }

    /// Checks the next batch of the file. Warnings go to `diagnostics`. `before` are the book's latest
    /// figures at the days before the series that begin in it.
    package mutating func check(
        _ batch: ObservationBatch, after before: [Beginning: Observation],
        to diagnostics: inout Diagnostics
    ) {
        let (subjects, indexes) = subjects(of: batch)
        for row in batch.rows {
            let (index, subject) = (indexes[Int(row.subject)], subjects[Int(row.subject)])
            func warn(_ reason: ImportProblem.Reason) {
                diagnostics.warn(
                    ImportProblem(
                        file: file, line: row.line, column: row.metric.code, reason: reason))
            }
            // A target is published before its day.
            let isAhead = row.metric == .targetHashrate
            if !isAhead, row.period.last > today { warn(.futurePeriod(row.period)) }
            if !isAhead, let day = row.publishedOn, day < row.period.last {
                warn(.publishedEarly(day, row.period))
            }
            if let reason = scaleProblem(of: row, index, subject, before) { warn(reason) }
            last[index, row.metric] = row
            span = span?.joined(with: row.period) ?? row.period
            if row.metric == .marketCap || row.metric == .sharePrice {
                let known = marketCaps[index, .marketCap]
                marketCaps[index, .marketCap] = known?.joined(with: row.period) ?? row.period
            }
            if row.metric.isBelowNetwork {
                highest[index, .deployedHashrate] = max(
                    row.value.base, highest[index, .deployedHashrate] ?? 0)
            }
        }
    }

    /// The subjects of the file with the metrics of their figures.
    package var metrics: [String: Set<Metric>] { last.metrics }

    /// The highest hashrate of each company of the file that has any, in base units.
    package var highestHashrates: [String: Int64] { highest.values(of: .deployedHashrate) }

    /// From the first to the last day with a market cap or share price, of each company of the file
    /// that has any.
    package var marketCapSpans: [String: Period] { marketCaps.values(of: .marketCap) }

    /// Why a value is probably in the wrong unit: it differs much from the figure before, or it is
    /// unlikely for any subject. Nil if neither is the case.
    @inline(__always)
    private func scaleProblem(
        of row: ObservationBatch.Row, _ index: Int, _ subject: String,
        _ before: [Beginning: Observation]
    ) -> ImportProblem.Reason? {
        let history = row.metric.hasShareBasis ? histories[subject] : nil
        if let last = last[index, row.metric] {
            if let error = row.scaleError(besides: last.dated, in: last.period, history) {
                return .tenfold(row.value, last.value, last.period, error)
            }
        } else if let before = before[Beginning(row, of: subject)],
            let error = row.scaleError(besides: before.dated, in: before.period, history)
        {
            return .tenfold(row.value, before.value, before.period, error)
        }
        return Implausibility(row.metric, over: row.period, row.value).map {
            .implausible(row.value, $0, row.metric)
        }
    }
}

extension ObservationBatch.Row {
    /// By how much the value differs from that of another period, if that is unlikely. Nil for
    /// periods of different length or more than about a year apart. `history` are the share facts
    /// if there are any and the metric depends on them.
    @inline(__always)
    fileprivate func scaleError(
        besides other: DatedQuantity, in otherPeriod: Period, _ history: ShareHistory?
    ) -> ScaleError? {
        if history == nil {
            let (one, two) = (value.base.magnitude, other.value.base.magnitude)
            // Of nearly all pairs neither is ten times the other.
            guard max(one, two) / 10 >= min(one, two), one != 0, two != 0 else { return nil }
        }
        guard period != otherPeriod, period.endsWithinYear(of: otherPeriod),
            abs(period.days - otherPeriod.days) <= 3
        else { return nil }
        return ScaleError(
            dated, other, of: metric, atLeast: metric.unlikelyFactor, history ?? ShareHistory([]))
    }
}

extension Period {
    /// Whether both end within a year of each other, plus some weeks for a late report.
    fileprivate func endsWithinYear(of other: Period) -> Bool {
        min(last, other.last).advanced(by: 400) >= max(last, other.last)
    }
}
