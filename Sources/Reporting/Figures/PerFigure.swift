import Mining

/// A value for each figure, where there is one. (An array underneath: a dictionary's machinery
/// would cost a report more than all of its lookups.)
struct PerFigure<Value> {
    private var values: [Value?] = Array(repeating: nil, count: Figure.allCases.count)

    subscript(figure: Figure) -> Value? {
        get { values[figure.rawValue] }
        set { values[figure.rawValue] = newValue }
    }

    /// The figures that have a value, in their order.
    var figures: [Figure] { Figure.allCases.filter { self[$0] != nil } }
}
