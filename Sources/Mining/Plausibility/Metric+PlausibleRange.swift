extension Metric {
    /// The values that are plausible at any time, in the metric's unit; nil if every value is.
    package var plausibleRange: PlausibleRange? { properties.plausible }

    /// A narrower range, from a year on; nil if there is none. The network's figures are well
    /// known, but were a thousand times smaller in the first years.
    package var recentRange: (year: Int, range: PlausibleRange)? {
        switch self {
        case .networkHashrate: (2019, PlausibleRange(20, 10_000))
        case .difficulty: (2019, PlausibleRange(2_000_000_000_000, 2_000_000_000_000_000))
        case .btcPrice, .btcPriceAverage: (2017, PlausibleRange(500, 10_000_000))
        case .hashpricePublished: (2017, PlausibleRange(2, 10_000))
        case .feeReward: (2013, PlausibleRange(5, 20_000, decimals: 1))
        case .minerRevenue:
            (2017, PlausibleRange(1_000_000, 1_000_000_000, isPerDay: true))
        case .blocks: (2013, PlausibleRange(20, 300, isPerDay: true))
        default: nil
        }
    }

    /// The values that are plausible over a period, in the metric's unit; nil if every value is.
    package func plausibleRange(over period: Period) -> PlausibleRange? {
        Self.bounds[rawValue].bounds(over: period).range
    }

    /// Whether a value is outside the plausible range.
    package func isOutsideRange(_ value: Quantity, over period: Period) -> Bool {
        let bounds = Self.bounds[rawValue]
        return !bounds.bounds(over: period).contain(value.base, days: bounds.days(of: period))
    }

    /// The ranges by raw value.
    private static let bounds: [DatedBounds] =
        [DatedBounds(nil)] + allCases.map { DatedBounds($0) }
}

/// The ranges of a metric in base units, so that a check needs little arithmetic.
private struct DatedBounds {
    private let always: BaseBounds
    /// Those from `since` on.
    private let recent: BaseBounds
    private let since: Day
    /// Whether a figure about a single day is usual.
    private let isDaily: Bool

    init(_ metric: Metric?) {
        isDaily = metric?.isPublishedDaily ?? true
        always = BaseBounds(metric?.plausibleRange, exponent: metric?.unit.exponent ?? 0)
        let narrow = metric?.recentRange
        since = narrow.flatMap { Day(year: $0.year, month: 1, day: 1) } ?? .last
        recent = BaseBounds(narrow?.range, exponent: metric?.unit.exponent ?? 0)
    }

    /// How many days a flow over `period` may be about. A single day may stand for up to a year
    /// where flows of single days are unusual; the import warns of such days separately.
    func days(of period: Period) -> ClosedRange<Int> {
        period.days...(period.isDay && !isDaily ? 366 : period.days)
    }

    func bounds(over period: Period) -> BaseBounds { period.first < since ? always : recent }
}

/// A range in base units.
private struct BaseBounds {
    /// Nil if every value is plausible.
    let range: PlausibleRange?
    private var low = Int64.min
    private var high = Int64.max

    init(_ range: PlausibleRange?, exponent: Int) {
        guard let range, let low = range.low.scaled(by: exponent),
            let high = range.high.scaled(by: exponent)
        else {
            self.range = nil
            return
        }
        self.range = range
        self.low = low.value
        self.high = high.value
    }

    func contain(_ base: Int64, days: ClosedRange<Int>) -> Bool {
        guard let range else { return true }
        if base == 0, range.allowsZero { return true }
        let size = range.isOfSize ? Int64(clamping: base.magnitude) : base
        guard range.isPerDay else { return low <= size && size <= high }
        return size >= low.times(days.lowerBound) && size <= high.times(days.upperBound)
    }
}

extension Int64 {
    /// The product, or the greatest number if it is greater. Both are at least zero.
    fileprivate func times(_ count: Int) -> Int64 {
        let (product, overflows) = multipliedReportingOverflow(by: Int64(count))
        return overflows ? .max : product
    }
}
