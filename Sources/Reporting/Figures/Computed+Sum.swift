import Mining

extension Computed {
    /// The sum of a figure over those members that have it; too few of them leave it open.
    /// `figures` stand in the order of the members, and `name` is what a sentence calls them.
    static func sum(
        _ figures: [(ticker: String, figure: Computed)], of members: [Company], in scope: Scope,
        _ name: String
    ) -> Computed {
        let terms = figures.compactMap { ticker, figure in
            figure.expression.map { (ticker: ticker, expression: $0, marks: figure.marks) }
        }
        let coverage = Coverage(of: members, figures: terms.map { ($0.ticker, $0.marks) })
        if coverage.isSupported {
            return Computed(
                expression: .sum(terms.map(\.expression)), coverage: coverage,
                marks: coverage.missing.isEmpty ? [] : [.incomplete])
        }
        var result = Computed(coverage: coverage)
        if members.isEmpty {
            result.reason = "\(scope.name) has no members on the day"
        } else if terms.isEmpty {
            result.reason = "the book has no current \(name) of any of the \(coverage.all) members"
        } else {
            let known = terms.map { "\($0.ticker) \(shown($0.expression))" }
            result.reason =
                "\(name) is known of only \(coverage.known) of the \(coverage.all) members"
                + " (\(known.joined(separator: ", ")))"
        }
        return result
    }

    private static func shown(_ expression: Expression) -> String {
        let unit = expression.inputs.first.map { " \($0.unit)" } ?? ""
        return Estimate(expression).map { Number($0).text + unit } ?? "–"
    }
}
