import Mining

extension Number {
    /// An estimate as people see it, multiplied by 10 to `power`, with `digits` after the point. If
    /// `digits` is nil, it has the significant ones, for a number above one at most four.
    init(
        _ estimate: Estimate, digits: Int? = nil, power: Int = 0, isSigned: Bool = false,
        marks: [Mark] = []
    ) {
        self.init(
            estimate.value, decimals: digits ?? estimate.shownDecimals(power), power: power,
            isSigned: isSigned, marks: marks)
    }

    /// A difference of two percentages: percentage points for programs, basis points for people.
    init(points estimate: Estimate, marks: [Mark] = []) {
        self.init(
            estimate.value, decimals: max(estimate.decimals - 2, 0), power: 2, isSigned: true,
            suffix: Unit.basisPoint.code, marks: marks)
    }
}

extension Cell {
    /// The value of an expression, shown like an estimate; missing if it has none.
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

    /// A known figure with its marks; missing if there is none.
    static func number(_ figure: KnownFigure?, digits: Int?, power: Int = 0) -> Cell {
        number(figure?.expression, digits: digits, power: power, marks: figure?.marks)
    }
}
