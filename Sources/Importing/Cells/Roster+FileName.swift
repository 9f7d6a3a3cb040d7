import Mining

extension Roster {
    /// The company whose ticker, one-word alias or CIK is a word of a file name, such as
    /// `prices/RIOT-daily.csv` or `CIK0001507605.csv`.
    ///
    /// - Throws: `ImportProblem.Reason` if there is no such company or several.
    func company(inFileName path: String) throws(ImportProblem.Reason) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var found: Set<String> = []
        var unknownCIK: Int?
        for word in name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init) {
            if let subject = subject(withCode: word) {
                if subject.kind == .company { found.insert(subject.code) }
            } else if let number = CIK.number(named: word) {
                if let subject = company(withCIK: number) {
                    found.insert(subject.code)
                } else {
                    unknownCIK = number
                }
            } else {
                found.formUnion(aliases(named: word).map(\.ticker))
            }
        }
        if found.isEmpty, let unknownCIK { throw .unknownCIK(unknownCIK) }
        guard found.count == 1, let ticker = found.first else {
            throw .noCompanyInFileName(
                name, found: found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
                hasCompanies: !tickers.isEmpty)
        }
        return ticker
    }
}
