import Mining

/// A figure that a report asked for: its value, or the reason why there is none.
///
/// A figure that lacks an input is missing; one whose formula has no meaning for its inputs (a
/// share of zero, say) is undefined. What is computed from a missing or undefined figure is so
/// too, for the same reason.
struct ComputedFigure: Sendable {
    /// nil if the figure is missing or undefined, or if too few members support a sum.
    var expression: Expression?
    /// The members that the figure counts; nil if it rests on no sum or mean over members.
    var counted: CountedMembers?
    /// Which of several methods was used, in words for a note.
    var basis: String?
    /// Why there is no value: a sentence without its full stop.
    var reason: String?
    /// Whether all inputs are known and the formula has no meaning for them.
    var isUndefined = false
    /// What a reader must know, such as that the figure is estimated.
    var marks: [Number.Mark] = []
    /// Which of its inputs other publishers contradict; empty unless a report has looked.
    var conflicts: [InputConflict] = []

    init(
        expression: Expression? = nil, counted: CountedMembers? = nil, basis: String? = nil,
        reason: String? = nil, isUndefined: Bool = false, marks: [Number.Mark] = []
    ) {
        self.expression = expression
        self.counted = counted
        self.basis = basis
        self.reason = reason
        self.isUndefined = isUndefined
        self.marks = marks
    }

    /// Which members its sums have; nil if it rests on no sum over members.
    var coverage: Coverage? { counted?.coverage }

    init(_ known: KnownFigure) {
        self.init(expression: known.expression, basis: known.basis, marks: known.marks)
    }

    /// Applies `formula` to figures. If one of them has no value, the result has none either, for
    /// the reason of the first such figure. The result has the marks of all figures and counts the
    /// members of all.
    ///
    /// If sums among them count different members, the result is over those that all of them count.
    init(
        _ parts: ComputedFigure..., formula: @escaping @Sendable ([Expression]) -> Expression
    ) {
        let counted = CountedMembers(of: parts, formula: formula)
        let terms = parts.compactMap(\.expression)
        guard terms.count == parts.count else {
            let missing = parts.first { $0.expression == nil }
            self.init(
                counted: counted, reason: missing?.reason,
                isUndefined: missing?.isUndefined ?? false)
            return
        }
        guard counted?.isSupported != false else {
            self.init(
                counted: counted, reason: "fewer than half of the members have all of its inputs")
            return
        }
        var result = formula(terms)
        if let counted, counted.hasDifferentSums {
            result = counted.over(counted.tickers) ?? result
        }
        guard result.value != nil else {
            self.init(counted: counted, reason: Self.divisionByZero, isUndefined: true)
            return
        }
        self.init(
            expression: result, counted: counted,
            marks: Number.Mark.allCases.filter { mark in
                parts.contains { $0.marks.contains(mark) }
            })
        conflicts = parts.flatMap(\.conflicts)
    }

    private static let divisionByZero = "its formula divides by zero"

    /// The reason why there is no value, for a note.
    var missingReason: String {
        reason ?? (expression == nil ? "an input is missing" : Self.divisionByZero)
    }

    func marked(_ mark: Number.Mark) -> ComputedFigure {
        var result = self
        if expression != nil, !marks.contains(mark) { result.marks.append(mark) }
        return result
    }

    /// This figure as a change between two others: not marked as carried, which says nothing about
    /// the change, but marked if both are the same observation, so that it says nothing about the
    /// time between them.
    func asChange(from before: ComputedFigure, to now: ComputedFigure) -> ComputedFigure {
        var result = self
        result.marks.removeAll { $0 == .carried }
        guard let first = before.expression, let last = now.expression, last.hasInputs(of: first)
        else { return result }
        return result.marked(.unrenewed)
    }

    /// This figure as the divisor of a share, ratio or change: undefined if it is zero or less.
    /// `name` is its name in the reason.
    func divisor(_ name: String) -> ComputedFigure {
        guard let sign = expression?.sign, sign <= 0 else { return self }
        return ComputedFigure(reason: "\(name) is not above zero", isUndefined: true)
    }
}
