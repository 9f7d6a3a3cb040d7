/// A Central Index Key: the number under which the SEC lists a company.
package enum CIK {
    /// All numbers that can be one: at most ten digits, and not zero.
    package static let range = 1...9_999_999_999

    /// Reads `1507605`, `0001507605` or `CIK0001507605`, in any letter case. Returns nil for anything
    /// else.
    package static func number(in text: String) -> Int? {
        number(named: text) ?? number(of: Substring(text))
    }

    /// Reads `CIK0001507605` or `CIK1507605`, in any letter case. Returns nil for anything else, also
    /// for a bare number, which does not say what it is.
    package static func number(named text: String) -> Int? {
        text.prefix(3).lowercased() == "cik" ? number(of: text.dropFirst(3)) : nil
    }

    private static func number(of text: Substring) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy({ digits.contains($0) }),
            let number = Int(text), range.contains(number)
        else { return nil }
        return number
    }

    /// The tickers of companies with the same number, by that number: each list has at least two, in
    /// the order of `companies`.
    package static func shared(among companies: [Company]) -> [Int: [String]] {
        var tickers: [Int: [String]] = [:]
        for company in companies {
            if let cik = company.cik { tickers[cik, default: []].append(company.ticker) }
        }
        return tickers.filter { $0.value.count > 1 }
    }
}
