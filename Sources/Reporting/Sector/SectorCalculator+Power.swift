import Mining

/// What the members' power costs.
extension SectorCalculator {
    func powerCost(
        at day: Day, members: [Company], hashrates: [MemberFigure],
        _ ways: inout SectorMoment.Ways
    ) throws(Source.Failure) -> Computed {
        guard
            let efficiency = try ownOrMembers(
                .fleetEfficiency, at: day, members, hashrates, &ways.usesGroupEfficiency)
        else { return .init(reason: "fleet_efficiency is known of too few members") }
        guard
            let price = try ownOrMembers(
                .powerPrice, at: day, members, hashrates, &ways.usesGroupPowerPrice)
        else { return .init(reason: "power_price is known of too few members") }
        return .init(
            expression: Formulas.powerCostPerExahash(
                efficiency: efficiency.expression, powerPrice: price.expression),
            basis: "fleet_efficiency \(efficiency.basis), power_price \(price.basis)")
    }

    /// A term of the power cost and where it comes from.
    private struct Sourced {
        var expression: Expression
        var basis: String
    }

    /// The group's own figure, else the mean of its members; the other way round where
    /// `usesGroup` asks for the members. It is left saying which it was.
    private func ownOrMembers(
        _ metric: Metric, at day: Day, _ members: [Company], _ hashrates: [MemberFigure],
        _ usesGroup: inout Bool?
    ) throws(Source.Failure) -> Sourced? {
        let prefersMembers = usesGroup == false
        if !prefersMembers, let own = try own(metric, at: day) {
            usesGroup = true
            return own
        }
        if let mean = try membersMean(metric, at: day, members, hashrates) {
            usesGroup = false
            return mean
        }
        guard prefersMembers, let own = try own(metric, at: day) else { return nil }
        usesGroup = true
        return own
    }

    private func own(_ metric: Metric, at day: Day) throws(Source.Failure) -> Sourced? {
        guard let group = roll.scope.group,
            let found = try reader.latest(metric, of: group, at: day)
        else { return nil }
        let estimate = found.observation.status == .estimated ? ", estimated" : ""
        return Sourced(
            expression: found.expression,
            basis: "the group's own of \(found.observation.period)\(estimate)")
    }

    /// The mean over the members that have the figure and a hashrate to weigh it by; at least
    /// half of all must.
    private func membersMean(
        _ metric: Metric, at day: Day, _ members: [Company], _ hashrates: [MemberFigure]
    ) throws(Source.Failure) -> Sourced? {
        var pairs: [(weight: Expression, value: Expression)] = []
        for hashrate in hashrates {
            guard let found = try reader.latest(metric, of: hashrate.ticker, at: day) else {
                continue
            }
            pairs.append((hashrate.expression, found.expression))
        }
        guard !pairs.isEmpty, pairs.count * 2 >= members.count else { return nil }
        return Sourced(
            expression: Formulas.weightedMean(pairs),
            basis: "the hashrate-weighted mean of \(pairs.count) of \(members.count) members")
    }
}
