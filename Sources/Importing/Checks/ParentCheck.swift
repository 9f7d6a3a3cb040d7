import Mining

/// Reports the companies of a file whose parents are unknown, form a circle or are too many.
///
/// The check runs after all companies are in the book, because a parent may be in a later row, in
/// another file or in the book.
package struct ParentCheck: Sendable {
    private var rows: [(company: Company, file: String, line: Int)] = []

    /// A check without companies.
    package init() {}

    /// Adds the companies read from `file`.
    package mutating func add(_ companies: [Located<Company>], of file: String) {
        for company in companies {
            guard let parent = company.value.parent, parent != Company.noParent else { continue }
            rows.append((company.value, file, company.line))
        }
    }

    /// Reports each parent that is not a company, each company that is its own parent through others,
    /// and each company with more parents than `Consolidation.maxParents`. `companies` are all
    /// companies of the book, and `roster` contains them.
    package func report(
        _ roster: Roster, _ companies: [Company], to diagnostics: inout Diagnostics
    ) {
        guard !rows.isEmpty else { return }
        let consolidation = Consolidation(companies)
        let tooMany = consolidation.withTooManyParents
        var circles: [String: [String]] = [:]
        for circle in consolidation.cycles {
            for ticker in circle { circles[ticker.lowercased()] = circle }
        }
        for (company, file, line) in rows {
            guard let parent = company.parent else { continue }
            let reason: ImportProblem.Reason
            if roster.subject(withCode: parent)?.kind != .company {
                reason = roster.problem(withTicker: parent)
            } else if let circle = circles[company.ticker.lowercased()], circle.count > 1 {
                reason = .circularParents(circle, of: company.ticker)
            } else if tooMany.contains(company.ticker) {
                reason = .tooManyParents(of: company.ticker)
            } else {
                continue
            }
            diagnostics.report(
                ImportProblem(file: file, line: line, column: "parent", reason: reason))
        }
    }
}
