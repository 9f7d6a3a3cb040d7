import Mining

/// Remembers which companies name a parent, until all companies are known.
///
/// A parent may stand further down in the same file, in another file or in the book, so a row
/// alone cannot tell.
package struct ParentCheck: Sendable {
    private var rows: [(company: Company, file: String, line: Int)] = []

    package init() {}

    /// Takes note of companies read from `file`.
    package mutating func add(_ companies: [Located<Company>], of file: String) {
        for company in companies where company.value.parent != nil {
            rows.append((company.value, file, company.line))
        }
    }

    /// Reports each parent that is no company, and each that makes a company its own parent by way
    /// of others. `companies` are all that the book has by now, and `roster` names them.
    package func report(
        _ roster: Roster, _ companies: [Company], to diagnostics: inout Diagnostics
    ) {
        guard !rows.isEmpty else { return }
        var circles: [String: [String]] = [:]
        for circle in Consolidation(companies).cycles {
            for ticker in circle { circles[ticker.lowercased()] = circle }
        }
        for (company, file, line) in rows {
            guard let parent = company.parent else { continue }
            let fact: ImportProblem.Fact
            if roster.bearer(of: parent)?.kind != .company {
                fact = roster.problem(withTicker: parent)
            } else if let circle = circles[company.ticker.lowercased()], circle.count > 1 {
                fact = .circularParents(circle, of: company.ticker)
            } else {
                continue
            }
            diagnostics.report(ImportProblem(file: file, line: line, column: "parent", fact: fact))
        }
    }
}
