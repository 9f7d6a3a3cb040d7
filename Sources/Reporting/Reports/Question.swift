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

extension Question {
    /// What a report answers for, in the order that the command documents; `nil` is what even
    /// the book could not settle.
    func parameters(on: Period?, since: Period?, _ addedSince: Period?) -> [Parameter] {
        var parameters = [
            Parameter("on", on?.description), Parameter("since", since?.description),
            Parameter("added_since", addedSince?.description), Parameter("group", scope.group),
        ]
        if let knownOn { parameters.append(Parameter("known_on", "\(knownOn)")) }
        if let maxAge { parameters.append(Parameter("max_age", "\(maxAge)")) }
        return parameters
    }

    /// What a report says in place of figures where `Setting` comes to nothing.
    func nothing(_ report: String, _ tables: [Table]) -> Account {
        Account(
            document: Document(
                report: report, parameters: parameters(on: nil, since: since, addedSince),
                tables: tables,
                notes: [
                    "The book knows no deployed_hashrate of \(scope.anyMember): "
                        + "import figures, or say for which day with --on."
                ]))
    }
}
