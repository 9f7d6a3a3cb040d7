import Mining

/// The series that an import added figures to, and the days of these figures.
struct TouchedSeries {
    private(set) var metrics: [String: Set<Metric>] = [:]
    /// Nil if there are no figures.
    private(set) var span: Period?

    /// Adds those of a file; `span` is nil if it has no figures.
    mutating func add(_ metrics: [String: Set<Metric>], within span: Period?) {
        self.metrics.merge(metrics) { $0.union($1) }
        guard let span else { return }
        let old = self.span ?? span
        self.span = Period(min(old.first, span.first), max(old.last, span.last))
    }
}
