import Mining

/// One member's part of a sum on a day.
struct MemberFigure {
    var company: Company
    /// In the figure's unit.
    var expression: Expression
    /// The weaker of the statuses it rests on.
    var status: Status
    /// The end of the period of its observation; of a derived figure that of its price.
    var asOf: Day
    /// Whether that period ended before the day asked for.
    var isCarried: Bool
    /// Whether it was computed from other observations of the company.
    var isDerived: Bool
    var source: String

    var ticker: String { company.ticker }

    var marks: [Number.Mark] {
        var marks: [Number.Mark] = []
        if status == .estimated { marks.append(.estimated) }
        if isCarried { marks.append(.carried) }
        if isDerived { marks.append(.derived) }
        return marks
    }

    var computed: Computed { Computed(expression: expression, marks: marks) }
}
