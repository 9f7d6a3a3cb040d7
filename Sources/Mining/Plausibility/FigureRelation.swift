/// A rule that relates a figure of a subject to others: the figure must be between two multiples of
/// an amount that follows from the others. If it is not, one of them is on another scale.
///
/// The bounds are so wide that no real figure is outside. docs/formulas.md lists all relations.
package struct FigureRelation: Sendable {
    /// A figure that the amount follows from.
    package struct Partner: Sendable {
        package let metric: Metric
        package let place: Place
    }

    /// Which figure of a partner is meant.
    package enum Place: Sendable, Hashable {
        /// The one over the same period.
        case samePeriod
        /// The last one that ends with the period, or up to so many days earlier.
        case atEnd(maxAgeDays: Int)
        /// The last one before the period, up to so many days before its start.
        case beforeStart(maxAgeDays: Int)
    }

    /// The figure that is judged.
    package let metric: Metric
    package let partners: [Partner]
    /// How the amount follows from them, for a message: `btc_mined × btc_price`.
    package let formula: String
    /// The figure must be at least this multiple of the amount; nil if there is no lower bound.
    package let low: Double?
    /// The figure must be at most this multiple of the amount.
    package let high: Double
    /// The amount in the unit of `metric`, from the values of the partners in their metrics' units;
    /// nil if there is none.
    let amount: @Sendable (Period, [Double]) -> Double?

    /// Whether the figure is a part of the one that it is compared with.
    package var isPart: Bool { low == nil && high < 2 }
}

extension FigureRelation {
    /// A part of a whole: it is above the whole by at most `tolerance` percent.
    private static func part(
        _ metric: Metric, of whole: Metric, at place: Place, tolerance: Double = 0
    ) -> Self {
        Self(
            metric: metric, partners: [Partner(metric: whole, place: place)], formula: whole.code,
            low: nil, high: 1 + tolerance / 100
        ) { $1[0] }
    }

    /// An entry of the accounts, compared with total revenue.
    private static func entry(_ metric: Metric, low: Double?) -> Self {
        Self(
            metric: metric, partners: [Partner(metric: .revenue, place: .samePeriod)],
            formula: Metric.revenue.code, low: low, high: 20
        ) { $1[0] }
    }

    /// Every relation, those of parts first.
    package static let all: [FigureRelation] =
        [
            part(.operatingHashrate, of: .deployedHashrate, at: .atEnd(maxAgeDays: 0)),
            part(.btcRestricted, of: .btcHeld, at: .atEnd(maxAgeDays: 0)),
            part(.miningRevenue, of: .revenue, at: .samePeriod, tolerance: 10),
            part(.hostingRevenue, of: .revenue, at: .samePeriod, tolerance: 10),
            part(.hpcRevenue, of: .revenue, at: .samePeriod, tolerance: 10),
            entry(.costOfRevenue, low: 0.002), entry(.powerCost, low: 0.002),
            entry(.powerCredits, low: nil),
        ] + ofBitcoin + ofPower + ofNetwork

    private static let ofBitcoin = [
        FigureRelation(
            metric: .btcSold,
            partners: [
                Partner(metric: .btcHeld, place: .beforeStart(maxAgeDays: 100)),
                Partner(metric: .btcMined, place: .samePeriod),
            ], formula: "btc_held before + btc_mined", low: nil, high: 3
        ) { $1[0] + $1[1] },
        FigureRelation(
            metric: .btcMined,
            partners: [
                Partner(metric: .deployedHashrate, place: .atEnd(maxAgeDays: 100)),
                Partner(metric: .networkHashrate, place: .atEnd(maxAgeDays: 35)),
            ], formula: "the new bitcoin × deployed_hashrate / network_hashrate",
            low: 0.01, high: 10
        ) { period, values in
            Subsidy.issued(over: period).map { $0.value(in: .bitcoin) * values[0] / values[1] }
        },
        FigureRelation(
            metric: .miningRevenue,
            partners: [
                Partner(metric: .btcMined, place: .samePeriod),
                Partner(metric: .btcPrice, place: .atEnd(maxAgeDays: 7)),
            ], formula: "btc_mined × btc_price", low: 0.1, high: 10
        ) { $1[0] * $1[1] },
    ]

    private static let ofPower = [
        FigureRelation(
            metric: .energyUsed,
            partners: [Partner(metric: .powerCapacity, place: .atEnd(maxAgeDays: 100))],
            formula: "power_capacity × 24 h a day", low: 0.002, high: 5
        ) { period, values in values[0] * 24 * Double(period.days) },
        FigureRelation(
            metric: .powerCost, partners: [Partner(metric: .energyUsed, place: .samePeriod)],
            formula: "energy_used × 50 USD/MWh", low: 0.02, high: 20
        ) { $1[0] * 50 },
    ]

    private static let ofNetwork = [
        FigureRelation(
            metric: .networkHashrate,
            partners: [Partner(metric: .difficulty, place: .atEnd(maxAgeDays: 30))],
            formula: "difficulty × 2^32 / 600 s", low: 0.3, high: 3
        ) { $1[0] * 4_294_967_296 / 600 / 1e18 },
        FigureRelation(
            metric: .hashpricePublished,
            partners: [
                Partner(metric: .btcPrice, place: .atEnd(maxAgeDays: 7)),
                Partner(metric: .networkHashrate, place: .atEnd(maxAgeDays: 35)),
            ], formula: "the new bitcoin of a day × btc_price / network_hashrate",
            low: 0.2, high: 5
        ) { period, values in
            let issued = Double(Subsidy.satoshiPerBlock(on: period.last) * Subsidy.blocksPerDay)
            return issued / 1e8 * values[0] / (values[1] * 1_000)
        },
        FigureRelation(
            metric: .minerRevenue,
            partners: [Partner(metric: .btcPrice, place: .atEnd(maxAgeDays: 7))],
            formula: "the new bitcoin × btc_price", low: 0.2, high: 5
        ) { period, values in
            Subsidy.issued(over: period).map { $0.value(in: .bitcoin) * values[0] }
        },
    ]
}
