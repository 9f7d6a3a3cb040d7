import Mining

extension Number {
    /// An estimate as people should see it, in the unit that 10 to `power` makes of its own; with
    /// `digits` after the point where these are asked for, else with those that mean something,
    /// of a number above one at most four.
    init(
        _ estimate: Estimate, digits: Int? = nil, power: Int = 0, isSigned: Bool = false,
        marks: [Mark] = []
    ) {
        self.init(
            estimate.value, places: digits ?? estimate.shownPlaces(power), power: power,
            isSigned: isSigned, marks: marks)
    }

    /// A difference of two percentages: programs get percentage points, people basis points.
    init(points estimate: Estimate) {
        self.init(
            estimate.value, places: max(estimate.places - 2, 0), power: 2, isSigned: true,
            suffix: Unit.basisPoint.code)
    }
}

extension Cell {
    /// The value of an expression, as `Number` shows estimates; missing where it has none.
    static func number(
        _ expression: Expression?, digits: Int? = nil, power: Int = 0, isSigned: Bool = false,
        marks: [Number.Mark]? = nil
    ) -> Cell {
        number(
            Estimate(expression), digits: digits, power: power, isSigned: isSigned, marks: marks)
    }

    static func number(
        _ estimate: Estimate?, digits: Int? = nil, power: Int = 0, isSigned: Bool = false,
        marks: [Number.Mark]? = nil
    ) -> Cell {
        estimate.map {
            .number(
                Number($0, digits: digits, power: power, isSigned: isSigned, marks: marks ?? []))
        } ?? .missing
    }
}
