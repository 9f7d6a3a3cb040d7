import Mining

/// Why the sum of a metric over the members changed: each member's change under one cause, or
/// divided between two, so that the parts sum to the change exactly.
struct Attribution {
    /// The causes, in the order of tables.
    enum Cause: String, CaseIterable {
        /// What a member's figure changed by, as first published at both ends.
        case organic
        /// A member that was none at the base.
        case joined
        /// A member that is none any more.
        case left
        /// A member whose figure was not known at the base.
        case newlyKnown = "newly_known"
        /// A member whose figure is not known any more.
        case noLongerKnown = "no_longer_known"
        /// What later vintages of the same periods made of it.
        case restated
        /// A change that has an estimate at one end alone.
        case estimateReplaced = "estimate_replaced"

        var title: String {
            switch self {
            case .organic: "Organic"
            case .joined: "Joined the group"
            case .left: "Left the group"
            case .newlyKnown: "Newly known"
            case .noLongerKnown: "No longer known"
            case .restated: "Restated"
            case .estimateReplaced: "Estimate replaced"
            }
        }

        var meaning: String {
            switch self {
            case .organic: "what members' figures changed by, as first published"
            case .joined: "the figures of companies that joined since"
            case .left: "the figures of companies that left since"
            case .newlyKnown: "members whose figure was not known at the base"
            case .noLongerKnown: "members whose figure is not known any more"
            case .restated: "what later publications made of the figures of both ends"
            case .estimateReplaced: "changes from an estimate to a published figure or back"
            }
        }
    }

    /// A company's figure at both ends, and what its change is put down to.
    struct Line {
        let company: Company
        let before: MemberFigure?
        let now: MemberFigure?
        /// The causes with what each adds; together the change.
        let parts: [(cause: Cause, change: Expression)]

        var change: Expression { .sum(parts.map(\.change)) }
    }

    /// Everyone who had a figure at either end, by ticker.
    let lines: [Line]

    /// What a cause adds over all companies, and to whose figures; `nil` where it befell nobody.
    func total(of cause: Cause) -> (change: Expression, tickers: [String])? {
        let parts = lines.flatMap { line in
            line.parts.filter { $0.cause == cause }.map { (line.company.ticker, $0.change) }
        }
        if parts.isEmpty { return nil }
        return (.sum(parts.map(\.1)), parts.filter { $0.1.value != 0 }.map(\.0))
    }

    /// The whole change.
    var change: Expression { .sum(lines.map(\.change)) }
}

extension Attribution {
    /// Puts the change between two moments down to its causes. `before` and `now` have at most
    /// one figure for each company; `joined` and `left` are the tickers of those who were members
    /// at one of them alone. `first` finds what was first published for the period of a figure,
    /// and is `nil` for one that was not published by itself.
    init<Failure: Error>(
        from before: [MemberFigure], to now: [MemberFigure], joined: Set<String>,
        left: Set<String>, first: (MemberFigure) throws(Failure) -> Expression?
    ) throws(Failure) {
        let base = Dictionary(before.map { ($0.ticker, $0) }) { one, _ in one }
        let end = Dictionary(now.map { ($0.ticker, $0) }) { one, _ in one }
        var lines: [Line] = []
        for ticker in Set(base.keys).union(end.keys).sorted() {
            let (before, now) = (base[ticker], end[ticker])
            guard let company = (now ?? before)?.company else { continue }
            let parts: [(cause: Cause, change: Expression)]
            if let before, let now {
                parts = try Self.parts(from: before, to: now, first: first)
            } else if let now {
                parts = [(joined.contains(ticker) ? .joined : .newlyKnown, now.expression)]
            } else if let before {
                let loss = Expression.difference(
                    .constant(DecimalNumber(0)), before.expression)
                parts = [(left.contains(ticker) ? .left : .noLongerKnown, loss)]
            } else {
                parts = []
            }
            lines.append(Line(company: company, before: before, now: now, parts: parts))
        }
        self.lines = lines
    }

    private static func parts<Failure: Error>(
        from before: MemberFigure, to now: MemberFigure,
        first: (MemberFigure) throws(Failure) -> Expression?
    ) throws(Failure) -> [(cause: Cause, change: Expression)] {
        let change = Expression.difference(now.expression, before.expression)
        if (before.status == .estimated) != (now.status == .estimated) {
            return [(.estimateReplaced, change)]
        }
        guard let firstBefore = try first(before), let firstNow = try first(now) else {
            return [(.organic, change)]
        }
        let organic = Expression.difference(firstNow, firstBefore)
        let restated = Expression.difference(change, organic)
        guard let amount = restated.exact, amount.mantissa != 0 else {
            return [(.organic, change)]
        }
        return [(.organic, organic), (.restated, restated)]
    }
}
