import Mining

/// A figure as far as the book can tell it.
struct Computed: Sendable {
    /// `nil` where it cannot be told or too few members support it; `reason` then says why.
    var expression: Expression?
    /// For a figure that rests on a sum over the members.
    var coverage: Coverage?
    /// How it was come by, where there is more than one way, in words for a note.
    var basis: String?
    /// A sentence without its full stop.
    var reason: String?
    /// What a reader must know of it to read it rightly.
    var marks: [Number.Mark] = []

    /// What `formula` makes of figures of the same subject. Where one of them is open, so is
    /// this, for the first one's reason; it has the marks of all.
    init(_ parts: Computed..., formula: ([Expression]) -> Expression) {
        marks = Number.Mark.allCases.filter { mark in parts.contains { $0.marks.contains(mark) } }
        let terms = parts.compactMap(\.expression)
        if terms.count == parts.count {
            expression = formula(terms)
        } else {
            reason = parts.first { $0.expression == nil }?.reason
        }
    }

    init(
        expression: Expression? = nil, coverage: Coverage? = nil, basis: String? = nil,
        reason: String? = nil, marks: [Number.Mark] = []
    ) {
        self.expression = expression
        self.coverage = coverage
        self.basis = basis
        self.reason = reason
        self.marks = marks
    }

    func marked(_ mark: Number.Mark) -> Computed {
        var result = self
        if expression != nil, !marks.contains(mark) { result.marks.append(mark) }
        return result
    }
}
