import Mining

/// Computes what claims speak of, each at its own `on` and `since`.
///
/// What several claims of one subject and period need is computed once, so that thousands of them
/// take no longer than the moments they speak of.
struct ClaimChecker<Source: Book> {
    private let reader: Reader<Source>
    private let groups: Set<String>
    private var calculators: [String: SectorCalculator<Source>] = [:]
    private var moments: [Moment: SectorMoment] = [:]

    private struct Moment: Hashable {
        var subject: String
        var period: Period
        var ways: SectorMoment.Ways
    }

    init(_ reader: Reader<Source>) throws(Source.Failure) {
        self.reader = reader
        groups = Set(try reader.book.groups())
    }

    mutating func check(_ claim: Claim) throws(Source.Failure) -> ClaimCheck {
        let (subject, base) = (claim.subject, claim.figure.base)
        if let figure = Figure(code: base),
            groups.contains(subject) || subject == Subject.network.code && figure.isOfNetwork
        {
            return ClaimCheck(claim, try computed(figure, claim), in: figure.unit)
        }
        if let metric = Metric(code: base) {
            return ClaimCheck(claim, try computed(metric, claim), in: metric.unit)
        }
        return ClaimCheck(
            claim, Computed(reason: "\(base) is a figure of groups, and \(subject) is none"),
            in: claim.value.unit)
    }

    // MARK: The sector's figures

    private mutating func computed(_ figure: Figure, _ claim: Claim) throws(Source.Failure)
        -> Computed
    {
        let now = try moment(claim.subject, claim.on)
        if figure == .blockRewardRevenueYearAgo {
            return try calculator(of: claim.subject).yearAgo(claim.on).revenue
        }
        let after = now[figure, tellingOf: claim.subject]
        guard let change = claim.figure.change else { return after }
        let before = try moment(claim.subject, claim.since ?? claim.on.previous, like: now.ways)
        if let mismatch = SectorComparison.mismatch(of: figure, now.ways, before.ways) {
            return Computed(reason: mismatch)
        }
        return after.changed(from: before[figure, tellingOf: claim.subject], as: change)
    }

    private mutating func moment(
        _ subject: String, _ period: Period, like ways: SectorMoment.Ways = .init()
    ) throws(Source.Failure) -> SectorMoment {
        let key = Moment(subject: subject, period: period, ways: ways)
        if let known = moments[key] { return known }
        let ofNetwork = Figure.allCases.filter(\.isOfNetwork)
        let moment = try calculator(of: subject).moment(
            period, like: ways, only: subject == Subject.network.code ? ofNetwork : nil)
        moments[key] = moment
        return moment
    }

    private mutating func calculator(of subject: String) throws(Source.Failure)
        -> SectorCalculator<Source>
    {
        if let known = calculators[subject] { return known }
        let scope = groups.contains(subject) ? Scope.group(subject) : .allCompanies
        let calculator = SectorCalculator(reader, try Roll(scope, in: reader.book))
        calculators[subject] = calculator
        return calculator
    }

    // MARK: Metrics

    private func computed(_ metric: Metric, _ claim: Claim) throws(Source.Failure) -> Computed {
        let after = try computed(metric, of: claim.subject, claim.on)
        guard let change = claim.figure.change else { return after }
        let before = try computed(metric, of: claim.subject, claim.since ?? claim.on.previous)
        return after.changed(from: before, as: change)
    }

    private func computed(_ metric: Metric, of subject: String, _ period: Period)
        throws(Source.Failure) -> Computed
    {
        try metric.kind == .instant
            ? reader.instant(metric, of: subject, at: period.last)
            : reader.total(metric, of: subject, over: period.monthToDate)
    }
}

extension SectorMoment {
    /// A figure as a claim is held against it: open where a member is missing from its sum, or
    /// the group has no members.
    fileprivate subscript(figure: Figure, tellingOf subject: String) -> Computed {
        var computed = self[figure]
        if members.isEmpty, !figure.isOfNetwork {
            return Computed(reason: "\(subject) has no members on \(day)")
        }
        if computed.expression != nil, let missing = computed.coverage?.missing, !missing.isEmpty {
            computed.expression = nil
            computed.reason =
                "\(figure.code) lacks \(missing.joined(separator: ", ")) on \(day)"
        }
        return computed
    }
}

extension Computed {
    /// How much this is more than `before`; open where either is.
    fileprivate func changed(from before: Computed, as change: FigureCode.Change) -> Computed {
        guard let after = expression else { return self }
        guard let base = before.expression else {
            return Computed(reason: "there is no base: \(before.reason ?? "it is not known")")
        }
        let result =
            change == .percent
            ? Formulas.percentChange(after, from: base) : Expression.difference(after, base)
        return Computed(expression: result, coverage: coverage, basis: basis, marks: marks)
    }
}
