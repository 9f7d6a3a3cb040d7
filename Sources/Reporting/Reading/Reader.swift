import Mining

/// Reads a book for one report: only what was public by a day, instants carried forward as far
/// as they may be, averages by the best method there is (docs/formulas.md, Time).
///
/// It numbers the observations it reads, so that a formula can tell whether two of its inputs are
/// the same observation; a class, because these numbers are shared by all who use the reader.
final class Reader<Source: Book> {
    let book: Source
    /// Only what was public by this day is read; nil for everything.
    let knownOn: Day?
    /// How many days instants may be carried forward; nil for each metric's `max_age_days`.
    let maxAge: Int?
    private var ids: [ObservationKey: Int] = [:]
    /// The conflicts that were found, by the number of the input.
    private var conflicts: [Int: InputConflict] = [:]
    /// Whether the conflicts of an input have been looked for, by its number.
    private var isExamined: [Bool] = []
    /// The codes of all groups; nil until one is asked for.
    private var groups: Set<String>?
    /// By ticker; nil until one is asked for.
    private var shareHistories: [String: ShareHistory]?

    init(_ book: Source, knownOn: Day?, maxAge: Int?) {
        self.book = book
        self.knownOn = knownOn
        self.maxAge = maxAge
    }

    /// The latest observation at or before `day` that is not older than it may be, in the
    /// metric's unit; nil if there is none. A metric that may not be carried forward is read for
    /// that day only.
    func latest(_ metric: Metric, of subject: String, at day: Day) throws(Source.Failure)
        -> KnownFigure?
    {
        guard let found = try book.latest(metric, of: subject, at: day, knownOn: knownOn) else {
            return nil
        }
        let age = day.number - found.period.last.number
        guard age <= maxAge ?? metric.maxAgeDays ?? 0 else { return nil }
        return KnownFigure(input(found), isCarried: age > 0)
    }

    /// The average over `period`: the mean of its days if the book has at least 80 % of them,
    /// else the published figure for exactly that period, else the day-weighted mean of the
    /// published parts that cover it (docs/formulas.md, Time). nil if there is none of these.
    func average(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> Average?
    {
        let found = try book.observations(
            metric, of: subject, within: period, knownOn: knownOn)
        if let mean = meanOfDays(found, of: period) { return mean }
        guard let parts = found.covering(period) else { return nil }
        if parts.count == 1 {
            return Average(expression: .observed(input(parts[0])), method: .published)
        }
        let pairs = parts.map { part in
            (
                weight: Expression.constant(DecimalNumber(Int128(part.period.days))),
                value: Expression.observed(input(part))
            )
        }
        return Average(expression: Formulas.weightedMean(pairs), method: .parts)
    }

    /// The mean of the days of an instant; nil if the book has less than 80 % of them.
    func meanOfDays(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> Average?
    {
        meanOfDays(
            try book.observations(metric, of: subject, within: period, knownOn: knownOn),
            of: period)
    }

    private func meanOfDays(_ found: [Observation], of period: Period) -> Average? {
        let days = found.filter(\.period.isDay)
        guard days.count * 5 >= period.days * 4 else { return nil }
        return Expression.mean(days.map { .observed(input($0)) })
            .map { Average(expression: $0, method: .days) }
    }

    /// A flow over `period`: the published figure for exactly that period, else the sum of
    /// published parts that cover it without gap or overlap, else what is left of a longer
    /// published period. The last two are marked as derived.
    func flow(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        let found = try book.observations(metric, of: subject, within: period, knownOn: knownOn)
        guard let parts = found.covering(period) else {
            return try remainder(metric, of: subject, over: period)
        }
        var marks = Number.Mark.marks(of: parts)
        if parts.count == 1 {
            return ComputedFigure(expression: .observed(input(parts[0])), marks: marks)
        }
        marks.append(.derived)
        return ComputedFigure(
            expression: .sum(parts.map { .observed(input($0)) }),
            basis: "the sum of \(parts.count) published parts", marks: marks)
    }

    /// A flow or an average over `period`, whichever the metric is.
    func total(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        if metric.kind == .flow { return try flow(metric, of: subject, over: period) }
        guard let average = try average(metric, of: subject, over: period) else {
            return ComputedFigure(reason: "the book has no \(metric) of \(subject) over \(period)")
        }
        var marks = Number.Mark.marks(of: average.expression.inputs.map(\.observation))
        if average.method != .published { marks.append(.derived) }
        return ComputedFigure(
            expression: average.expression, basis: average.method.rawValue, marks: marks)
    }

    /// The instant that `latest` finds, or the reason why there is none.
    func instant(_ metric: Metric, of subject: String, at day: Day) throws(Source.Failure)
        -> ComputedFigure
    {
        guard let found = try latest(metric, of: subject, at: day) else {
            return ComputedFigure(
                reason: "the book has no current \(metric) of \(subject) on \(day)")
        }
        return ComputedFigure(found)
    }

    /// What counts over `period` of a figure that is true until the next one is published: an
    /// instant on the last day; an average over the period, else the latest published one, carried
    /// forward like an instant.
    func current(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        if metric.kind != .instant {
            let average = try total(metric, of: subject, over: period)
            if average.expression != nil { return average }
        }
        return try instant(metric, of: subject, at: period.last)
    }

    /// The instant of the first day on or after `day` that has one, such as the next target; nil
    /// if there is none.
    func next(_ metric: Metric, of subject: String, from day: Day) throws(Source.Failure)
        -> KnownFigure?
    {
        guard let ahead = Period(day, .last) else { return nil }
        return try book.observations(metric, of: subject, within: ahead, knownOn: knownOn).first
            .map { KnownFigure(input($0), isCarried: false) }
    }

    /// What the share price and the share count of a company refer to on each day.
    func shareHistory(of ticker: String) throws(Source.Failure) -> ShareHistory {
        if shareHistories == nil {
            shareHistories = Dictionary(grouping: try book.shareBasis(), by: \.ticker)
                .mapValues { ShareHistory($0) }
        }
        return shareHistories?[ticker] ?? ShareHistory([])
    }

    /// The other last words that contradict an input, of another publisher or of the same; nil if
    /// there is none, or if the input is of the network. Only what was public by the day of the
    /// reader counts.
    func conflict(of input: Expression.Input) throws(Source.Failure) -> InputConflict? {
        if isExamined[input.id] { return conflicts.isEmpty ? nil : conflicts[input.id] }
        isExamined[input.id] = true
        guard input.observation.subject != Subject.network.code else { return nil }
        let all = try vintages(of: input.observation)
        guard all.count > 1 else { return nil }
        let found = InputConflict(
            of: input, among: all, about: try kind(of: input.observation.subject))
        conflicts[input.id] = found
        return found
    }

    /// What a subject is.
    func kind(of subject: String) throws(Source.Failure) -> Subject.Kind {
        if subject == Subject.network.code { return .network }
        if groups == nil { groups = Set(try book.groups()) }
        return groups?.contains(subject) == true ? .group : .company
    }

    /// All vintages of the period of an observation that were public by the day of the reader.
    func vintages(of observation: Observation) throws(Source.Failure) -> [Observation] {
        try book.vintages(
            observation.metric, of: observation.subject, within: observation.period
        ).filter { $0.period == observation.period && $0.isKnown(on: knownOn) }
    }

    /// The observation as a term of a formula; the same term each time.
    func input(_ observation: Observation) -> Expression.Input {
        let key = ObservationKey(observation)
        let id: Int
        if let known = ids[key] {
            id = known
        } else {
            id = ids.count
            ids[key] = id
            isExamined.append(false)
        }
        return Expression.Input(id: id, observation: observation, unit: observation.metric.unit)
    }
}
