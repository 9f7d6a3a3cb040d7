import Mining

/// One member's figure on the day reported on and its figure at the base; one of the two may be
/// missing.
struct MemberChange {
    let company: Company
    let before: KnownFigure?
    let now: KnownFigure?

    /// How much it changed; nil if one of the two is missing.
    var change: Expression? {
        guard let now, let before else { return nil }
        return .difference(now.expression, before.expression)
    }

    /// The marks of the change: whether one of the two is an estimate or in conflict, and whether
    /// there is no newer figure than at the base.
    var changeMarks: [Number.Mark] {
        let marks = (before?.marks ?? []) + (now?.marks ?? [])
        return [.estimated, .conflict].filter(marks.contains) + (hasNewerFigure ? [] : [.unrenewed])
    }

    /// The day of the earlier figure, if it is carried from before the base and there is a newer figure
    /// now: part of the change may be from before the base.
    var olderBase: Day? {
        guard let before, now != nil, hasNewerFigure, before.marks.contains(.carried)
        else { return nil }
        return before.asOf
    }

    /// Whether the two are different observations; true if one of them is missing.
    var hasNewerFigure: Bool {
        guard let now, let before else { return true }
        return !now.expression.hasInputs(of: before.expression)
    }

    /// Each company that has a figure at one of the two, by ticker. `before` and `now` have at
    /// most one figure for each company.
    static func all(from before: [MemberFigure], to now: [MemberFigure]) -> [MemberChange] {
        let base = Dictionary(before.map { ($0.ticker, $0) }) { one, _ in one }
        let end = Dictionary(now.map { ($0.ticker, $0) }) { one, _ in one }
        return Set(base.keys).union(end.keys).sorted().compactMap { ticker in
            (end[ticker] ?? base[ticker]).map { known in
                MemberChange(
                    company: known.company, before: base[ticker]?.figure,
                    now: end[ticker]?.figure)
            }
        }
    }
}
