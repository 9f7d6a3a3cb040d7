/// Why a figure is most unlikely to be right, whatever else its subject has published.
package enum Implausibility: Sendable, Hashable {
    /// It is outside the plausible range of its metric.
    case outsideRange(PlausibleRange)
    /// It is more bitcoin than had been mined by that day: this many.
    case moreThanMined(Quantity)
    /// It is more bitcoin than the whole network creates in that period: this many.
    case moreThanIssued(Quantity)

    /// What is unlikely about a figure by itself; nil if nothing.
    package init?(_ metric: Metric, over period: Period, _ value: Quantity) {
        if metric.isOutsideRange(value, over: period),
            let range = metric.plausibleRange(over: period)
        {
            self = .outsideRange(range)
        } else if metric.isAmountOfBitcoin,
            let limit = metric.limit(over: period, for: value)
        {
            self = limit
        } else {
            return nil
        }
    }

    /// The amount that the figure exceeds; nil for a range.
    package var limit: Quantity? {
        switch self {
        case .outsideRange: nil
        case .moreThanMined(let limit), .moreThanIssued(let limit): limit
        }
    }
}

extension Implausibility {
    /// What a value of a metric exceeds, after the value: `outside the plausible range …`.
    package func sentence(about metric: Metric) -> String {
        switch self {
        case .outsideRange(let range):
            "outside the plausible range \(range.description(in: metric.unit)); is the unit right?"
        case .moreThanMined(let supply):
            "more than the \(supply) that had been mined by then; is the unit right?"
        case .moreThanIssued(let issued):
            "more than the \(issued) that the whole network creates in the period; is the unit "
                + "right?"
        }
    }
}

extension Metric {
    /// Whether it counts bitcoin of a company.
    fileprivate var isAmountOfBitcoin: Bool {
        switch self {
        case .btcMined, .btcSold, .btcHeld, .btcRestricted: true
        default: false
        }
    }

    /// The limit of an amount of bitcoin that `value` exceeds; nil if it does not.
    fileprivate func limit(over period: Period, for value: Quantity) -> Implausibility? {
        if self == .btcMined, let issued = Subsidy.issued(over: period, ifBelow: value) {
            return .moreThanIssued(issued)
        }
        return Subsidy.supply(on: period.last, ifBelow: value).map(Implausibility.moreThanMined)
    }
}

extension Subsidy {
    /// About how much bitcoin had been mined by the end of a day. Nil if `value` is not more than
    /// that, and before the first block.
    fileprivate static func supply(on day: Day, ifBelow value: Quantity) -> Quantity? {
        // Since 2012 there have been ten million bitcoin, which hardly any figure exceeds.
        if value.base < 1_000_000_000_000_000, day.number > 15_700 { return nil }
        guard let height = height(on: day) else { return nil }
        let supply = totalSatoshi(of: height + blocksPerDay, from: 0)
        return value.base > supply ? Quantity(wholeBitcoin: supply) : nil
    }

    /// About how much bitcoin the network creates in a period. Nil if `value` is not more than
    /// that, or if it creates none.
    fileprivate static func issued(over period: Period, ifBelow value: Quantity) -> Quantity? {
        // The subsidy never rises, so that of the last day gives the least.
        let least = satoshiPerBlock(on: period.last) * blocksPerDay * period.days
        guard value.base > least else { return nil }
        return issued(over: period).flatMap { $0.base > 0 && value.base > $0.base ? $0 : nil }
    }

    /// About how much bitcoin the network creates in a period: the subsidy of 144 blocks a day. Nil
    /// if the period is longer than the existence of bitcoin.
    package static func issued(over period: Period) -> Quantity? {
        guard period.days < 1_000_000 else { return nil }
        let satoshi = (period.first.number...period.last.number).reduce(0) { sum, number in
            sum + (Day(number: number).map(satoshiPerBlock(on:)) ?? 0) * blocksPerDay
        }
        return Quantity(wholeBitcoin: satoshi)
    }
}

extension Quantity {
    /// An amount of satoshi, rounded to whole bitcoin.
    fileprivate init?(wholeBitcoin satoshi: Int) {
        let one = 100_000_000
        self.init(base: Int64((satoshi + one / 2) / one * one), unit: .bitcoin, decimals: 0)
    }
}
