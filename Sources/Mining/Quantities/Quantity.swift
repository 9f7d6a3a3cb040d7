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
            base.isMultiple(of: Self.powersOfTen[unit.exponent - decimals])
        else { return nil }
        self.init(checked: base, unit, decimals)
    }

    /// What was printed as `digits` of `unit`, the last `decimals` of them behind the point.
    /// `nil` where `decimals` does not lie in 0…`unit.exponent`, or where it does not fit.
    package init?(digits: Int64, unit: Unit, decimals: Int) {
        guard decimals >= 0, decimals <= unit.exponent else { return nil }
        let (base, overflows) = digits.multipliedReportingOverflow(
            by: Self.powersOfTen[unit.exponent - decimals])
        if overflows { return nil }
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
        DecimalNumber(mantissa: Int128(digits), decimals: decimals)
    }

    /// Appends `number` in digits, as its `description` has them.
    package func writeNumber(to output: inout OutputSpan<UInt8>) {
        let digits = digits
        if digits < 0 { output.append("-") }
        guard decimals > 0 else { return output.append(digits: digits.magnitude) }
        let (whole, fraction) = digits.magnitude.quotientAndRemainder(
            dividingBy: Self.powersOfTen[decimals].magnitude)
        output.append(digits: whole)
        output.append(".")
        output.append(digits: fraction, width: decimals)
    }

    /// The most bytes that `writeNumber` appends: nineteen digits, a zero before the point,
    /// the point and the sign.
    package static let longestNumber = 22

    /// The printed digits as one whole number, with the sign.
    package var digits: Int64 { base / Self.powersOfTen[unit.exponent - decimals] }

    /// The powers that a unit's exponent may name; all others of `Int64` as well. Written out,
    /// they are part of the program, and nobody need ask whether they were computed yet.
    private static let powersOfTen: [Int64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
        100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ]

    /// The amount in `unit`, which is of the same dimension, as the nearest `Double`.
    package func value(in unit: Unit) -> Double {
        Double(base) / Double(Self.powersOfTen[unit.exponent])
    }

    /// Half a unit of the last printed digit, in `unit`: how far the true amount may lie
    /// on either side. In a whole number of three digits or more, trailing zeros are not
    /// digits: 42,100 stands for 42,050 … 42,150 (docs/formulas.md, Intervals).
    package func halfUnit(in unit: Unit) -> Double {
        var place = self.unit.exponent - decimals
        var digits = digits.magnitude
        if decimals == 0, digits >= 100 {
            while digits.isMultiple(of: 10) {
                digits /= 10
                place += 1
            }
        }
        return Double(Self.powersOfTen[place]) / Double(Self.powersOfTen[unit.exponent]) / 2
    }
}

extension Quantity: CustomStringConvertible {
    /// Number and unit as printed: `38.50 EH/s`.
    package var description: String { "\(number) \(unit)" }
}
