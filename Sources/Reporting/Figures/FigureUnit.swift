import Mining

/// What a figure is measured in: a unit of the catalogue, or one that only a formula makes.
package struct FigureUnit: Sendable, Hashable {
    /// As JSON and CSV have it.
    var code: String
    /// As people see it, once the value is multiplied by 10 to `power`.
    var shown: String
    var power: Int

    /// Whether changes are given in points rather than in percent.
    var isPercentage: Bool { code == Unit.percent.code }

    /// A unit that only a formula makes, such as `BTC per EH/s`.
    init(_ code: String, shown: String? = nil, power: Int = 0) {
        self.code = code
        self.shown = shown ?? code
        self.power = power
    }

    /// That of a place in a league, which has none.
    static let none = FigureUnit("")

    /// A unit of the catalogue; dollars of companies are shown in millions, difficulty in
    /// trillions.
    init(_ unit: Unit) {
        switch unit {
        case .dollar: self.init(unit.code, shown: Unit.millionDollars.code, power: -6)
        case .difficulty: self.init(unit.code, shown: Unit.trillionDifficulty.code, power: -12)
        default: self.init(unit.code)
        }
    }
}

/// 10 to a power, as a factor for charts.
func powerFactor(_ power: Int) -> Double {
    power < 0 ? 1 / Double(powerOfTen(-power)) : Double(powerOfTen(power))
}
