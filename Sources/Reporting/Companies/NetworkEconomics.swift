import Mining

/// What the network gives everyone alike over a period, instants at its last day.
struct NetworkEconomics {
    let hashprice: Computed
    private let difficulty: Computed
    private let revenue: Computed
    private let reward: Computed
    private let hashrate: Computed
    private let fees: Computed
    private let period: Period
    private let hasFees: Bool?

    /// `like` gives the moment that this is compared with, for hashprice to be computed in its
    /// way.
    init<Source: Book>(
        over asked: Period, _ reader: Reader<Source>, like other: NetworkEconomics? = nil
    ) throws(Source.Failure) {
        let (day, network) = (asked.last, Subject.network.code)
        period = asked.monthToDate
        difficulty = try reader.instant(.difficulty, of: network, at: day)
        (hashprice, hasFees) = try reader.hashprice(at: day, withFees: other?.hasFees)
        var revenue = try reader.blockRewardRevenue(over: period)
        revenue.basis = revenue.basis.map { "the average bitcoin price is \($0)" }
        self.revenue = revenue
        reward = try reader.networkReward(over: period)
        hashrate = try reader.networkHashrate(over: period)
        fees = try reader.total(.feeReward, of: network, over: period)
    }

    /// The rows of the table `network`, in its order.
    func lines(before: NetworkEconomics) -> [FigureTable.Line] {
        [
            FigureTable.Line(
                FigureDefinition(.difficulty), difficulty, before: before.difficulty),
            FigureTable.Line(
                FigureDefinition(
                    "implied_hashrate", "Implied hashrate", FigureUnit(.exahashPerSecond),
                    formula: "difficulty × 2³² / 600",
                    meaning: "the hashrate at which blocks take ten minutes"),
                impliedHashrate, before: before.impliedHashrate),
            FigureTable.Line(
                Figure.hashprice.definition, hashprice, before: before.hashprice,
                needsSameBasis: true),
            FigureTable.Line(
                Figure.blockRewardRevenue.definition, revenue, before: before.revenue),
            FigureTable.Line(
                FigureDefinition(
                    "fee_share", "Share of fees", FigureUnit(.percent),
                    formula: "fee_reward × days / network reward",
                    meaning: "how much of what miners earn in bitcoin is fees"),
                feeShare, before: before.feeShare),
            FigureTable.Line(
                FigureDefinition(
                    "network_btc_per_exahash", "Network BTC per EH/s",
                    FigureUnit("BTC per EH/s"), formula: "network reward / network_hashrate",
                    meaning: "what an average EH/s of the network earns over the period"),
                bitcoinPerExahash, before: before.bitcoinPerExahash, needsSameBasis: true,
                over: (period, before.period)),
        ]
    }

    private var impliedHashrate: Computed {
        Computed(difficulty) { Formulas.impliedHashrate(difficulty: $0[0]) }
    }

    private var feeShare: Computed {
        Computed(fees, reward.divisor("the network reward")) {
            Formulas.feeShare(feesPerDay: $0[0], days: period.days, reward: $0[1])
        }
    }

    private var bitcoinPerExahash: Computed {
        var figure = Computed(reward, hashrate.divisor("network_hashrate")) {
            Formulas.networkBitcoinPerExahash(reward: $0[0], networkHashrate: $0[1])
        }
        figure.basis = reward.basis
        return figure
    }
}
