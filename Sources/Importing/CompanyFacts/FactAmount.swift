import Mining

/// An exact amount of a fact: a whole number and the digits after its point, without zeros at the
/// end, so that `71700000` and `71700000.0` are equal.
struct FactAmount: Hashable {
    /// A multiple of ten only if it is zero.
    let mantissa: Int128
    /// Negative if zeros before the point were taken off.
    let decimals: Int

    /// How far apart the points of two amounts may be to be compared.
    private static let widest = 30

    /// Nil if the text is not a number, or has more digits than are kept.
    init?(_ text: String) {
        guard let number = DecimalNumber(text.utf8), !number.isTruncated else { return nil }
        self.init(number.mantissa, decimals: number.decimals)
    }

    /// `mantissa` × 10^−`decimals`.
    init(_ mantissa: Int128, decimals: Int) {
        var (mantissa, decimals) = (mantissa, mantissa == 0 ? 0 : decimals)
        while mantissa != 0, mantissa.isMultiple(of: 10) {
            mantissa /= 10
            decimals -= 1
        }
        self.mantissa = mantissa
        self.decimals = decimals
    }

    /// The sum; nil if it has too many digits.
    func adding(_ other: FactAmount) -> FactAmount? {
        guard let (left, right, decimals) = aligned(with: other) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : FactAmount(sum, decimals: decimals)
    }

    /// The product; nil if it has too many digits.
    func multiplied(by other: FactAmount) -> FactAmount? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        return overflow ? nil : FactAmount(product, decimals: decimals + other.decimals)
    }

    /// Whether the other amount, rounded to the last digit of this one, gives this one.
    func isRounding(of other: FactAmount) -> Bool {
        guard let (own, precise, decimals) = aligned(with: other) else { return false }
        let step = decimals - self.decimals
        guard step > 0, step < Self.widest else { return false }
        return (precise - own).magnitude * 2 <= powerOfTen(step).magnitude
    }

    /// Whether the other amount differs from this one by at most a fifth of this one.
    func isNear(_ other: FactAmount) -> Bool {
        guard let (own, found, _) = aligned(with: other) else { return false }
        let (difference, overflow) = own.subtractingReportingOverflow(found)
        return !overflow && difference.magnitude / 4 <= own.magnitude / 20
    }

    /// Both as whole numbers with the same number of decimals; nil if they would be too large.
    private func aligned(
        with other: FactAmount
    ) -> (own: Int128, other: Int128, decimals: Int)? {
        let decimals = max(decimals, other.decimals)
        let (shift, otherShift) = (decimals - self.decimals, decimals - other.decimals)
        guard shift <= Self.widest, otherShift <= Self.widest else { return nil }
        let (own, overflow) = mantissa.multipliedReportingOverflow(by: powerOfTen(shift))
        let (found, otherOverflow) = other.mantissa.multipliedReportingOverflow(
            by: powerOfTen(otherShift))
        return overflow || otherOverflow ? nil : (own, found, decimals)
    }
}

extension FactAmount: CustomStringConvertible {
    /// In digits: `71700000`.
    var description: String {
        DecimalNumber(mantissa: mantissa, decimals: decimals).description
    }
}
