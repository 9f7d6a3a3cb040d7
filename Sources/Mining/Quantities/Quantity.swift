/// An exact amount together with the unit and decimals it was printed with.
///
/// `base` counts the dimension's base unit (MH/s, satoshi, cents, …), so `38.5 EH/s` and
/// `38500 PH/s` have the same `base`. `unit` and `decimals` keep the printed form, which determines
/// the rounding interval: 38.5 EH/s means 38.45 … 38.55. `==` compares amount and form; compare
/// `base` to compare amounts alone.
package struct Quantity: Sendable, Hashable {
    /// The amount in base units of `unit.dimension`.
    package let base: Int64
    /// The unit it was printed in.
    package let unit: Unit
    /// Digits printed after the decimal point; 0 … `unit.exponent`.
    package let decimals: Int

    /// Returns nil if `decimals` is outside 0 … `unit.exponent`, or if `base` has more digits than
    /// `decimals` can show.
    package init?(base: Int64, unit: Unit, decimals: Int) {
        guard decimals >= 0, decimals <= unit.exponent,
            base.isMultiple(of: Self.powersOfTen[unit.exponent - decimals])
        else { return nil }
        self.init(checked: base, unit, decimals)
    }

    /// The quantity printed with these `digits`, the last `decimals` of them after the point.
    /// Returns nil if `decimals` is outside 0 … `unit.exponent`, or if the amount does not fit.
    package init?(digits: Int64, unit: Unit, decimals: Int) {
        guard decimals >= 0, decimals <= unit.exponent else { return nil }
        let (base, overflows) = digits.multipliedReportingOverflow(
            by: Self.powersOfTen[unit.exponent - decimals])
        if overflows { return nil }
        self.init(checked: base, unit, decimals)
    }

    /// The quantity `number` × `unit`. Digits below the base unit are rounded half to even, and
    /// `isRounded` tells whether that happened. Nil if the amount does not fit.
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

    /// What it measures.
    package var dimension: Dimension { unit.dimension }

    /// The number as printed, without the unit: `38.50`.
    package var number: DecimalNumber {
        DecimalNumber(mantissa: Int128(digits), decimals: decimals)
    }

    /// Appends `number` to a buffer, written like its `description`.
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

    /// The maximum number of bytes that `writeNumber` appends: 19 digits, a zero before the point,
    /// the point and the sign.
    package static let longestNumber = 22

    /// The printed digits as one whole number, with the sign.
    package var digits: Int64 { base / Self.powersOfTen[unit.exponent - decimals] }

    /// All powers of ten that fit in `Int64`. Written out, they are constants of the program, so
    /// that no access has to check whether they have been computed yet.
    private static let powersOfTen: [Int64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000,
        100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ]

    /// The amount in another unit of the same dimension, as the nearest `Double`.
    package func value(in unit: Unit) -> Double {
        Double(base) / Double(Self.powersOfTen[unit.exponent])
    }

    /// The exact amount in another unit of the same dimension, with no more decimals than needed:
    /// 38500 PH/s is `38.5` in EH/s.
    package func number(in unit: Unit) -> DecimalNumber {
        var (digits, decimals) = (base, unit.exponent)
        while decimals > 0, digits.isMultiple(of: 10) {
            digits /= 10
            decimals -= 1
        }
        return DecimalNumber(mantissa: Int128(digits), decimals: decimals)
    }

    /// Half a unit of the last significant digit, in `unit`: how far the true amount may lie from
    /// the printed one in either direction. Trailing zeros of a whole number of three digits or
    /// more are not significant: 42,100 means 42,050 … 42,150 (docs/formulas.md, Intervals).
    package func halfUnit(in unit: Unit) -> Double {
        Double(lastPlace) / Double(Self.powersOfTen[unit.exponent]) / 2
    }

    /// One unit of the last significant digit, in base units: twice `halfUnit`.
    package var lastPlace: Int64 {
        var place = unit.exponent - decimals
        var digits = digits.magnitude
        if decimals == 0, digits >= 100 {
            while digits.isMultiple(of: 10) {
                digits /= 10
                place += 1
            }
        }
        return Self.powersOfTen[place]
    }
}

extension Quantity: CustomStringConvertible {
    /// Number and unit as printed: `38.50 EH/s`.
    package var description: String { "\(number) \(unit)" }
}
