import Mining

/// What can be wrong with the parents of companies.
extension ImportProblem.Reason {
    /// A company that is its own parent through other companies. `circle` lists the companies of
    /// the circle: each is followed by its parent, and the parent of the last one is the first.
    package static func circularParents(_ circle: [String], of ticker: String) -> Self {
        let start = circle.firstIndex { $0.lowercased() == ticker.lowercased() } ?? 0
        let chain = circle[start...] + circle[...start]
        return Self(
            .circularParents,
            "\(quoted(ticker)) would be its own parent: "
                + escaped(chain.joined(separator: " → ")) + "; correct the parent of one of them")
    }

    /// A company with a longer chain of parents than any has.
    package static func tooManyParents(of ticker: String) -> Self {
        Self(
            .tooManyParents,
            "\(quoted(ticker)) has more than \(Consolidation.maxParents) parents in a chain; name "
                + "the company that consolidates it")
    }
}
