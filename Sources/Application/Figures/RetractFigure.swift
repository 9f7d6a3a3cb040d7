import Bookkeeping
import Mining

/// Takes one wrong observation out of a book.
package struct RetractFigure {
    /// The name of a company, the network or a group.
    package var subject: String
    package var metric: Metric
    package var period: Period
    /// Needed if several sources have it.
    package var source: String?
    /// Needed if it was published several times.
    package var publishedOn: Day?

    package init(
        subject: String, metric: Metric, period: Period, source: String?, publishedOn: Day?
    ) {
        self.subject = subject
        self.metric = metric
        self.period = period
        self.source = source
        self.publishedOn = publishedOn
    }

    /// Deletes the observation and returns it with the number by which `undo` brings it back; it is
    /// kept among the corrections. `version` is the program's, `now` the time.
    ///
    /// - Throws: `ApplicationError` if none or several are meant; `BookError`.
    package func run(
        version: String, now: Timestamp, in book: some WritableBook
    ) throws -> (observation: Observation, number: Int?) {
        try book.transaction(failure: \.self) {
            let found = try self.found(in: book)
            return .commit((found, try book.retract(found, version: version, at: now)))
        }
    }

    private func found(in book: some WritableBook) throws -> Observation {
        let subject = try book.roster().subject(called: self.subject)
        let period = metric.kind == .instant ? Period(day: self.period.last) : self.period
        let all = try book.vintages(of: subject.code, metric: metric)
        let vintages = all.filter { $0.period == period }
        let meant = vintages.filter {
            (source ?? $0.source) == $0.source && (publishedOn ?? $0.publishedOn) == $0.publishedOn
        }
        if let first = meant.first, meant.count == 1 { return first }
        guard meant.isEmpty else { throw ApplicationError.severalObservations(meant) }
        let what = "\(subject.code) \(metric) \(period)"
        guard vintages.isEmpty else { throw ApplicationError.otherObservations(of: what, vintages) }
        throw ApplicationError.noObservation(
            of: what,
            nearest: all.min { period.distance(to: $0.period) < period.distance(to: $1.period) })
    }
}

extension Period {
    /// How far two periods are apart, in days at both ends.
    fileprivate func distance(to other: Period) -> Int {
        abs(first.number - other.first.number) + abs(last.number - other.last.number)
    }
}
