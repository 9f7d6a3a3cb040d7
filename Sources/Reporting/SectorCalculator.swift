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

    /// Every figure but the one of a year ago, in the given ways where they can be had.
    func moment(_ period: Period, like ways: SectorMoment.Ways = .init())
        throws(Source.Failure) -> SectorMoment
    {
        let members = roll.members(on: period.last)
        var taken = ways
        let hashrates = try memberFigures(.deployedHashrate, of: members, at: period.last)
        let marketCaps = try marketCaps(of: members, at: period.last, &taken)

        var figures: [Figure: SectorMoment.Computed] = [:]
        figures[.companies] = .init(
            expression: .constant(DecimalNumber(Int128(members.count))))
        figures[.hashrate] = sum(hashrates, of: members, "deployed_hashrate")
        figures[.marketCap] = sum(marketCaps, of: members, "market_cap")
        for (figure, metric) in [
            (Figure.hpcContracted, Metric.hpcContracted), (.hpcEnergized, .hpcEnergized),
        ] {
            figures[figure] = sum(
                try memberFigures(metric, of: members, at: period.last), of: members, metric.code)
        }
        figures[.marketCap]?.basis = basis(ofMarketCaps: marketCaps)
        figures.merge(try networkFigures(period, &taken)) { $1 }
        figures[.powerCostPerExahash] = try powerCost(
            at: period.last, members: members, hashrates: hashrates, &taken)
        addDerived(to: &figures, at: period.last)
        return SectorMoment(
            period: period, members: members, hashrates: hashrates, marketCaps: marketCaps,
            figures: figures, ways: taken)
    }

    /// The deployed hashrate alone, and whose it is.
    func hashrateMoment(_ period: Period) throws(Source.Failure) -> SectorMoment {
        let members = roll.members(on: period.last)
        let hashrates = try memberFigures(.deployedHashrate, of: members, at: period.last)
        return SectorMoment(
            period: period, members: members, hashrates: hashrates, marketCaps: [],
            figures: [.hashrate: sum(hashrates, of: members, "deployed_hashrate")],
            ways: SectorMoment.Ways())
    }

    /// Figures that follow from others of the same moment alone.
    private func addDerived(to figures: inout [Figure: SectorMoment.Computed], at day: Day) {
        func combine(
            _ first: Figure, _ second: Figure, _ formula: (Expression, Expression) -> Expression
        ) -> SectorMoment.Computed {
            let (a, b) = (figures[first] ?? .init(), figures[second] ?? .init())
            var result = SectorMoment.Computed(coverage: a.coverage ?? b.coverage)
            if let left = a.expression, let right = b.expression {
                result.expression = formula(left, right)
            } else {
                let open = a.expression == nil ? first : second
                result.reason = "\(open.code) is not known"
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
