import Mining

/// Remembers which companies name a parent, until all companies are known.
///
/// A parent may stand further down in the same file, in another file or in the book, so a row
/// alone cannot tell.
package struct ParentCheck: Sendable {
    private var named: [(parent: String, file: String, line: Int)] = []

    package init() {}

    /// Takes note of companies read from `file`.
    package mutating func add(_ companies: [Lined<Company>], of file: String) {
        for company in companies {
            if let parent = company.value.parent { named.append((parent, file, company.line)) }
        }
    }

    /// Reports each parent that is no ticker of `roster`, which holds the companies by now.
    package func report(_ roster: Roster, to diagnostics: inout Diagnostics) {
        for (parent, file, line) in named where roster.bearer(of: parent)?.kind != .company {
            let fact = roster.problem(withTicker: parent)
            diagnostics.report(
                ImportProblem(file: file, line: line, column: "parent", fact: fact))
        }
    }
}
