import Mining

/// Computes the sector's figures at any moment of a book.
struct SectorCalculator<Source: Book> {
    let reader: Reader<Source>
    let roll: Roll
    let network = Subject.network.code

    init(_ reader: Reader<Source>, _ roll: Roll) {
        self.reader = reader
        self.roll = roll
    }

    /// Every figure but the one of a year ago, in the given ways where they can be had; with
    /// `only`, these figures and whatever else comes with them.
    func moment(
        _ period: Period, like ways: SectorMoment.Ways = .init(), only wanted: [Figure]? = nil
    ) throws(Source.Failure) -> SectorMoment {
        func wants(_ part: KeyPath<Figure, Bool>) -> Bool {
            wanted?.contains { $0[keyPath: part] } ?? true
        }
        let (day, members) = (period.last, roll.members(on: period.last))
        var taken = ways
        var figures = PerFigure<Computed>()
        figures[.companies] = .init(
            expression: .constant(DecimalNumber(Int128(members.count))))

        var hashrates: [MemberFigure] = []
        if wants(\.restsOnHashrates) {
            hashrates = try memberFigures(.deployedHashrate, of: members, at: day)
            figures[.hashrate] = sum(hashrates, of: members, "deployed_hashrate")
        }
        var marketCaps: [MemberFigure] = []
        if wants(\.restsOnMarketCaps) {
            marketCaps = try self.marketCaps(of: members, at: day, &taken)
            figures[.marketCap] = sum(marketCaps, of: members, "market_cap")
            figures[.marketCap]?.basis = basis(ofMarketCaps: marketCaps)
        }
        if wants(\.isOfHPC) {
            for (figure, metric) in [
                (Figure.hpcContracted, Metric.hpcContracted), (.hpcEnergized, .hpcEnergized),
            ] {
                let found = try memberFigures(metric, of: members, at: day)
                figures[figure] = sum(found, of: members, metric.code)
            }
        }
        if wants(\.restsOnNetwork) {
            try addNetwork(to: &figures, period, &taken)
            figures[.powerCostPerExahash] = try powerCost(
                at: day, members: members, hashrates: hashrates, &taken)
            addDerived(to: &figures, at: day)
        }
        return SectorMoment(
            period: period, members: members, hashrates: hashrates, marketCaps: marketCaps,
            figures: figures, ways: taken)
    }

    /// Figures that follow from others of the same moment alone.
    private func addDerived(to figures: inout PerFigure<Computed>, at day: Day) {
        func combine(
            _ first: Figure, _ second: Figure, _ formula: (Expression, Expression) -> Expression
        ) -> Computed {
            let (a, b) = (figures[first] ?? .init(), figures[second] ?? .init())
            var result = Computed(coverage: a.coverage ?? b.coverage)
            if let left = a.expression, let right = b.expression {
                result.expression = formula(left, right)
            } else {
                let (open, code) = a.expression == nil ? (a, first) : (b, second)
                result.reason = open.reason ?? "\(code) is not known"
            }
            return result
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

/// What must be read for a figure.
extension Figure {
    fileprivate var restsOnHashrates: Bool {
        switch self {
        case .hashrate, .networkShare, .blockRewardMultipleScaled, .powerCostPerExahash,
            .blockRewardGrossProfit, .grossMargin:
            true
        default: false
        }
    }

    fileprivate var restsOnMarketCaps: Bool {
        switch self {
        case .marketCap, .blockRewardMultiple, .blockRewardMultipleScaled: true
        default: false
        }
    }

    fileprivate var isOfHPC: Bool { self == .hpcContracted || self == .hpcEnergized }

    fileprivate var restsOnNetwork: Bool {
        switch self {
        case .companies, .hashrate, .marketCap, .hpcContracted, .hpcEnergized: false
        default: true
        }
    }
}
