/// A file of company facts, to be written fact by fact.
struct FactsFile {
    var cik = 1_167_419
    var name = "Riot Platforms, Inc."
    private var facts: [(tag: String, unit: String, json: String)] = []

    /// Adds a fact of a quarterly report. `days` is `START/END`, or one day; `filing` is
    /// `FORM NUMBER` of a filing on the day `filed`.
    mutating func add(
        _ value: String, _ days: String, tag: String = "us-gaap:Revenues",
        unit: String = "USD", filing: String = "10-Q 25-000001", filed: String = "2025-11-01"
    ) {
        let ends = days.split(separator: "/")
        let start = ends.count > 1 ? "\"start\":\"\(ends[0])\"," : ""
        let words = filing.split(separator: " ")
        let form = words.dropLast().joined(separator: " ")
        facts.append(
            (
                tag, unit,
                """
                {\(start)"end":"\(ends[ends.count - 1])","val":\(value),"accn":"000\(words[words.count - 1])",\
                "fy":2025,"fp":"Q3","form":"\(form)","filed":"\(filed)"}
                """
            ))
    }

    /// The text of the file.
    var json: String {
        let taxonomies = grouped(facts) { $0.tag.prefix { $0 != ":" } }.map { taxonomy, facts in
            let tags = grouped(facts) { $0.tag.drop { $0 != ":" }.dropFirst() }.map { tag, facts in
                let units = grouped(facts) { $0.unit[...] }.map { unit, facts in
                    "\"\(unit)\":[\n\(facts.map(\.json).joined(separator: ",\n"))]"
                }
                return "\"\(tag)\":{\"label\":null,\"units\":{\(units.joined(separator: ","))}}"
            }
            return "\"\(taxonomy)\":{\(tags.joined(separator: ","))}"
        }
        return """
            {"cik":\(cik),"entityName":"\(name)","facts":{\(taxonomies.joined(separator: ","))}}
            """
    }

    /// The elements by their key, in the order in which keys first occur.
    private func grouped<Element>(
        _ elements: [Element], by key: (Element) -> Substring
    ) -> [(Substring, [Element])] {
        var groups: [(Substring, [Element])] = []
        for element in elements {
            if let index = groups.firstIndex(where: { $0.0 == key(element) }) {
                groups[index].1.append(element)
            } else {
                groups.append((key(element), [element]))
            }
        }
        return groups
    }
}
