import Mining

/// Reads a book for reports: what was known, what may be carried forward, which method gives an
/// average — and gives every observation the identity that expressions need.
///
/// A class, because identities are handed out as observations are read. It is made for one
/// report and forgotten with it.
final class Reader<Source: Book> {
    let book: Source
    /// Only what was public by this day is read; `nil`: everything.
    let knownOn: Day?
    /// Overrides the catalogue's `max_age_days`; `nil`: the catalogue holds.
    let maxAge: Int?
    private var ids: [ObservationKey: Int] = [:]

    init(_ book: Source, knownOn: Day?, maxAge: Int?) {
        self.book = book
        self.knownOn = knownOn
        self.maxAge = maxAge
    }

    /// The latest observation at or before `day` that is not older than it may be; its value in
    /// the metric's unit. Metrics that may not be carried are read of the day alone.
    func latest(_ metric: Metric, of subject: String, at day: Day) throws(Source.Failure)
        -> Reading?
    {
        guard let found = try book.latest(metric, of: subject, at: day, knownOn: knownOn) else {
            return nil
        }
        let age = day.number - found.period.last.number
        guard age <= maxAge ?? metric.maxAgeDays ?? 0 else { return nil }
        return Reading(input: input(found), isCarried: age > 0)
    }

    /// The average over `period`: the mean of its days when at least 80 % of them are there,
    /// else the published figure for exactly that period, else the day-weighted mean of the
    /// published parts that make it up (docs/formulas.md, Time).
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

    /// The mean of an instant's days, when at least 80 % of them are there; else `nil`.
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

    /// A flow over `period`: the published figure for exactly that period, else the sum of its
    /// published parts where they cover it without gap or overlap, which is marked as derived.
    func flow(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> Computed
    {
        let found = try book.observations(metric, of: subject, within: period, knownOn: knownOn)
        guard let parts = found.covering(period) else {
            return Computed(reason: "the book has no \(metric) of \(subject) over \(period)")
        }
        var marks = Number.Mark.marks(of: parts)
        if parts.count == 1 {
            return Computed(expression: .observed(input(parts[0])), marks: marks)
        }
        marks.append(.derived)
        return Computed(
            expression: .sum(parts.map { .observed(input($0)) }),
            basis: "the sum of \(parts.count) published parts", marks: marks)
    }

    /// A flow or an average over `period`, whichever the metric is.
    func total(_ metric: Metric, of subject: String, over period: Period)
        throws(Source.Failure) -> Computed
    {
        if metric.kind == .flow { return try flow(metric, of: subject, over: period) }
        guard let average = try average(metric, of: subject, over: period) else {
            return Computed(reason: "the book has no \(metric) of \(subject) over \(period)")
        }
        var marks = Number.Mark.marks(of: average.expression.inputs.map(\.observation))
        if average.method != .published { marks.append(.derived) }
        return Computed(
            expression: average.expression, basis: average.method.rawValue, marks: marks)
    }

    /// The instant that `latest` finds.
    func instant(_ metric: Metric, of subject: String, at day: Day) throws(Source.Failure)
        -> Computed
    {
        guard let found = try latest(metric, of: subject, at: day) else {
            return Computed(reason: "the book has no current \(metric) of \(subject) on \(day)")
        }
        return Computed(found)
    }

    /// The instant of the first day from `day` on that has one: of a target the next one.
    func next(_ metric: Metric, of subject: String, from day: Day) throws(Source.Failure)
        -> Reading?
    {
        guard let ahead = Period(day, .last) else { return nil }
        return try book.observations(metric, of: subject, within: ahead, knownOn: knownOn).first
            .map { Reading(input: input($0), isCarried: false) }
    }

    /// What was published first for exactly `period`, whatever its status, as far as it was
    /// known; of several of that day the one that counts least. `nil` where nothing was.
    func firstVintage(_ metric: Metric, of subject: String, _ period: Period)
        throws(Source.Failure) -> Expression?
    {
        let vintages = try book.vintages(metric, of: subject, within: period)
            .filter { $0.period == period && $0.isKnown(on: knownOn) }
        return vintages.firstPublished.map { .observed(input($0)) }
    }

    private func input(_ observation: Observation) -> Expression.Input {
        let key = ObservationKey(observation)
        let id: Int
        if let known = ids[key] {
            id = known
        } else {
            id = ids.count
            ids[key] = id
        }
        return Expression.Input(id: id, observation: observation, unit: observation.metric.unit)
    }
}

extension Number.Mark {
    /// What these observations make of a figure that rests on them.
    static func marks(of observations: [Observation]) -> [Number.Mark] {
        observations.contains { $0.status == .estimated } ? [.estimated] : []
    }
}
