import Reporting

/// A document as one JSON object (RFC 8259), for programs.
///
/// ```json
/// {
///   "schema_version": 1,
///   "report": "sector",
///   "parameters": {"on": "2026-01-15", "since": null},
///   "tables": [
///     {
///       "name": "members",
///       "title": "Members on 2026-01-15",
///       "columns": [
///         {"name": "ticker", "title": "Ticker", "type": "text"},
///         {"name": "hashrate", "title": "Hashrate", "type": "number", "unit": "EH/s"}
///       ],
///       "rows": [
///         {"ticker": "RIOT", "hashrate": 38.5}
///       ]
///     }
///   ],
///   "notes": []
/// }
/// ```
///
/// Numbers are in the column's `unit` (or in that of the row's own column for it), in the fewest
/// digits that read back as the same `Double`; what is infinite or not a number is null, as what
/// is missing. Dates are ISO 8601, flags booleans. Every row has every column.
extension Document {
    func json() -> [UInt8] {
        var json = JSONText()
        json.raw("{\n  \"schema_version\": 1,\n  \"report\": ")
        json.append(report)
        json.raw(",\n  \"parameters\": {")
        json.list(parameters, separator: ", ") { json, parameter in
            json.append(parameter.name)
            json.raw(": ")
            if let value = parameter.value { json.append(value) } else { json.raw("null") }
        }
        json.raw("},\n  \"tables\": [")
        json.lines(tables, indent: 4) { $0.append($1) }
        json.raw("],\n  \"notes\": [")
        json.lines(notes, indent: 4) { $0.append($1) }
        json.raw("]\n}\n")
        return json.bytes
    }
}

/// JSON as it is written.
private struct JSONText {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func list<Element>(
        _ elements: some Sequence<Element>, separator: String,
        _ append: (inout JSONText, Element) -> Void
    ) {
        var isFirst = true
        for element in elements {
            if !isFirst { raw(separator) }
            isFirst = false
            append(&self, element)
        }
    }

    /// Each element on its own line, `indent` spaces in, and what follows on the next; nothing for no elements.
    mutating func lines<Element>(
        _ elements: some Collection<Element>, indent: Int,
        _ append: (inout JSONText, Element) -> Void
    ) {
        if elements.isEmpty { return }
        let margin = "\n" + String(repeating: " ", count: indent)
        raw(margin)
        list(elements, separator: "," + margin, append)
        raw(String(margin.dropLast(2)))
    }

    mutating func append(_ table: Table) {
        raw("{\n      \"name\": ")
        append(table.name)
        raw(",\n      \"title\": ")
        append(table.title)
        raw(",\n      \"columns\": [")
        lines(table.columns, indent: 8) { $0.append($1) }
        raw("],\n      \"rows\": [")
        let keys = table.columns.map { column in
            var key = JSONText()
            key.append(column.name)
            key.raw(": ")
            return key.bytes
        }
        lines(table.rows, indent: 8) { json, row in
            json.raw("{")
            json.list(zip(keys, row), separator: ", ") { json, field in
                json.bytes.append(contentsOf: field.0)
                json.append(field.1)
            }
            json.raw("}")
        }
        raw("]\n    }")
    }

    private mutating func append(_ column: Column) {
        raw("{\"name\": ")
        append(column.name)
        raw(", \"title\": ")
        append(column.title)
        raw(", \"type\": \"\(column.kind.rawValue)\"")
        if let unit = column.unit {
            raw(", \"unit\": ")
            append(unit)
        }
        raw("}")
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .missing: raw("null")
        case .text(let text), .worded(let text, shown: _): append(text)
        case .number(let number):
            raw(ShortestDecimal(number.value)?.description ?? "null")
        case .date(let day): raw("\"\(day)\"")
        case .flag(let flag): raw(flag ? "true" : "false")
        }
    }

    /// A string. Hidden characters are escaped even where JSON wouldn't ask for it, so that none
    /// reaches a terminal.
    mutating func append(_ text: String) {
        raw("\"")
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
            raw(text)
        } else {
            for scalar in text.unicodeScalars { append(scalar) }
        }
        raw("\"")
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": raw("\\\"")
        case "\\": raw("\\\\")
        case "\n": raw("\\n")
        case "\r": raw("\\r")
        case "\t": raw("\\t")
        case _ where scalar.isHidden:
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: true)
                raw("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            }
        default: raw(String(scalar))
        }
    }
}
