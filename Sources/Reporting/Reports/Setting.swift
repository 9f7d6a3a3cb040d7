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
    /// The sum of a metric over the members, beside what it was at `since` over those of then.
    /// `figures` has the metric of each member.
    func sum(_ metric: Metric, _ figures: CompanyFigures) throws(Source.Failure)
        -> FigureTable.Line
    {
        let then = roll.members(on: since.last)
        var earlier: [(ticker: String, figure: Computed)] = []
        for member in then {
            let figure =
                metric.kind == .instant
                ? try reader.instant(metric, of: member.ticker, at: since.last)
                : try reader.total(metric, of: member.ticker, over: since.monthToDate)
            earlier.append((member.ticker, figure))
        }
        return FigureTable.Line(
            FigureDefinition(metric),
            .sum(
                figures[metric.code].map { ($0.company.ticker, $0.figure) }, of: members,
                in: roll.scope, metric.code),
            before: .sum(earlier, of: then, in: roll.scope, metric.code),
            over: metric.kind == .flow ? (period, since.monthToDate) : nil)
    }
}

extension Setting {
    /// Where the day has no members, or members that another consolidates: what every report says
    /// of them.
    var memberNotes: [String] {
        members.isEmpty
            ? ["\(roll.scope.name) has no members on \(day)."] : roll.consolidated(on: day)
    }

    /// Where no member has a flow over the period, the sentence that says of which period they
    /// have; `nil` where one has, or none ever had.
    func hint(_ flow: Metric) throws(Source.Failure) -> String? {
        var latest: Period?
        for member in members {
            let found = try reader.book.latest(
                flow, of: member.ticker, at: period.last, knownOn: reader.knownOn)
            guard let last = found?.period else { continue }
            if period.contains(last), try total(flow, of: member).expression != nil { return nil }
            latest = max(latest ?? last, last)
        }
        return latest.map {
            "No member has \(flow) over \(period); the last period that one has is \($0): "
                + "ask with --on \($0)."
        }
    }
}
