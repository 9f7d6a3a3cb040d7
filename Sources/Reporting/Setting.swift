import Mining

/// A question with everything that it left open settled by the book: what every report begins
/// with.
struct Setting<Source: Book> {
    let question: Question
    let reader: Reader<Source>
    let roll: Roll
    let on: Period
    let since: Period
    let addedSince: Period
    /// The members on the last day of `on`, by ticker.
    let members: [Company]

    /// `nil` where the question asks for no day and the book has no deployed hashrate of a
    /// member, whose latest day would be it.
    init?(_ question: Question, in book: Source) throws(Source.Failure) {
        reader = Reader(book, knownOn: question.knownOn, maxAge: question.maxAge)
        roll = try Roll(question.scope, in: book)
        var asked = question.on
        if asked == nil {
            asked = try roll.latestDay(in: book, knownOn: question.knownOn)
                .map(Period.init(day:))
        }
        guard let on = asked else { return nil }
        self.question = question
        self.on = on
        since = question.since ?? on.previous
        addedSince = question.addedSince ?? since
        members = roll.members(on: on.last)
    }

    /// The day that instants are taken at.
    var day: Day { on.last }

    /// What flows are summed and averages averaged over.
    var period: Period { on.monthToDate }

    var parameters: [Parameter] { question.parameters(on: on, since: since, addedSince) }
}

extension Setting {
    /// The instant that counts for the day.
    func instant(_ metric: Metric, of company: Company, at day: Day? = nil)
        throws(Source.Failure) -> Computed
    {
        try reader.instant(metric, of: company.ticker, at: day ?? self.day)
    }

    /// The flow or average over the period.
    func total(_ metric: Metric, of company: Company) throws(Source.Failure) -> Computed {
        try reader.total(metric, of: company.ticker, over: period)
    }
}

extension Setting {
    /// Where no member has a flow over the period, the sentence that says of which period they
    /// have; `nil` where one has, or none ever had.
    func hint(_ flow: Metric, in figures: CompanyFigures) throws(Source.Failure) -> String? {
        guard figures[flow.code].isEmpty else { return nil }
        var latest: Period?
        for member in members {
            let found = try reader.book.latest(
                flow, of: member.ticker, at: period.last, knownOn: reader.knownOn)
            if let found { latest = max(latest ?? found.period, found.period) }
        }
        return latest.map {
            "No member has \(flow) over \(period); the last period that one has is \($0): "
                + "ask with --on \($0)."
        }
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
