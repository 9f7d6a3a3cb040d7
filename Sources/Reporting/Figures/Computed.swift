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
    /// Whether everything is known that it needs, and its formula has no meaning for that: a part
    /// of nothing, say.
    var isUndefined = false
    /// What a reader must know of it to read it rightly.
    var marks: [Number.Mark] = []

    /// What `formula` makes of figures of the same subject. Where one of them is open, so is
    /// this, for the first one's reason; it has the marks of all.
    init(_ parts: Computed..., formula: ([Expression]) -> Expression) {
        let terms = parts.compactMap(\.expression)
        guard terms.count == parts.count else {
            let open = parts.first { $0.expression == nil }
            self.init(reason: open?.reason, isUndefined: open?.isUndefined ?? false)
            return
        }
        let result = formula(terms)
        guard result.value != nil else {
            self.init(reason: "its formula divides by zero", isUndefined: true)
            return
        }
        self.init(
            expression: result,
            marks: Number.Mark.allCases.filter { mark in
                parts.contains { $0.marks.contains(mark) }
            })
    }

    init(
        expression: Expression? = nil, coverage: Coverage? = nil, basis: String? = nil,
        reason: String? = nil, isUndefined: Bool = false, marks: [Number.Mark] = []
    ) {
        self.expression = expression
        self.coverage = coverage
        self.basis = basis
        self.reason = reason
        self.isUndefined = isUndefined
        self.marks = marks
    }

    func marked(_ mark: Number.Mark) -> Computed {
        var result = self
        if expression != nil, !marks.contains(mark) { result.marks.append(mark) }
        return result
    }

    /// This as what a share, ratio or change is taken of: open where it is zero or less, of
    /// which there are none. `name` is what the sentence calls it.
    func divisor(_ name: String) -> Computed {
        guard let value = expression?.value, value <= 0 else { return self }
        return Computed(reason: "\(name) is not above zero", isUndefined: true)
    }
}
