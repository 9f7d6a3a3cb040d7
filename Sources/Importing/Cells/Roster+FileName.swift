import Mining

extension Roster {
    /// The company whose ticker, or former name of one word, stands in the name of a file, as in
    /// `prices/RIOT-daily.csv`. Throws where there is none or several.
    func company(inFileName path: String) throws(ImportProblem.Fact) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var found: Set<String> = []
        for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init) {
            if let subject = bearer(of: word) {
                if subject.kind == .company { found.insert(subject.code) }
            } else {
                found.formUnion(aliases(named: word).map(\.ticker))
            }
        }
        guard found.count == 1, let ticker = found.first else {
            throw .noOneInFileName(
                name, found: found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
                hasCompanies: !tickers.isEmpty)
        }
        return ticker
    }
}
