import Mining

/// What every report starts from: the query with its defaults filled in, the reader of the book
/// and the members.
struct ReportContext<Source: Book> {
    let query: ReportQuery
    let reader: Reader<Source>
    let scopeMembers: ScopeMembers
    /// What to report on.
    let on: Period
    /// The base of changes.
    let since: Period
    /// The base of changes of the deployed hashrate.
    let addedSince: Period
    /// The period of flows and averages.
    let period: Period
    /// Where the period of flows comes from; nil if it follows from `on`.
    let published: PublishedPeriod?
    /// The members on the last day of `on`, by ticker.
    let members: [Company]

    /// What a report of flows is about if the query names no period.
    enum Flows {
        /// The whole report is about the last complete period that members published.
        case whole(Metric)
        /// Only the flows of the report are about that period; the rest is about the default day.
        case part(Metric)
    }

    /// The default day is the latest with a deployed hashrate of a member. nil if the query names
    /// no day and there is no such day either. `flows` says that the report is about flows.
    init?(_ query: ReportQuery, in book: Source, flows: Flows? = nil) throws(Source.Failure) {
        reader = Reader(book, knownOn: query.knownOn, maxAge: query.maxAge)
        scopeMembers = try ScopeMembers(query.scope, in: book)
        var period = query.on
        var published: PublishedPeriod?
        if period == nil {
            switch flows {
            case .whole(let flow):
                published = try PublishedPeriod(of: flow, scopeMembers, reader)
                period = published?.period
            case .part(let flow): published = try PublishedPeriod(of: flow, scopeMembers, reader)
            case nil: break
            }
        }
        if period == nil {
            period = try scopeMembers.latestDay(in: book, knownOn: query.knownOn)
                .map(Period.init(day:))
        }
        guard let on = period else { return nil }
        self.query = query
        self.on = on
        self.published = published
        self.period = published?.period ?? on.monthToDate
        since = query.since ?? on.previous
        addedSince = query.addedSince ?? since
        members = scopeMembers.members(on: on.last)
    }

    /// The day of instants.
    var day: Day { on.last }

    /// The parameters of the document.
    var parameters: [Parameter] { query.parameters(on: on, since: since, addedSince) }
}

extension ReportContext {
    /// A company's instant on a day, or on the day reported on.
    func instant(_ metric: Metric, of company: Company, at day: Day? = nil)
        throws(Source.Failure) -> ComputedFigure
    {
        try reader.instant(metric, of: company.ticker, at: day ?? self.day)
    }

    /// A company's share count on a day, taken to the same side of splits as `other`, one of its
    /// later or earlier share counts.
    func shares(of company: Company, at day: Day, onBasisOf other: ComputedFigure)
        throws(Source.Failure) -> ComputedFigure
    {
        var shares = try instant(.sharesOutstanding, of: company, at: day)
        guard let expression = shares.expression,
            let first = expression.inputs.first?.observation,
            let last = other.expression?.inputs.first?.observation
        else { return shares }
        let conversion = try reader.shareHistory(of: company.ticker).conversion(
            from: first.publicFrom, to: last.publicFrom)
        shares.expression = Formulas.shares(expression, convertedBy: conversion)
        return shares
    }

    /// A company's flow or average over the period reported on.
    func total(_ metric: Metric, of company: Company) throws(Source.Failure) -> ComputedFigure {
        try reader.total(metric, of: company.ticker, over: period)
    }
}

extension ReportContext {
    /// The sum of a metric over the members, compared with the sum over the members at the base.
    /// `figures` must have a column for the metric.
    func sum(_ metric: Metric, _ figures: CompanyFigures) throws(Source.Failure)
        -> ComparedFigure
    {
        let membersBefore = scopeMembers.members(on: since.last)
        var earlier: [(ticker: String, figure: ComputedFigure)] = []
        for member in membersBefore {
            let figure =
                metric.kind == .instant
                ? try reader.instant(metric, of: member.ticker, at: since.last)
                : try reader.total(metric, of: member.ticker, over: since.monthToDate)
            earlier.append((member.ticker, figure))
        }
        let sum = ComputedFigure.sum(
            figures[metric.code].map { ($0.company.ticker, $0.figure) }, of: members,
            on: day, in: scopeMembers.scope, metric.code)
        let base = ComputedFigure.sum(
            earlier, of: membersBefore, on: since.last, in: scopeMembers.scope, metric.code)
        return ComparedFigure(
            FigureDefinition(metric), try reader.withConflicts(sum),
            before: try reader.withConflicts(base),
            since: metric.kind == .instant ? since : since.monthToDate,
            over: metric.kind == .flow ? (period, since.monthToDate) : nil)
    }
}

extension ReportContext {
    /// The notes of every report about members: that there are none, which period flows are of if it
    /// was not asked for, and that one is consolidated by another.
    var memberNotes: [String] {
        members.isEmpty
            ? ["\(scopeMembers.scope.name) has no members on \(day)."]
            : [published?.note].compactMap(\.self) + scopeMembers.consolidated(on: day)
    }

    /// If no member has a flow over the period, a sentence that names the last period with one.
    /// nil if a member has it, or none ever had.
    func otherPeriodNote(_ flow: Metric) throws(Source.Failure) -> String? {
        var latest: Period?
        for member in members {
            if try total(flow, of: member).expression != nil { return nil }
            let found = try reader.book.latest(
                flow, of: member.ticker, at: period.last, knownOn: reader.knownOn)
            guard let last = found?.period else { continue }
            latest = max(latest ?? last, last)
        }
        return latest.map {
            "No member has \(flow) over \(period); the last period with a figure is \($0): "
                + "try --on \($0)."
        }
    }
}
