import JSON

/// What a JSON file says about its rows beside them: `{"ticker":"RIOT","unit":"USD k","data":[…]}`.
///
/// Only the objects around the rows count, with their `meta` and the like, and only values that no
/// option reads as a column.
struct JSONTitles {
    /// Texts that may name the company: `ticker: RIOT`.
    private(set) var companies: [String] = []
    /// Texts that may give the unit or the currency: `unit: USD k`.
    private(set) var units: [String] = []

    init(beside table: JSONTable, in shape: JSONShape) {
        let keys = table.pattern.steps.prefix { if case .key = $0 { true } else { false } }
        var patterns: [RowPattern] = []
        for count in 0...keys.count where count < table.pattern.steps.count {
            let around = Array(keys.prefix(count))
            for place in [around] + Self.descriptions.map({ around + [.key($0)] }) {
                for node in shape.nodes(of: RowPattern(place)) {
                    patterns += shape.nodes[node].keys.filter { shape.nodes[$0.node].hasScalars }
                        .map { RowPattern(place + [.key($0.name)]) }
                }
            }
        }
        let columns: [RowPattern] = table.columns.compactMap {
            if case .outside(let pattern) = $0 { pattern } else { nil }
        }
        let named = patterns.filter { Self.kind(of: $0) != nil && !columns.contains($0) }
        let values = JSONTable.values(of: named, in: table.bytes)
        for pattern in named {
            guard case .key(let key)? = pattern.steps.last,
                let value = pattern.path(sharing: JSONPath([]), matchedBy: pattern)
                    .flatMap({ values[$0] })
            else { continue }
            let text = "\(key): \(String(decoding: value, as: UTF8.self))"
            if Self.kind(of: pattern) == .company {
                companies.append(text)
            } else {
                units.append(text)
            }
        }
    }

    private enum Kind { case company, unit }

    private static func kind(of pattern: RowPattern) -> Kind? {
        guard case .key(let key)? = pattern.steps.last else { return nil }
        let name = normalizedName(key)
        if companyKeys.contains(name) { return .company }
        return unitKeys.contains(name) ? .unit : nil
    }

    private static let descriptions = ["meta", "metadata", "header", "info"]
    private static let companyKeys: Set<String> = [
        "ticker", "symbol", "company", "company_name", "companyname", "name", "subject",
    ]
    private static let unitKeys: Set<String> = ["unit", "units", "currency", "scale"]
}
