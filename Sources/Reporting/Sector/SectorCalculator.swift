import Mining

/// Computes the sector's figures on any day or over any period of a book (docs/formulas.md).
struct SectorCalculator<Source: Book> {
    let reader: Reader<Source>
    let scopeMembers: ScopeMembers
    let network = Subject.network.code

    init(_ reader: Reader<Source>, _ scopeMembers: ScopeMembers) {
        self.reader = reader
        self.scopeMembers = scopeMembers
    }

    /// Every figure except the one of a year ago. `methods` are used if the book has what they
    /// need. `only` limits the work to these figures; others may be computed with them.
    func snapshot(
        _ period: Period, using methods: SectorMethods = .init(), only wanted: [Figure]? = nil
    ) throws(Source.Failure) -> SectorSnapshot {
        func wants(_ part: KeyPath<Figure, Bool>) -> Bool {
            wanted?.contains { $0[keyPath: part] } ?? true
        }
        let (day, members) = (period.last, scopeMembers.members(on: period.last))
        var used = methods
        var figures = ValuesByFigure<ComputedFigure>()
        figures[.companies] = .init(
            expression: .constant(DecimalNumber(Int128(members.count))))

        var hashrates: [MemberFigure] = []
        if wants(\.needsHashrates) {
            hashrates = try memberFigures(.deployedHashrate, of: members, at: day)
            figures[.hashrate] = sum(
                hashrates, of: members, on: day, "deployed_hashrate", as: .hashrate)
        }
        var marketCaps: [MemberFigure] = []
        if wants(\.needsMarketCaps) {
            marketCaps = try self.marketCaps(of: members, at: day, &used)
            figures[.marketCap] = sum(
                marketCaps, of: members, on: day, "market_cap", as: .marketCap)
            figures[.marketCap]?.basis = basis(ofMarketCaps: marketCaps)
        }
        if wants(\.isOfHPC) {
            for (figure, metric) in [
                (Figure.hpcContracted, Metric.hpcContracted), (.hpcEnergized, .hpcEnergized),
            ] {
                let found = try memberFigures(metric, of: members, at: day)
                figures[figure] = sum(found, of: members, on: day, metric.code, as: figure)
            }
        }
        if wants(\.needsNetwork) {
            try addNetwork(to: &figures, period, &used)
            figures[.powerCostPerExahash] = try powerCost(
                over: period.monthToDate, members: members, hashrates: hashrates, &used)
            addDerived(to: &figures, at: day)
        }
        return SectorSnapshot(
            period: period, members: members, hashrates: hashrates, marketCaps: marketCaps,
            figures: figures, methods: used)
    }

    /// Adds the figures that are computed from others of the same snapshot.
    private func addDerived(to figures: inout ValuesByFigure<ComputedFigure>, at day: Day) {
        func combine(
            _ first: Figure, _ second: Figure,
            _ formula: @escaping @Sendable (Expression, Expression) -> Expression
        ) -> ComputedFigure {
            ComputedFigure(figures[first] ?? .init(), figures[second] ?? .init()) {
                formula($0[0], $0[1])
            }
        }
        figures[.networkShare] = combine(.hashrate, .networkHashrate) {
            Formulas.percentage($0, of: $1)
        }
        figures[.blockRewardGrossProfit] = combine(.blockRewardRevenue, .powerCostPerExahash) {
            .difference($0, $1)
        }
        figures[.grossMargin] = combine(.blockRewardGrossProfit, .blockRewardRevenue) {
            Formulas.percentage($0, of: $1)
        }
        guard let height = Subsidy.height(on: day) else { return }
        let reward = Formulas.fourYearReward(from: height)
        figures[.blockRewardMultiple] = combine(.marketCap, .btcPrice) {
            Formulas.blockRewardMultiple(marketCap: $0, price: $1, reward: reward)
        }
        figures[.blockRewardMultipleScaled] = combine(.blockRewardMultiple, .networkShare) {
            .quotient($0, .quotient($1, .constant(DecimalNumber(100))))
        }
    }
}

/// Which parts of the book a figure needs.
extension Figure {
    fileprivate var needsHashrates: Bool {
        switch self {
        case .hashrate, .networkShare, .blockRewardMultipleScaled, .powerCostPerExahash,
            .blockRewardGrossProfit, .grossMargin:
            true
        default: false
        }
    }

    fileprivate var needsMarketCaps: Bool {
        switch self {
        case .marketCap, .blockRewardMultiple, .blockRewardMultipleScaled: true
        default: false
        }
    }

    fileprivate var isOfHPC: Bool { self == .hpcContracted || self == .hpcEnergized }

    fileprivate var needsNetwork: Bool {
        switch self {
        case .companies, .hashrate, .marketCap, .hpcContracted, .hpcEnergized: false
        default: true
        }
    }
}
