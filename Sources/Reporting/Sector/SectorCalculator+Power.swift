import Mining

/// What power costs the members.
extension SectorCalculator {
    /// What 1 EH/s pays for power in a day: the fleet efficiency times the power price, each the
    /// group's own figure or the mean of its members (docs/formulas.md).
    ///
    /// `methods` says which to prefer, and is set to what was used.
    func powerCost(
        over period: Period, members: [Company], hashrates: [MemberFigure],
        _ methods: inout SectorMethods
    ) throws(Source.Failure) -> ComputedFigure {
        let group = GroupAverage(calculator: self, period: period, members, hashrates)
        guard let efficiency = try group.average(.fleetEfficiency, &methods.usesGroupEfficiency)
        else { return .init(reason: "fleet_efficiency is known for too few members") }
        guard let price = try group.average(.powerPrice, &methods.usesGroupPowerPrice)
        else { return .init(reason: "power_price is known for too few members") }
        var cost = ComputedFigure(efficiency.figure, price.figure) {
            Formulas.powerCostPerExahash(efficiency: $0[0], powerPrice: $0[1])
        }
        cost.basis = "fleet_efficiency is \(efficiency.basis), power_price is \(price.basis)"
        return cost
    }
}

/// Averages over a group: the group's own figure, or the mean of its members weighted by their
/// hashrates.
private struct GroupAverage<Source: Book> {
    let calculator: SectorCalculator<Source>
    let period: Period
    let members: [Company]
    let hashrates: [MemberFigure]

    init(
        calculator: SectorCalculator<Source>, period: Period, _ members: [Company],
        _ hashrates: [MemberFigure]
    ) {
        self.calculator = calculator
        self.period = period
        self.members = members
        self.hashrates = hashrates
    }

    /// A value and where it comes from.
    struct Sourced {
        var figure: ComputedFigure
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
        guard let group = calculator.scopeMembers.scope.group else { return nil }
        let found = try calculator.reader.current(metric, of: group, over: period)
        guard let expression = found.expression else { return nil }
        let inputs = expression.inputs
        let published = inputs.count == 1 ? inputs[0].observation.period : period
        let estimate = found.marks.contains(.estimated) ? " (estimated)" : ""
        return Sourced(
            figure: ComputedFigure(
                expression: expression, marks: found.marks.filter { $0 == .estimated }),
            basis: "the group's own figure of \(published)\(estimate)")
    }

    /// nil if fewer than half of the members have both the figure and a hashrate.
    private func membersMean(_ metric: Metric) throws(Source.Failure) -> Sourced? {
        var pairs: [(ticker: String, weight: Expression, value: Expression)] = []
        var marks: [(ticker: String, marks: [Number.Mark])] = []
        for hashrate in hashrates {
            let found = try calculator.reader.current(
                metric, of: hashrate.ticker, over: period)
            guard let expression = found.expression else { continue }
            pairs.append((hashrate.ticker, hashrate.expression, expression))
            marks.append((hashrate.ticker, found.marks))
        }
        let coverage = Coverage(of: members, figures: marks)
        guard coverage.isSupported else { return nil }
        let terms = pairs
        return Sourced(
            figure: ComputedFigure(
                expression: Formulas.weightedMean(terms.map { ($0.weight, $0.value) }),
                counted: CountedMembers(
                    .init(name: metric.code, coverage: coverage, isSum: false) { tickers in
                        let chosen = terms.filter { tickers.contains($0.ticker) }
                        return chosen.isEmpty
                            ? nil : Formulas.weightedMean(chosen.map { ($0.weight, $0.value) })
                    })),
            basis: "the hashrate-weighted mean of \(pairs.count) of \(members.count) members")
    }
}
