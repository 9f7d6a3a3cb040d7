import Mining

/// The unit of a figure: a unit of the catalogue, or one that results from a formula.
package struct FigureUnit: Sendable, Hashable {
    /// The unit in JSON and CSV.
    var code: String
    /// The unit that people see, for the value multiplied by 10 to `power`.
    var shown: String
    var power: Int
    /// How many digits after the point it needs for people; nil for four significant digits.
    var decimals: Int?

    /// Whether changes are shown in points rather than in percent.
    var isPercentage: Bool { code == Unit.percent.code }

    /// A unit that results from a formula, such as `BTC per EH/s`.
    init(_ code: String, shown: String? = nil, power: Int = 0) {
        self.code = code
        self.shown = shown ?? code
        self.power = power
        decimals = Self.decimals[self.shown]
    }

    /// Bitcoin prices to the dollar, hashprices to the cent, percentages to one decimal.
    private static let decimals = [
        Unit.percent.code: 1, Unit.basisPoint.code: 0, Unit.count.code: 0, Unit.block.code: 0,
        Unit.share.code: 0, Unit.dollarPerBitcoin.code: 0, Unit.dollarPerPetahashDay.code: 2,
        Unit.dollarPerExahashDay.code: 0,
    ]

    /// The unit of a claim, in which it is shown.
    init(claimed unit: Unit) { self.init(unit.code) }

    /// The change of a percentage.
    static let points: FigureUnit = {
        var unit = FigureUnit(Unit.percent.code, shown: "points")
        unit.decimals = 2
        return unit
    }()

    /// No unit, as for a rank.
    static let none = FigureUnit("")

    /// Dollars, shown in billions.
    static let billionDollars = FigureUnit(
        Unit.dollar.code, shown: Unit.billionDollars.code, power: -9)

    /// A unit of the catalogue. Dollars are shown in millions and difficulty in trillions, which
    /// suits companies and the network.
    init(_ unit: Unit) {
        switch unit {
        case .dollar: self.init(unit.code, shown: Unit.millionDollars.code, power: -6)
        case .dollarPerShare:
            self.init(unit.code)
            decimals = 2
        case .difficulty: self.init(unit.code, shown: Unit.trillionDifficulty.code, power: -12)
        default: self.init(unit.code)
        }
    }
}

/// 10 to `power`.
func powerFactor(_ power: Int) -> Double {
    power < 0 ? 1 / Double(powerOfTen(-power)) : Double(powerOfTen(power))
}
