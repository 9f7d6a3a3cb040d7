/// What reports read: a few questions, each answered by one seek.
///
/// Storage answers them from a file, tests from an array. Which vintage counts is decided in
/// one place, here and in `Observation.counts(over:)`, for both.
package protocol Book {
    associatedtype Failure: Error

    /// Every company, by ticker.
    func companies() throws(Failure) -> [Company]

    /// The codes of all groups, in order.
    func groups() throws(Failure) -> [String]

    /// Every membership of `group`, by ticker and first day; none where there is no such group.
    func memberships(of group: String) throws(Failure) -> [Membership]

    /// The observation that counts for the latest period that ends at or before `day` and of
    /// which something was known on `knownOn` (`nil`: ever).
    ///
    /// The period is chosen first and its vintage second, so that a late restatement of an old
    /// quarter never displaces a newer quarter. How old it may be is the caller's to say.
    func latest(_ metric: Metric, of subject: String, at day: Day, knownOn: Day?)
        throws(Failure) -> Observation?

    /// All vintages of all periods that lie within `period`, in the order of their periods.
    func vintages(_ metric: Metric, of subject: String, within period: Period)
        throws(Failure) -> [Observation]

    /// The end of the first period that anything is known of; `nil` where nothing is.
    func earliestDay(of metric: Metric, of subject: String) throws(Failure) -> Day?

    /// Every claim of `figure` about `subject`, by `on`, `since`, publisher, publication day
    /// and source.
    func claims(of figure: FigureCode, about subject: String) throws(Failure) -> [Claim]
}

extension Book {
    /// One observation per period that lies within `period`, the one that counts, in the order
    /// of the periods; vintages that were not known on `knownOn` are passed over.
    package func observations(
        _ metric: Metric, of subject: String, within period: Period, knownOn: Day?
    ) throws(Failure) -> [Observation] {
        try vintages(metric, of: subject, within: period).counting(knownOn: knownOn)
    }
}

extension Sequence<Observation> {
    /// One observation for each run of the same subject, metric and period, the one that counts
    /// among those known on `knownOn`; runs of which none was known are left out.
    package func counting(knownOn: Day?) -> [Observation] {
        var chosen: [Observation] = []
        for vintage in self where vintage.isKnown(on: knownOn) {
            if let best = chosen.last, best.subject == vintage.subject,
                best.metric == vintage.metric, best.period == vintage.period
            {
                if vintage.counts(over: best) { chosen[chosen.count - 1] = vintage }
            } else {
                chosen.append(vintage)
            }
        }
        return chosen
    }
}
