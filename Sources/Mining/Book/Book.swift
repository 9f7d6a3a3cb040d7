/// The queries with which reports read a book. Each of them needs a single lookup.
///
/// The program reads from a file, tests from an array. Both choose among vintages with the same
/// rule, `Observation.counts(over:)`.
package protocol Book {
    /// What is thrown if the book cannot be read.
    associatedtype Failure: Error

    /// All companies, sorted by ticker.
    func companies() throws(Failure) -> [Company]

    /// The codes of all groups, sorted.
    func groups() throws(Failure) -> [String]

    /// All memberships of a group, sorted by ticker and first day. Empty if there is no such group.
    func memberships(of group: String) throws(Failure) -> [Membership]

    /// What every company's share price and share count refer to, sorted by ticker and first day.
    func shareBasis() throws(Failure) -> [ShareBasis]

    /// The observation that counts for the latest period that ends on `day` or earlier and has a
    /// vintage that was public on `knownOn` (or any vintage, if that is nil). Nil if there is none.
    ///
    /// The period is chosen before the vintage, so that a late restatement of an old quarter never
    /// replaces a newer quarter. The caller decides how old the observation may be.
    func latest(_ metric: Metric, of subject: String, at day: Day, knownOn: Day?)
        throws(Failure) -> Observation?

    /// All vintages of all periods within `period`, sorted by period. Empty if there are none.
    func vintages(_ metric: Metric, of subject: String, within period: Period)
        throws(Failure) -> [Observation]

    /// The last day of the first period that has an observation, or nil if there is none.
    func earliestDay(of metric: Metric, of subject: String) throws(Failure) -> Day?

    /// All claims of a figure about a subject, sorted by `on`, `since`, publisher, publication date
    /// and source. Empty if there are none.
    func claims(of figure: FigureCode, about subject: String) throws(Failure) -> [Claim]
}

extension Book {
    /// The observations that count, one for each period within `period`, sorted by period. Vintages
    /// that were not public on `knownOn` are ignored. Empty if there are none.
    ///
    /// - Throws: `Failure` if the book cannot be read.
    package func observations(
        _ metric: Metric, of subject: String, within period: Period, knownOn: Day?
    ) throws(Failure) -> [Observation] {
        try vintages(metric, of: subject, within: period).counting(knownOn: knownOn)
    }
}

extension Sequence<Observation> {
    /// The observations that count among those that were public on `knownOn`, one for each run of
    /// consecutive observations with the same subject, metric and period. Runs without any public
    /// observation have none.
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
