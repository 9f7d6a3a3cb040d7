import Mining

/// The network's figures over a period; instants are those of its last day.
struct NetworkEconomics {
    let hashprice: ComputedFigure
    private let difficulty: ComputedFigure
    private let revenue: ComputedFigure
    private let reward: ComputedFigure
    private let hashrate: ComputedFigure
    private let fees: ComputedFigure
    /// The day of instants is its last; averages and flows are over its month to date.
    private let asked: Period
    private let period: Period
    private let includesFees: Bool?
    private let rewardMethod: NetworkRewardMethod

    /// `other` is the period that this one is compared with: hashprice and network reward include
    /// fees only if that one does, and blocks are counted only if that one counts them.
    init<Source: Book>(
        over asked: Period, _ reader: Reader<Source>, like other: NetworkEconomics? = nil
    ) throws(Source.Failure) {
        let (day, network) = (asked.last, Subject.network.code)
        self.asked = asked
        period = asked.monthToDate
        difficulty = try reader.instant(.difficulty, of: network, at: day)
        (hashprice, includesFees) = try reader.hashprice(at: day, withFees: other?.includesFees)
        revenue = try reader.blockRewardRevenue(over: period)
        (reward, rewardMethod) = try reader.networkReward(
            over: period, by: other?.rewardMethod)
        hashrate = try reader.networkHashrate(over: period)
        fees = try reader.total(.feeReward, of: network, over: period)
    }

    /// The rows of the table `network`, in its order.
    func lines(before: NetworkEconomics) -> [ComparedFigure] {
        [
            ComparedFigure(
                FigureDefinition(.difficulty), difficulty, before: before.difficulty,
                since: before.asked),
            ComparedFigure(
                FigureDefinition(
                    "implied_hashrate", "Implied hashrate", FigureUnit(.exahashPerSecond),
                    formula: "difficulty × 2³² / 600",
                    meaning: "the hashrate at which blocks take ten minutes on average"),
                impliedHashrate, before: before.impliedHashrate, since: before.asked),
            ComparedFigure(
                Figure.hashprice.definition, hashprice, before: before.hashprice,
                since: before.asked, needsSameBasis: true),
            ComparedFigure(
                Figure.blockRewardRevenue.definition, revenue, before: before.revenue,
                since: before.period),
            ComparedFigure(
                FigureDefinition(
                    "fee_share", "Share of fees", FigureUnit(.percent),
                    formula: "fee_reward × days / network reward",
                    meaning: "the share of transaction fees in what miners earn"),
                feeShare, before: before.feeShare, since: before.period, needsSameBasis: true),
            ComparedFigure(
                FigureDefinition(
                    "network_btc_per_exahash", "Network BTC per EH/s",
                    FigureUnit("BTC per EH/s"), formula: "network reward / network_hashrate",
                    meaning: "what an average EH/s of the network earns over the period"),
                bitcoinPerExahash, before: before.bitcoinPerExahash, since: before.period,
                needsSameBasis: true, over: (period, before.period)),
        ]
    }

    private var impliedHashrate: ComputedFigure {
        ComputedFigure(difficulty) { Formulas.impliedHashrate(difficulty: $0[0]) }
    }

    private var feeShare: ComputedFigure {
        guard rewardMethod.includesFees else {
            return ComputedFigure(reason: fees.reason ?? "the network reward excludes fees")
        }
        var figure = ComputedFigure(fees, reward.divisor("the network reward")) {
            Formulas.feeShare(feesPerDay: $0[0], days: period.days, reward: $0[1])
        }
        figure.basis = reward.basis
        return figure
    }

    private var bitcoinPerExahash: ComputedFigure {
        var figure = ComputedFigure(reward, hashrate.divisor("network_hashrate")) {
            Formulas.networkBitcoinPerExahash(reward: $0[0], networkHashrate: $0[1])
        }
        figure.basis = reward.basis
        return figure
    }
}
