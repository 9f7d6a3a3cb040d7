import Mining

/// Optional values by `Figure`, the figures of the sector report. It is an array, which is much
/// faster here than a dictionary.
struct PerFigure<Value> {
    private var values: [Value?] = Array(repeating: nil, count: Figure.allCases.count)

    subscript(figure: Figure) -> Value? {
        get { values[figure.rawValue] }
        set { values[figure.rawValue] = newValue }
    }

    /// The figures that have a value, in the order of `Figure`.
    var figures: [Figure] { Figure.allCases.filter { self[$0] != nil } }
}
