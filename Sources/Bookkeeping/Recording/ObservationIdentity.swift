import Mining

/// What tells an observation from all others, in texts and days: two books may have different numbers
/// for the same subject or source (`ObservationKey`).
package struct ObservationIdentity: Hashable {
    private let subject: String
    private let metric: Metric
    private let period: Period
    private let publishedOn: Day?
    private let source: ExactText

    package init(_ observation: Observation) {
        subject = observation.subject.lowercased()
        metric = observation.metric
        period = observation.period
        publishedOn = observation.publishedOn
        source = ExactText(observation.source)
    }
}
