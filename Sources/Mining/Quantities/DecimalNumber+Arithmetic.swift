extension DecimalNumber {
    package init(_ whole: Int128) { self.init(mantissa: whole, decimals: 0) }

    package var negated: DecimalNumber { DecimalNumber(mantissa: -mantissa, decimals: decimals) }

    /// The exact sum; `nil` where it exceeds 38 digits.
    package func adding(_ other: DecimalNumber) -> DecimalNumber? {
        let decimals = max(decimals, other.decimals)
        guard let left = aligned(to: decimals), let right = other.aligned(to: decimals) else {
            return nil
        }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : DecimalNumber(mantissa: sum, decimals: decimals)
    }

    /// The exact product; `nil` where it exceeds 38 digits.
    package func multiplied(by other: DecimalNumber) -> DecimalNumber? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        return overflow
            ? nil : DecimalNumber(mantissa: product, decimals: decimals + other.decimals)
    }

    /// The mantissa that the number has with that many decimals, which are no fewer.
    private func aligned(to decimals: Int) -> Int128? {
        guard decimals - self.decimals <= 38 else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(
            by: powerOfTen(decimals - self.decimals))
        return overflow ? nil : product
    }
}
