import Mining

extension Number {
    /// An estimate as people see it in a unit, with `digits` after the point. If `digits` is nil, its
    /// interval, its unit and the other numbers of its table say how many. A change has no more than
    /// `greatest`, the greatest value that it is shown beside.
    init(
        _ estimate: Estimate, in unit: FigureUnit = .none, digits: Int? = nil,
        isSigned: Bool = false, upTo greatest: Double? = nil, marks: [Mark] = []
    ) {
        self.init(
            estimate.value, decimals: 0, power: unit.power, isSigned: isSigned, marks: marks)
        if let digits {
            decimals = digits
        } else {
            let rounding = Rounding(
                supported: estimate.halfWidth == 0 ? nil : estimate.decimals - unit.power,
                needed: unit.decimals
                    ?? greatest.map { Rounding.decimals(of: $0, power: unit.power) })
            self.rounding = rounding
            decimals = Number.aligned([self])[0].decimals
        }
    }

    /// The same numbers with the digits that they have in a column of a table, by place.
    static func aligned(_ numbers: [Int: Number]) -> [Int: Number] {
        let sorted = numbers.sorted { $0.key < $1.key }
        return Dictionary(
            uniqueKeysWithValues: zip(sorted.map(\.key), aligned(sorted.map(\.value))).map {
                ($0, $1)
            })
    }

    /// A difference of two percentages: percentage points for programs, basis points for people.
    init(points estimate: Estimate, marks: [Mark] = []) {
        self.init(
            estimate.value, decimals: 0, power: 2, isSigned: true, suffix: Unit.basisPoint.code,
            marks: marks)
    }
}

extension Cell {
    /// The value of an expression, shown like an estimate; missing if it has none.
    static func number(
        _ expression: Expression?, in unit: FigureUnit = .none, digits: Int? = nil,
        isSigned: Bool = false, marks: [Number.Mark]? = nil
    ) -> Cell {
        number(
            Estimate(expression), in: unit, digits: digits, isSigned: isSigned, marks: marks)
    }

    static func number(
        _ estimate: Estimate?, in unit: FigureUnit = .none, digits: Int? = nil,
        isSigned: Bool = false, marks: [Number.Mark]? = nil
    ) -> Cell {
        estimate.map {
            .number(Number($0, in: unit, digits: digits, isSigned: isSigned, marks: marks ?? []))
        } ?? .missing
    }

    /// A known figure with its marks; missing if there is none.
    static func number(_ figure: KnownFigure?, in unit: FigureUnit = .none, digits: Int?) -> Cell {
        number(figure?.expression, in: unit, digits: digits, marks: figure?.marks)
    }
}
