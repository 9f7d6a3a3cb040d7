import Mining

/// What a report is asked. Each looks at the parts that mean something to it.
package struct Question: Sendable, Hashable {
    /// What to report on; `nil`: the latest day with a deployed hashrate of a member.
    package var on: Period?
    /// The base of changes; `nil`: the period before `on`.
    package var since: Period?
    /// The base of changes of the deployed hashrate; `nil`: `since`.
    package var addedSince: Period?
    /// The first of the periods of a series; `nil`: as the report says.
    package var from: Period?
    /// The last of the periods of a series; `nil`: what is reported on.
    package var to: Period?
    package var scope: Scope
    /// The company of `report company`.
    package var company: Company?
    /// The metric of `report matrix`.
    package var metric: Metric?
    /// Only what was public by then counts; `nil`: everything.
    package var knownOn: Day?
    /// How many days instants may be carried forward; `nil`: as the catalogue says.
    package var maxAge: Int?
    /// Digits after the point that people see; `nil`: as many as the interval supports.
    package var digits: Int?

    package init(
        on: Period? = nil, since: Period? = nil, addedSince: Period? = nil, scope: Scope,
        knownOn: Day? = nil, maxAge: Int? = nil, digits: Int? = nil
    ) {
        self.on = on
        self.since = since
        self.addedSince = addedSince
        self.scope = scope
        self.knownOn = knownOn
        self.maxAge = maxAge
        self.digits = digits
    }
}
