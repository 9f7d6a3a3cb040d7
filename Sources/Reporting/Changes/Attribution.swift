import Mining

/// Why the sum of a metric over the members changed: each member's change is put down to one
/// cause or divided between two, so that the parts add up to the change exactly. A member without a
/// newer figure than at the base has no change that could have a cause.
struct Attribution {
    /// Each company that had a figure at either end, by ticker.
    let lines: [Line]

    /// A company's change, and its causes.
    struct Line {
        let member: MemberChange
        /// The causes with what each adds; together they are the change. Empty if the member has no
        /// newer figure than at the base.
        let parts: [(cause: Cause, change: Expression)]

        var change: Expression { .sum(parts.map(\.change)) }
    }

    /// What a cause adds over all companies, and the tickers of those it changes; nil if no
    /// company has this cause.
    func total(of cause: Cause) -> (change: Expression, tickers: [String])? {
        let parts = lines.flatMap { line in
            line.parts.filter { $0.cause == cause }.map { (line.member.company.ticker, $0.change) }
        }
        if parts.isEmpty { return nil }
        return (.sum(parts.map(\.1)), parts.filter { $0.1.sign != 0 }.map(\.0))
    }

    /// The companies with this cause.
    func members(with cause: Cause) -> [MemberChange] {
        lines.filter { line in line.parts.contains { $0.cause == cause } }.map(\.member)
    }

    /// The difference of the sums at both ends.
    var difference: Expression { .sum(lines.map(\.change)) }

    /// The part of the difference that is a change: without figures newly known or no longer known.
    var change: Expression {
        .sum(
            lines.flatMap { line in
                line.parts.filter { !$0.cause.isOfKnowledge }.map(\.change)
            })
    }

    /// The tickers of companies with one of these causes.
    func tickers(of causes: Cause...) -> [String] {
        lines.filter { line in line.parts.contains { causes.contains($0.cause) } }
            .map(\.member.company.ticker)
    }

    /// The companies that have a figure at both ends.
    var compared: [MemberChange] { lines.map(\.member).filter { $0.change != nil } }
}

extension Attribution {
    /// Divides the change between two days into its causes.
    ///
    /// `before` and `now` have at most one figure for each company. `joined` and `left` are the
    /// tickers of companies that were members at only one of the ends. `first` returns a formula
    /// with what was first published for the periods of its observations.
    init<Failure: Error>(
        from before: [MemberFigure], to now: [MemberFigure], joined: Set<String>,
        left: Set<String>, first: (Expression) throws(Failure) -> Expression
    ) throws(Failure) {
        var lines: [Line] = []
        for member in MemberChange.all(from: before, to: now) {
            let ticker = member.company.ticker
            let parts: [(cause: Cause, change: Expression)]
            if let before = member.before, let now = member.now {
                parts =
                    member.hasNewerFigure
                    ? try Self.parts(from: before, to: now, first: first) : []
            } else if let now = member.now {
                parts = [(joined.contains(ticker) ? .joined : .newlyKnown, now.expression)]
            } else if let before = member.before {
                let loss = Expression.difference(
                    .constant(DecimalNumber(0)), before.expression)
                parts = [(left.contains(ticker) ? .left : .noLongerKnown, loss)]
            } else {
                parts = []
            }
            lines.append(Line(member: member, parts: parts))
        }
        self.lines = lines
    }

    /// The parts of a figure that is known at both ends. A change that rests on a conflict or on an
    /// estimate is one part; otherwise the difference of what was first published is organic, and
    /// what restatements added is restated.
    private static func parts<Failure: Error>(
        from before: KnownFigure, to now: KnownFigure,
        first: (Expression) throws(Failure) -> Expression
    ) throws(Failure) -> [(cause: Cause, change: Expression)] {
        let change = Expression.difference(now.expression, before.expression)
        if (before.marks + now.marks).contains(.conflict) { return [(.conflicting, change)] }
        switch (before.status == .estimated, now.status == .estimated) {
        case (true, true): return [(.estimated, change)]
        case (true, false), (false, true): return [(.estimateReplaced, change)]
        case (false, false): break
        }
        let organic = Expression.difference(
            try first(now.expression), try first(before.expression))
        let restated = Expression.difference(change, organic)
        guard let sign = restated.sign, sign != 0 else { return [(.organic, change)] }
        return [(.organic, organic), (.restated, restated)]
    }
}
