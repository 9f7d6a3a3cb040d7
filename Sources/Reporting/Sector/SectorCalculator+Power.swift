import Mining

/// What power costs the members.
extension SectorCalculator {
    /// What 1 EH/s pays for power in a day: the fleet efficiency times the power price, each the
    /// group's own figure or the mean of its members (docs/formulas.md).
    ///
    /// `methods` says which to prefer, and is set to what was used.
    func powerCost(
        at day: Day, members: [Company], hashrates: [MemberFigure],
        _ methods: inout SectorMethods
    ) throws(Source.Failure) -> ComputedFigure {
        let group = GroupAverage(calculator: self, day: day, members, hashrates)
        guard let efficiency = try group.average(.fleetEfficiency, &methods.usesGroupEfficiency)
        else { return .init(reason: "fleet_efficiency is known of too few members") }
        guard let price = try group.average(.powerPrice, &methods.usesGroupPowerPrice)
        else { return .init(reason: "power_price is known of too few members") }
        return .init(
            expression: Formulas.powerCostPerExahash(
                efficiency: efficiency.expression, powerPrice: price.expression),
            basis: "fleet_efficiency is \(efficiency.basis), power_price is \(price.basis)")
    }
}

/// Averages over a group on a day: the group's own figure, or the mean of its members weighted by
/// their hashrates.
private struct GroupAverage<Source: Book> {
    let calculator: SectorCalculator<Source>
    let day: Day
    let members: [Company]
    let hashrates: [MemberFigure]

    init(
        calculator: SectorCalculator<Source>, day: Day, _ members: [Company],
        _ hashrates: [MemberFigure]
    ) {
        self.calculator = calculator
        self.day = day
        self.members = members
        self.hashrates = hashrates
    }

    /// A value and where it comes from.
    struct Sourced {
        var expression: Expression
        var basis: String
    }

    /// The group's own figure if it has one, else the mean of its members; the other way round
    /// if `usesGroup` is false. `usesGroup` is set to whether the group's own was used.
    func average(_ metric: Metric, _ usesGroup: inout Bool?) throws(Source.Failure) -> Sourced? {
        let prefersMembers = usesGroup == false
        if !prefersMembers, let own = try own(metric) {
            usesGroup = true
            return own
        }
        if let mean = try membersMean(metric) {
            usesGroup = false
            return mean
        }
        guard prefersMembers, let own = try own(metric) else { return nil }
        usesGroup = true
        return own
    }

    private func own(_ metric: Metric) throws(Source.Failure) -> Sourced? {
        guard let group = calculator.scopeMembers.scope.group,
            let found = try calculator.reader.latest(metric, of: group, at: day)
        else { return nil }
        let estimate = found.status == .estimated ? " (estimated)" : ""
        return Sourced(
            expression: found.expression,
            basis: "the group's own figure of \(found.observation.period)\(estimate)")
    }

    /// nil if fewer than half of the members have both the figure and a hashrate.
    private func membersMean(_ metric: Metric) throws(Source.Failure) -> Sourced? {
        var pairs: [(weight: Expression, value: Expression)] = []
        for hashrate in hashrates {
            let found = try calculator.reader.latest(metric, of: hashrate.ticker, at: day)
            if let found { pairs.append((hashrate.expression, found.expression)) }
        }
        guard !pairs.isEmpty, pairs.count * 2 >= members.count else { return nil }
        return Sourced(
            expression: Formulas.weightedMean(pairs),
            basis: "the hashrate-weighted mean of \(pairs.count) of \(members.count) members")
    }
}
