import Mining

/// A dictionary with the figures of the sector report as keys. It stores an array, which is much
/// faster here than a hash table.
struct ValuesByFigure<Value> {
    private var values: [Value?] = Array(repeating: nil, count: Figure.allCases.count)

    subscript(figure: Figure) -> Value? {
        get { values[figure.rawValue] }
        set { values[figure.rawValue] = newValue }
    }

    /// The figures that have a value, in the order of `Figure`.
    var figures: [Figure] { Figure.allCases.filter { self[$0] != nil } }
}
