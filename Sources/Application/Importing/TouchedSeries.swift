import Importing
import Mining

/// The series that an import added figures to, and the days of these figures.
struct TouchedSeries {
    private(set) var metrics: [String: Set<Metric>] = [:]
    /// The highest hashrate of each company that has a new one, in base units.
    private(set) var highestHashrates: [String: Int64] = [:]
    /// From the first to the last day with a new market cap or share price, by company.
    private(set) var marketCapSpans: [String: Period] = [:]
    /// Nil if there are no figures.
    private(set) var span: Period?

    /// Adds those of the file that was checked.
    mutating func add(_ check: PlausibilityCheck) {
        metrics.merge(check.metrics) { $0.union($1) }
        highestHashrates.merge(check.highestHashrates) { max($0, $1) }
        marketCapSpans.merge(check.marketCapSpans) { $0.joined(with: $1) }
        guard let span = check.span else { return }
        self.span = self.span?.joined(with: span) ?? span
    }
}
