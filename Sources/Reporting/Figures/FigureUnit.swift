import Mining

/// The unit of a figure: a unit of the catalogue, or one that results from a formula.
package struct FigureUnit: Sendable, Hashable {
    /// The unit in JSON and CSV.
    var code: String
    /// The unit that people see, for the value multiplied by 10 to `power`.
    var shown: String
    var power: Int

    /// Whether changes are shown in points rather than in percent.
    var isPercentage: Bool { code == Unit.percent.code }

    /// A unit that results from a formula, such as `BTC per EH/s`.
    init(_ code: String, shown: String? = nil, power: Int = 0) {
        self.code = code
        self.shown = shown ?? code
        self.power = power
    }

    /// No unit, as for a rank.
    static let none = FigureUnit("")

    /// A unit of the catalogue. Dollars are shown in millions and difficulty in trillions, which
    /// suits companies and the network.
    init(_ unit: Unit) {
        switch unit {
        case .dollar: self.init(unit.code, shown: Unit.millionDollars.code, power: -6)
        case .difficulty: self.init(unit.code, shown: Unit.trillionDifficulty.code, power: -12)
        default: self.init(unit.code)
        }
    }
}

/// 10 to `power`.
func powerFactor(_ power: Int) -> Double {
    power < 0 ? 1 / Double(powerOfTen(-power)) : Double(powerOfTen(power))
}
