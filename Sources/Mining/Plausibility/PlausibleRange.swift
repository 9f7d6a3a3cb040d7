/// The values of a metric that are plausible for any subject, in the metric's unit.
///
/// A value outside is probably in the wrong unit. The ranges are wide: they find errors by a factor
/// of a thousand, not unusual figures.
package struct PlausibleRange: Sendable, Hashable {
    /// The lowest plausible value; zero is plausible as well if `allowsZero`.
    package let low: DecimalNumber
    /// The highest plausible value.
    package let high: DecimalNumber
    /// Whether zero is plausible although it is below `low`.
    package let allowsZero: Bool
    /// Whether a value below zero is judged by its size, as if it were above.
    package let isOfSize: Bool
    /// Whether both bounds are for each day of the period.
    package let isPerDay: Bool

    /// The range from `low` to `high`. `decimals` is how many of their digits are after the point.
    init(
        _ low: Int, _ high: Int, decimals: Int = 0, allowsZero: Bool = false,
        isOfSize: Bool = false, isPerDay: Bool = false
    ) {
        self.low = DecimalNumber(mantissa: Int128(low), decimals: decimals)
        self.high = DecimalNumber(mantissa: Int128(high), decimals: decimals)
        self.allowsZero = allowsZero
        self.isOfSize = isOfSize
        self.isPerDay = isPerDay
    }

    /// Dollars of a company's accounts per day, above or below zero. An amount below ten dollars a
    /// day probably lacks its unit, such as USD m.
    static func dollarsPerDay(upTo high: Int) -> PlausibleRange {
        PlausibleRange(10, high, allowsZero: true, isOfSize: true, isPerDay: true)
    }
}

extension PlausibleRange: CustomStringConvertible {
    /// `0 or 0.1 … 20000`, `0 or ±10 … ±30000000 per day`.
    package var description: String { bounds + perDay }

    /// The same with a unit: `0 or ±10 … ±30000000 USD per day`.
    package func description(in unit: Unit) -> String { "\(bounds) \(unit)\(perDay)" }

    private var bounds: String {
        let sign = isOfSize ? "±" : ""
        return (allowsZero && low.mantissa > 0 ? "0 or " : "")
            + "\(sign)\(low.short) … \(sign)\(high.short)"
    }

    private var perDay: String { isPerDay ? " per day" : "" }
}

extension DecimalNumber {
    /// The same number without zeros at the end of its decimals.
    fileprivate var short: DecimalNumber {
        var number = self
        while number.decimals > 0, number.mantissa.isMultiple(of: 10) {
            number = DecimalNumber(mantissa: number.mantissa / 10, decimals: number.decimals - 1)
        }
        return number
    }
}
