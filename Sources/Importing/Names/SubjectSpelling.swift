/// How a site writes subjects: `RIOT.US` for `RIOT`, `BTCUSD` for `BTC`.
struct SubjectSpelling: Sendable {
    /// The book's name for each of the site's names. The keys are lower case.
    var subjects: [String: String] = [:]
    /// Suffixes that the site adds to names, in any letter case.
    var suffixes: [String] = []

    /// The book's name for what the site calls `text`; `text` itself if no rule matches.
    func name(of text: String) -> String {
        let wanted = text.lowercased()
        if let subject = subjects[wanted] { return subject }
        guard let suffix = suffixes.first(where: { wanted.hasSuffix($0.lowercased()) }) else {
            return text
        }
        return String(text.dropLast(suffix.count))
    }
}
