import Mining

/// Computes the figures that claims are about, each at its own `on` and `since`.
///
/// A snapshot that several claims need is computed once, so that checking thousands of claims takes
/// no longer than computing their snapshots.
struct ClaimChecker<Source: Book> {
    private let reader: Reader<Source>
    private let groups: Set<String>
    private var calculators: [String: SectorCalculator<Source>] = [:]
    private var snapshots: [SnapshotKey: SectorSnapshot] = [:]

    private struct SnapshotKey: Hashable {
        var subject: String
        var period: Period
        var methods: SectorMethods
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
            claim,
            ComputedFigure(reason: "\(base) is a figure of groups, and \(subject) is not a group"),
            in: claim.value.unit)
    }

    // MARK: The sector's figures

    private mutating func computed(_ figure: Figure, _ claim: Claim) throws(Source.Failure)
        -> ComputedFigure
    {
        if figure == .blockRewardRevenueYearAgo {
            guard claim.figure.change == nil else {
                return ComputedFigure(reason: "\(figure.code) is a figure of the past")
            }
            return try calculator(of: claim.subject).yearAgo(claim.on).revenue
        }
        let now = try snapshot(claim.subject, claim.on)
        let after = now[figure].comparedWithClaims(
            of: figure, about: claim.subject, in: now)
        guard let change = claim.figure.change else { return after }
        let before = try snapshot(
            claim.subject, claim.since ?? claim.on.previous, using: now.methods)
        if let mismatch = now.methods.mismatch(with: before.methods, for: figure) {
            return ComputedFigure(reason: mismatch)
        }
        return after.changed(
            from: before[figure].comparedWithClaims(
                of: figure, about: claim.subject, in: before), as: change)
    }

    private mutating func snapshot(
        _ subject: String, _ period: Period, using methods: SectorMethods = .init()
    ) throws(Source.Failure) -> SectorSnapshot {
        let key = SnapshotKey(subject: subject, period: period, methods: methods)
        if let known = snapshots[key] { return known }
        let ofNetwork = Figure.allCases.filter(\.isOfNetwork)
        let snapshot = try calculator(of: subject).snapshot(
            period, using: methods, only: subject == Subject.network.code ? ofNetwork : nil
        ).withConflicts(reader)
        snapshots[key] = snapshot
        return snapshot
    }

    private mutating func calculator(of subject: String) throws(Source.Failure)
        -> SectorCalculator<Source>
    {
        if let known = calculators[subject] { return known }
        let scope = groups.contains(subject) ? Scope.group(subject) : .allCompanies
        let calculator = SectorCalculator(reader, try ScopeMembers(scope, in: reader.book))
        calculators[subject] = calculator
        return calculator
    }

    // MARK: Metrics

    private func computed(_ metric: Metric, _ claim: Claim) throws(Source.Failure) -> ComputedFigure
    {
        let after = try computed(metric, of: claim.subject, claim.on)
        guard let change = claim.figure.change else { return after }
        let before = try computed(metric, of: claim.subject, claim.since ?? claim.on.previous)
        if let last = after.expression, let first = before.expression, last.hasInputs(of: first) {
            return ComputedFigure(reason: "there is no newer \(metric) than at the base")
        }
        return after.changed(from: before, as: change)
    }

    private func computed(_ metric: Metric, of subject: String, _ period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        try reader.withConflicts(
            metric.kind == .instant
                ? reader.instant(metric, of: subject, at: period.last)
                : reader.total(metric, of: subject, over: period.monthToDate))
    }
}

extension ComputedFigure {
    /// The change from `before`; without a value if one of the two has none, if they count different
    /// members, or if there is no newer figure than at the base.
    fileprivate func changed(from before: ComputedFigure, as change: FigureCode.Change)
        -> ComputedFigure
    {
        guard let after = expression else { return self }
        guard let base = before.expression else {
            return ComputedFigure(reason: "there is no base: \(before.missingReason)")
        }
        if let now = counted, let then = before.counted {
            guard now.areSame(as: then) else {
                return ComputedFigure(reason: "the two ends count different members")
            }
            do {
                _ = try ComparedEnds(from: before, to: self)
            } catch {
                return ComputedFigure(reason: error.reason)
            }
        }
        if change == .percent, base.sign != 1 {
            return ComputedFigure(reason: "the base is not above zero", isUndefined: true)
        }
        let result =
            change == .percent
            ? Formulas.percentChange(after, from: base) : Expression.difference(after, base)
        var change = ComputedFigure(
            change: result, marks: marks, conflicts: conflicts + before.conflicts)
        (change.counted, change.basis) = (counted, basis)
        return change
    }
}
