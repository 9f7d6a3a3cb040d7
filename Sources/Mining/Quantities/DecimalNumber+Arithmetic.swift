/// Exact sums and products. None of them rounds: a result that needs too many digits is nil.
extension DecimalNumber {
    /// A whole number.
    package init(_ whole: Int128) { self.init(mantissa: whole, decimals: 0) }

    /// The number with the opposite sign.
    package var negated: DecimalNumber { DecimalNumber(mantissa: -mantissa, decimals: decimals) }

    /// The exact sum, or nil if it does not fit in the 128 bits of a mantissa (38 digits).
    package func adding(_ other: DecimalNumber) -> DecimalNumber? {
        let decimals = max(decimals, other.decimals)
        guard let left = aligned(to: decimals), let right = other.aligned(to: decimals) else {
            return nil
        }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalNumber(mantissa: sum, decimals: decimals)
    }

    /// The exact product, or nil if it does not fit in the 128 bits of a mantissa (38 digits).
    package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        return overflow
            ? nil : DecimalNumber(mantissa: product, decimals: decimals + other.decimals)
    }

    /// The mantissa of this number written with `decimals` decimals, which must be at least as many
    /// as it has. Nil if it does not fit.
    private func aligned(to decimals: Int) -> Int128? {
        guard decimals - self.decimals <= 38 else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(
            by: powerOfTen(decimals - self.decimals))
        return overflow ? nil : product
    }
}
