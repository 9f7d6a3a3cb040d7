import JSON
import Mining

/// The facts that a company's filings have tagged, from the SEC's file of them: `CIK0001507605.json`
/// with `{"cik":…,"entityName":…,"facts":{…}}`, or with the one tag of a company concept.
///
/// https://www.sec.gov/search-filings/edgar-application-programming-interfaces describes the files.
/// Only the facts of wanted tags are kept.
struct CompanyFacts {
    /// The company's number at the SEC.
    private(set) var cik = 0
    /// The name under which the SEC has the company now.
    private(set) var entityName = ""
    /// Whether the file is a frame: one fact of many companies, without the days of their filings.
    private(set) var isFrame = false
    /// The facts by tag, in the file's order.
    private(set) var facts: [String: [Fact]] = [:]
    /// The tags that were not wanted but look like figures of a miner, with their use.
    private(set) var otherTags: [String: TagUse] = [:]

    /// How often a tag occurs, and the last day of its facts.
    struct TagUse {
        var count = 0
        var last: Day?
    }

    /// Reads the facts of `tags`.
    ///
    /// - Throws: `JSONError` if `bytes` are not JSON.
    init(_ bytes: [UInt8], tags: Set<String>) throws(JSONError) {
        var parser = CompanyFactsParser(bytes, tags: tags)
        try parser.parse()
        cik = parser.cik
        entityName = parser.entityName
        isFrame = parser.isFrame
        facts = parser.facts
        otherTags = parser.otherTags
    }

    /// Whether a tag looks like a figure of a miner.
    static func isOfInterest(_ tag: String) -> Bool {
        // Bytes are compared because real files have hundreds of tags.
        let name = Array(tag.lowercased().utf8)
        return wordsOfInterest.contains { word in
            name.indices.contains { name[$0] == word[0] && name[$0...].starts(with: word) }
        }
    }

    private static let wordsOfInterest = [
        "crypto", "bitcoin", "digitalasset", "digitalcurrency", "hosting", "mining",
    ].map { Array($0.utf8) }

    /// Whether a JSON file that begins with `head` has this layout.
    static func begins(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.prefix(4096), as: UTF8.self)
        guard text.contains("\"cik\"") else { return false }
        return text.contains("\"facts\"")
            || text.contains("\"taxonomy\"") && text.contains("\"tag\"")
    }
}
