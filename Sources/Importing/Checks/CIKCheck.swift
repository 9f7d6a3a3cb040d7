import Mining

/// Reports the companies of a file that have the CIK of another company.
///
/// The check runs after all companies of the file are in the book, because a later row can give
/// another company a new number.
package struct CIKCheck: Sendable {
    private var rows: [(ticker: String, cik: Int, file: String, line: Int)] = []

    /// A check without companies.
    package init() {}

    /// Adds the companies read from `file`.
    package mutating func add(_ companies: [Located<Company>], of file: String) {
        for company in companies {
            guard let cik = company.value.cik else { continue }
            rows.append((company.value.ticker, cik, file, company.line))
        }
    }

    /// Reports each added company whose number another company has. `companies` are all companies of
    /// the book.
    package func report(_ companies: [Company], to diagnostics: inout Diagnostics) {
        guard !rows.isEmpty else { return }
        let shared = CIK.shared(among: companies)
        for (ticker, cik, file, line) in rows {
            let others = shared[cik]?.filter { $0.lowercased() != ticker.lowercased() }
            guard let other = others?.first else { continue }
            diagnostics.report(
                ImportProblem(
                    file: file, line: line, column: "cik",
                    reason: .sharedCIK(cik, of: ticker, with: other)))
        }
    }
}
