import Mining

/// What identifies an observation of a book.
struct ObservationKey: Hashable {
    var subject: String
    var metric: Metric
    var period: Period
    var publishedOn: Day?
    var source: String

    init(_ observation: Observation) {
        subject = observation.subject
        metric = observation.metric
        period = observation.period
        publishedOn = observation.publishedOn
        source = observation.source
    }

    /// Subject, metric and period are enough for a good hash; hashing the source as well would
    /// take longer than comparing it.
    func hash(into hasher: inout Hasher) {
        hasher.combine(subject)
        hasher.combine(metric.rawValue)
        hasher.combine(period.last.number)
    }
}
