import Mining

extension ComputedFigure {
    /// The sum of a figure over the members on a day that have it; nil if fewer than half of them do.
    ///
    /// `figures` are in the order of the members, each member's at most once. `name` is the code
    /// of the metric, for the reason; `part` is what the sum is called if it lacks a member, by
    /// default `name`.
    static func sum(
        _ figures: [(ticker: String, figure: ComputedFigure)], of members: [Company],
        on day: Day, in scope: Scope, _ name: String, as part: String? = nil
    ) -> ComputedFigure {
        let terms = figures.compactMap { ticker, figure in
            figure.expression.map { (ticker: ticker, expression: $0, marks: figure.marks) }
        }
        let coverage = Coverage(of: members, figures: terms.map { ($0.ticker, $0.marks) })
        let counted = CountedMembers(
            CountedMembers.Part(name: part ?? name, coverage: coverage, isSum: true) { tickers in
                let chosen = terms.filter { tickers.contains($0.ticker) }.map(\.expression)
                return chosen.isEmpty ? nil : .sum(chosen)
            })
        if coverage.isSupported {
            return ComputedFigure(
                expression: .sum(terms.map(\.expression)), counted: counted,
                marks: coverage.missing.isEmpty ? [] : [.incomplete])
        }
        var result = ComputedFigure(counted: counted)
        if members.isEmpty {
            result.reason = "\(scope.name) has no members on \(day)"
        } else if terms.isEmpty {
            result.reason = "the book has no current \(name) of any of the \(coverage.all) members"
        } else {
            let known = terms.map { "\($0.ticker) \(shown($0.expression))" }
            result.reason =
                "\(name) is known for only \(coverage.known) of the \(coverage.all) members"
                + " (\(known.joined(separator: ", ")))"
        }
        return result
    }

    private static func shown(_ expression: Expression) -> String {
        let unit = expression.inputs.first.map { " \($0.unit)" } ?? ""
        return Estimate(expression).map { Number($0).text + unit } ?? "–"
    }
}
