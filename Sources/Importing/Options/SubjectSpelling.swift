import Mining

/// What a site writes for a subject: `RIOT.US` for `RIOT`, `BTCUSD` for `BTC`.
struct SubjectSpelling: Sendable {
    /// What the site calls somebody, in lower case, and the subject's own name.
    var subjects: [String: String] = [:]
    /// What stands behind a name and is no part of it, in any letter case.
    var suffixes: [String] = []

    /// The name by which the book knows whom the site calls `text`.
    func name(of text: String) -> String {
        let wanted = text.lowercased()
        if let subject = subjects[wanted] { return subject }
        guard let suffix = suffixes.first(where: { wanted.hasSuffix($0.lowercased()) }) else {
            return text
        }
        return String(text.dropLast(suffix.count))
    }
}
