import JSON
import Mining

/// Walks through the SEC's JSON and collects the facts of wanted tags.
struct CompanyFactsParser {
    private(set) var cik = 0
    private(set) var entityName = ""
    private(set) var isFrame = false
    private(set) var facts: [String: [Fact]] = [:]
    private(set) var otherTags: [String: CompanyFacts.TagUse] = [:]

    private let reader: JSONReader
    private let tags: Set<String>
    /// The taxonomy and the tag of a company concept, which has no `facts`.
    private var concept: (taxonomy: String, tag: String) = ("", "")

    init(_ bytes: [UInt8], tags: Set<String>) {
        reader = JSONReader(bytes)
        self.tags = tags
    }

    /// - Throws: `JSONError` if the text is not JSON.
    mutating func parse() throws(JSONError) {
        guard try reader.next() == .beginObject else { return }
        try forEachKey { (parser, key) throws(JSONError) in
            switch key {
            case "cik": parser.cik = Int(try parser.scalar()) ?? 0
            case "entityName": parser.entityName = try parser.scalar()
            case "ccp":
                parser.isFrame = true
                try parser.skip()
            case "taxonomy": parser.concept.taxonomy = try parser.scalar()
            case "tag": parser.concept.tag = try parser.scalar()
            case "facts": try parser.parseTaxonomies()
            case "units":
                let concept = parser.concept
                try parser.parseUnits(of: "\(concept.taxonomy):\(concept.tag)")
            default: try parser.skip()
            }
        }
        // A second value would be lost; whatever follows must at least be JSON.
        while try reader.next() != nil {}
    }

    /// `{"us-gaap": {"Revenues": {"label": …, "units": {…}}}}`.
    private mutating func parseTaxonomies() throws(JSONError) {
        guard try reader.next() == .beginObject else { return try reader.skipValue() }
        try forEachKey { (parser, taxonomy) throws(JSONError) in
            guard try parser.reader.next() == .beginObject else {
                return try parser.reader.skipValue()
            }
            try parser.forEachKey { (parser, name) throws(JSONError) in
                guard try parser.reader.next() == .beginObject else {
                    return try parser.reader.skipValue()
                }
                try parser.forEachKey { (parser, key) throws(JSONError) in
                    if key == "units" {
                        try parser.parseUnits(of: "\(taxonomy):\(name)")
                    } else {
                        try parser.skip()
                    }
                }
            }
        }
    }

    /// `{"USD": [{"start": …, "end": …, "val": …}, …]}`.
    private mutating func parseUnits(of tag: String) throws(JSONError) {
        let isWanted = tags.contains(tag)
        guard try reader.next() == .beginObject, isWanted || CompanyFacts.isOfInterest(tag) else {
            return try reader.skipValue()
        }
        try forEachKey { (parser, unit) throws(JSONError) in
            guard try parser.reader.next() == .beginArray else {
                return try parser.reader.skipValue()
            }
            let depth = parser.reader.depth
            var place = (array: isWanted ? "\(parser.reader.path)" : "", index: -1)
            while let event = try parser.reader.next(), parser.reader.depth >= depth {
                place.index += 1
                guard event == .beginObject else {
                    try parser.reader.skipValue()
                    continue
                }
                if isWanted {
                    try parser.parseFact(of: tag, unit: unit, place)
                } else {
                    try parser.countFact(of: tag)
                }
            }
        }
    }

    private mutating func parseFact(
        of tag: String, unit: String, _ place: (array: String, index: Int)
    ) throws(JSONError) {
        var fact = Fact()
        fact.tag = tag
        fact.unit = unit
        fact.line = reader.line
        fact.place = place
        try forEachKey { (parser, key) throws(JSONError) in
            switch key {
            case "start": fact.start = FactDay(try parser.scalar())
            case "end": fact.end = FactDay(try parser.scalar())
            case "val": fact.value = try parser.scalar()
            case "accn": fact.accession = try parser.scalar()
            case "form": fact.form = try parser.scalar()
            case "filed": fact.filed = FactDay(try parser.scalar())
            default: try parser.skip()
            }
        }
        facts[tag, default: []].append(fact)
    }

    private mutating func countFact(of tag: String) throws(JSONError) {
        var use = otherTags[tag] ?? CompanyFacts.TagUse()
        use.count += 1
        try forEachKey { (parser, key) throws(JSONError) in
            guard key == "end" else { return try parser.skip() }
            let day = Day(try parser.scalar())
            if let day, day > use.last ?? .first { use.last = day }
        }
        otherTags[tag] = use
    }

    /// Calls `body` with each key of the object that the reader is in, up to its end. `body` must
    /// read the key's value.
    private mutating func forEachKey(
        _ body: (inout Self, String) throws(JSONError) -> Void
    ) throws(JSONError) {
        while let event = try reader.next(), event == .key { try body(&self, reader.text) }
    }

    /// The text of the next value; empty for null, and for an array or object, which is skipped.
    private func scalar() throws(JSONError) -> String {
        switch try reader.next() {
        case .string, .number: return reader.text
        case .beginObject, .beginArray:
            try reader.skipValue()
            return ""
        default: return ""
        }
    }

    /// Skips the next value.
    private func skip() throws(JSONError) {
        if try reader.next() != nil { try reader.skipValue() }
    }
}
