/// A type of numbers that formulas can be computed with.
///
/// `Double` gives the value that is printed. Words such as *consistent* are decided with
/// `BoundedDouble`, which knows how wrong it may be, and if that is not enough with `Fraction`, which
/// is exact and slower.
protocol FormulaNumber {
    /// `whole` × 10^−`decimals`; `decimals` is zero or more.
    init(_ whole: Int64, decimals: Int)
    init(_ number: DecimalNumber)

    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    static func / (left: Self, right: Self) -> Self
    /// The greater of the two.
    static func larger(_ left: Self, _ right: Self) -> Self

    /// The number without its sign.
    var magnitude: Self { get }
    /// −1, 0 or 1; nil if the type cannot tell or there is no value.
    var sign: Int? { get }
}

extension FormulaNumber {
    /// Half a unit of the last significant digit of a quantity, in `unit`.
    init(halfUnitOf quantity: Quantity, in unit: Unit) {
        self = Self(quantity.lastPlace, decimals: unit.exponent) * Self(5, decimals: 1)
    }

    /// A quantity in `unit`, which must have the same dimension.
    init(_ quantity: Quantity, in unit: Unit) {
        self.init(quantity.base, decimals: unit.exponent)
    }
}

extension Double: FormulaNumber {
    init(_ whole: Int64, decimals: Int) {
        let power =
            decimals < Self.powersOfTen.count
            ? Self.powersOfTen[decimals] : Double(powerOfTen(decimals))
        self = Double(whole) / power
    }

    /// 10⁰ to 10¹⁸, which are exact. Converting an `Int128` takes a third of a report's time.
    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18,
    ]

    var sign: Int? { isNaN ? nil : self == 0 ? 0 : self < 0 ? -1 : 1 }

    static func larger(_ left: Double, _ right: Double) -> Double { max(left, right) }
}
