import Mining

/// A figure with a known value: the expression that computes it, and facts about the observations
/// it was computed from.
///
/// There are three types of figures: a `KnownFigure` always has a value, a `MemberFigure` is the
/// known figure of one company, and a `ComputedFigure` has a value or the reason why there is none.
struct KnownFigure {
    /// In the unit of the figure.
    var expression: Expression
    /// The input whose period and source are shown; for a market cap derived from the share price,
    /// the share price.
    private let input: Expression.Input
    /// The least reliable status of the observations it was computed from.
    var status: Status
    /// What a reader must know: estimated, carried forward, derived.
    var marks: [Number.Mark]
    /// How it was computed, in words for a note; nil if that needs no words.
    var basis: String?

    /// The figure that one observation gives for a day. `isCarried` says that the period of the
    /// observation ended before that day.
    init(_ input: Expression.Input, isCarried: Bool) {
        expression = .observed(input)
        self.input = input
        status = input.observation.status
        marks = Number.Mark.marks(of: [input.observation])
        if isCarried { marks.append(.carried) }
    }

    /// The observation whose period and source are shown.
    var observation: Observation { input.observation }

    /// The last day of the period of its observation.
    var asOf: Day { observation.period.last }

    /// Whether it was computed from other observations of the company.
    var isDerived: Bool { marks.contains(.derived) }
}

extension Number.Mark {
    /// The marks of a figure that rests on these observations.
    static func marks(of observations: [Observation]) -> [Number.Mark] {
        observations.contains { $0.status == .estimated } ? [.estimated] : []
    }
}
