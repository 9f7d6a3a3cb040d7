import Mining

/// Why the sum of a metric over the members changed: each member's change is put down to one
/// cause or divided between two, so that the parts add up to the change exactly.
struct Attribution {
    /// Each company that had a figure at either end, by ticker.
    let lines: [Line]

    /// A company's change, and its causes.
    struct Line {
        let member: MemberChange
        /// The causes with what each adds; together they are the change.
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

    /// Whether a figure of a company with this cause is in conflict.
    func hasConflict(in cause: Cause) -> Bool {
        lines.contains { line in
            line.member.changeMarks.contains(.conflict)
                && line.parts.contains { $0.cause == cause }
        }
    }

    /// The difference of the sums at both ends.
    var difference: Expression { .sum(lines.map(\.change)) }

    /// How much of the difference is a change: without figures that are known at one end only.
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
                parts = try Self.parts(
                    from: MemberFigure(company: member.company, figure: before),
                    to: MemberFigure(company: member.company, figure: now), first: first)
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

    /// The parts of a figure that is known at both ends. A change between an estimate and a
    /// published figure is one part; otherwise the difference of what was first published is
    /// organic, and what restatements added is restated.
    private static func parts<Failure: Error>(
        from before: MemberFigure, to now: MemberFigure,
        first: (Expression) throws(Failure) -> Expression
    ) throws(Failure) -> [(cause: Cause, change: Expression)] {
        let change = Expression.difference(now.expression, before.expression)
        if (before.figure.status == .estimated) != (now.figure.status == .estimated) {
            return [(.estimateReplaced, change)]
        }
        let organic = Expression.difference(
            try first(now.expression), try first(before.expression))
        let restated = Expression.difference(change, organic)
        guard let sign = restated.sign, sign != 0 else { return [(.organic, change)] }
        return [(.organic, organic), (.restated, restated)]
    }
}
