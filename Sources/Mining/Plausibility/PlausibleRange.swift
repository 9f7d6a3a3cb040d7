/// The values of a metric that are plausible for any subject at any time, in the metric's unit.
///
/// A value outside is more likely in the wrong unit than right. The ranges are wide: they find
/// errors by a factor of a thousand, not unusual figures.
package struct PlausibleRange: Sendable, Hashable {
    /// The lowest plausible value; zero is plausible as well if `allowsZero`.
    package let low: DecimalNumber
    /// The highest plausible value.
    package let high: DecimalNumber
    /// Whether zero is plausible although it is below `low`.
    package let allowsZero: Bool

    /// The range from `low` to `high`. `decimals` is how many of their digits are after the point.
    init(_ low: Int, _ high: Int, decimals: Int = 0, allowsZero: Bool = false) {
        self.low = DecimalNumber(mantissa: Int128(low), decimals: decimals)
        self.high = DecimalNumber(mantissa: Int128(high), decimals: decimals)
        self.allowsZero = allowsZero
    }
}

extension PlausibleRange: CustomStringConvertible {
    /// `0 or 0.1 … 20000`.
    package var description: String {
        (allowsZero && low.mantissa > 0 ? "0 or " : "") + "\(low.short) … \(high.short)"
    }
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

extension Metric {
    /// The values that are plausible at any time, in the metric's unit; nil if every value is.
    package var plausibleRange: PlausibleRange? { properties.plausible }

    /// Whether a value is outside the plausible range.
    package func isOutsideRange(_ value: Quantity) -> Bool {
        let bounds = Self.baseBounds[rawValue]
        return (value.base < bounds.low || value.base > bounds.high)
            && !(value.base == 0 && bounds.allowsZero)
    }

    /// The ranges in base units, by raw value, so that a check needs no arithmetic.
    private static let baseBounds: [(low: Int64, high: Int64, allowsZero: Bool)] =
        [(.min, .max, true)]
        + allCases.map { metric in
            guard let range = metric.plausibleRange,
                let low = range.low.scaled(by: metric.unit.exponent),
                let high = range.high.scaled(by: metric.unit.exponent)
            else { return (.min, .max, true) }
            return (low.value, high.value, range.allowsZero)
        }
}
