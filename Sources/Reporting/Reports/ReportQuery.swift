import Mining

/// What a user asks a report for. A report ignores the parts it has no use for.
package struct ReportQuery: Sendable, Hashable {
    /// What to report on; nil for the latest day with a deployed hashrate of a member.
    package var on: Period?
    /// The base of changes; nil for the period before `on`.
    package var since: Period?
    /// The base of changes of the deployed hashrate; nil for `since`.
    package var addedSince: Period?
    /// The first period of a series; nil for the default of the report.
    package var from: Period?
    /// The last period of a series; nil for `on`.
    package var to: Period?
    /// Which companies to report on.
    package var scope: Scope
    /// The company of `report company`, or the only one of a report that can be of one.
    package var company: Company?
    /// The metric of `report matrix`.
    package var metric: Metric?
    /// The bitcoin price that `report outlook` is asked about, in USD/BTC; nil for the average.
    package var price: DecimalNumber?
    /// The network hashrate that `report outlook` is asked about, in EH/s; nil for the average.
    package var networkHashrate: DecimalNumber?
    /// Only what was public by this day counts; nil for everything.
    package var knownOn: Day?
    /// How many days instants may be carried forward; nil for each metric's `max_age_days`.
    package var maxAge: Int?
    /// How many digits after the point people see; nil for as many as the interval supports.
    package var digits: Int?

    /// `from`, `to`, `company`, `metric`, `price` and `networkHashrate` can be set afterwards.
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

extension ReportQuery {
    /// The parameters of the document, in the order of the command's documentation; one that could
    /// not be determined is nil.
    func parameters(on: Period?, since: Period?, _ addedSince: Period?) -> [Parameter] {
        var parameters = [
            Parameter("on", on?.description), Parameter("since", since?.description),
            Parameter("added_since", addedSince?.description), Parameter("group", scope.group),
        ]
        if let knownOn { parameters.append(Parameter("known_on", "\(knownOn)")) }
        if let maxAge { parameters.append(Parameter("max_age", "\(maxAge)")) }
        return parameters
    }

    /// The result if there is no `ReportContext`: tables without rows, and a note that says why.
    func emptyResult(_ report: String, _ tables: [Table]) -> ReportResult {
        ReportResult(
            document: Document(
                report: report, parameters: parameters(on: nil, since: since, addedSince),
                tables: tables,
                notes: [
                    "The book has no deployed_hashrate of \(scope.anyMember): "
                        + "import figures, or choose a day with --on."
                ]))
    }
}
