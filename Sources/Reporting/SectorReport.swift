import Mining

/// The sector at a glance: what its members run, earn and are worth together, against the
/// network and against an earlier day.
///
/// Tables: `headline` (one row per figure), `additions` (one row per member, by hashrate added),
/// `members` (one row per member, by ticker). What a figure means stands in docs/formulas.md.
package struct SectorReport: Sendable {
    /// What it is asked.
    package struct Question: Sendable, Hashable {
        /// What to report on; `nil`: the latest day with a deployed hashrate of a member.
        package var on: Period?
        /// The base of changes; `nil`: the period before `on`.
        package var since: Period?
        /// The base of changes of the deployed hashrate; `nil`: `since`.
        package var addedSince: Period?
        package var scope: Scope
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

    package let document: Document

    /// Computes the report from a book. A book without any deployed hashrate of a member, asked
    /// for no day in particular, gives tables without rows and a note that says so.
    package init<Source: Book>(_ question: Question, from book: Source) throws(Source.Failure) {
        let reader = Reader(book, knownOn: question.knownOn, maxAge: question.maxAge)
        let roll = try Roll(question.scope, in: book)
        var asked = question.on
        if asked == nil {
            asked = try roll.latestDay(in: book, knownOn: question.knownOn)
                .map(Period.init(day:))
        }
        guard let on = asked else {
            document = Self.emptyDocument(question)
            return
        }
        let since = question.since ?? on.previous
        let addedSince = question.addedSince ?? since

        let calculator = SectorCalculator(reader, roll)
        let now = try calculator.moment(on)
        let before = try calculator.moment(since, like: now.ways)
        let comparison = SectorComparison(
            now: now, before: before,
            addedBefore: addedSince == since
                ? before : try calculator.moment(addedSince, only: [.hashrate]),
            yearAgo: try calculator.yearAgo(on))
        let claims = try SectorClaims(question.scope, reader)

        let headline = SectorHeadline(
            comparison, records: try SectorRecords(of: now, claims: claims, calculator),
            claims: claims, digits: question.digits)
        document = Document(
            report: "sector", parameters: Self.parameters(question, on, since, addedSince),
            tables: [
                headline.table,
                comparison.additions(digits: question.digits),
                comparison.membersTable(digits: question.digits),
            ],
            notes: SectorNotes(comparison, scope: question.scope).sentences)
    }

    private static func parameters(
        _ question: Question, _ on: Period?, _ since: Period?, _ addedSince: Period?
    ) -> [Parameter] {
        var parameters = [
            Parameter("on", on?.description), Parameter("since", since?.description),
            Parameter("added_since", addedSince?.description),
            Parameter("group", question.scope.group),
        ]
        if let day = question.knownOn { parameters.append(Parameter("known_on", "\(day)")) }
        if let days = question.maxAge { parameters.append(Parameter("max_age", "\(days)")) }
        return parameters
    }

    private static func emptyDocument(_ question: Question) -> Document {
        Document(
            report: "sector",
            parameters: parameters(question, nil, question.since, question.addedSince),
            tables: [
                SectorHeadline.emptyTable, SectorComparison.emptyAdditions,
                SectorComparison.emptyMembers,
            ],
            notes: [
                "The book knows no deployed_hashrate of \(question.scope.anyMember): "
                    + "import figures, or say for which day with --on."
            ])
    }
}
