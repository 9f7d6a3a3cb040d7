import Mining

/// An observation as it is used for a day.
struct Reading {
    var input: Expression.Input
    /// Whether its period ended before that day.
    var isCarried: Bool

    var observation: Observation { input.observation }
    var expression: Expression { .observed(input) }
}

extension Computed {
    init(_ reading: Reading) {
        var marks = Number.Mark.marks(of: [reading.observation])
        if reading.isCarried { marks.append(.carried) }
        self.init(expression: reading.expression, marks: marks)
    }
}
