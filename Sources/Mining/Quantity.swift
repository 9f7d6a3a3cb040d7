/// An exact amount of one dimension, and how it was printed.
///
/// `base` counts the dimension's base unit (MH/s, satoshi, cents, …), so that `38.5 EH/s` and
/// `38500 PH/s` are the same amount. `unit` and `decimals` keep the printed form, from which
/// the rounding interval follows: 38.5 EH/s stands for 38.45 … 38.55. Two quantities are
/// equal only where amount and form are; compare `base` where the amount is meant.
package struct Quantity: Sendable, Hashable {
    /// The amount in base units of `unit.dimension`.
    package let base: Int64
    /// The unit it was printed in.
    package let unit: Unit
    /// Digits printed after the point, at most `unit.exponent`.
    package let decimals: Int

    /// `nil` where `decimals` does not lie in 0…`unit.exponent`, or `base` has digits finer
    /// than it says: such a quantity cannot have been printed.
    package init?(base: Int64, unit: Unit, decimals: Int) {
        guard decimals >= 0, decimals <= unit.exponent,
            Int128(base).isMultiple(of: powerOfTen(unit.exponent - decimals))
        else { return nil }
        self.init(checked: base, unit, decimals)
    }

    /// What `number` of `unit` amounts to. Digits finer than the base unit are rounded half
    /// to even, and `isRounded` says so. `nil` where it does not fit.
    package static func of(_ number: DecimalNumber, _ unit: Unit)
        -> (quantity: Quantity, isRounded: Bool)?
    {
        guard let (base, isRounded) = number.scaled(by: unit.exponent) else { return nil }
        let decimals = min(max(number.decimals, 0), unit.exponent)
        return (Quantity(checked: base, unit, decimals), isRounded)
    }

    private init(checked base: Int64, _ unit: Unit, _ decimals: Int) {
        self.base = base
        self.unit = unit
        self.decimals = decimals
    }

    package var dimension: Dimension { unit.dimension }

    /// The number as printed, without the unit: `38.50`.
    package var number: DecimalNumber {
        DecimalNumber(
            mantissa: Int128(base) / powerOfTen(unit.exponent - decimals), decimals: decimals)
    }

    /// The amount in `unit`, which is of the same dimension, as the nearest `Double`.
    package func value(in unit: Unit) -> Double {
        Double(base) / Double(powerOfTen(unit.exponent))
    }

    /// Half a unit of the last printed digit, in base units: how far the true amount may lie
    /// on either side. In a whole number of three digits or more, trailing zeros are not
    /// digits: 42,100 stands for 42,050 … 42,150 (FORMULAS.md, Rounding intervals).
    package var halfUnit: Double {
        var place = unit.exponent - decimals
        var mantissa = number.mantissa.magnitude
        if decimals == 0, mantissa >= 100 {
            while mantissa.isMultiple(of: 10) {
                mantissa /= 10
                place += 1
            }
        }
        return Double(powerOfTen(place)) / 2
    }
}

extension Quantity: CustomStringConvertible {
    /// Number and unit as printed: `38.50 EH/s`.
    package var description: String { "\(number) \(unit)" }
}
