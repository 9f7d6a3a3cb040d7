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
///   "charts": [
///     {
///       "name": "hashrate",
///       "title": "Deployed hashrate",
///       "kind": "line",
///       "unit": "EH/s",
///       "axis": {"type": "days", "places": ["2025-11-30", "2025-12-31"]},
///       "series": [
///         {"name": "RIOT", "values": [null, 38.5]}
///       ]
///     }
///   ],
///   "notes": []
/// }
/// ```
///
/// `charts` is present only if the report has charts. A series has one value for each place of the
/// axis, null if it is missing. If a value is estimated or carried, the series has `marks`, a list
/// for each place. What must be said about a chart is its `note`. Places of an axis of `numbers` are
/// numbers in its `unit`.
///
/// Numbers are in the `unit` of their column, or of the row if it has a column for units, and have
/// the fewest digits that parse back to the same `Double`. Values that are missing, infinite or not
/// a number are null. Dates are ISO 8601, flags are booleans. Every row has all columns. A row of a
/// report with marked numbers has `marks` as well: `{"hashrate": ["estimated", "carried"]}`.
extension Document {
    /// The document as JSON in UTF-8.
    func json() -> [UInt8] {
        var json = JSONWriter()
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
        json.raw("],\n")
        if !charts.isEmpty {
            json.raw("  \"charts\": [")
            json.lines(charts, indent: 4) { $0.append($1) }
            json.raw("],\n")
        }
        json.raw("  \"notes\": [")
        json.lines(summary + notes, indent: 4) { $0.append($1) }
        json.raw("]\n}\n")
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func append(_ table: Table) {
        raw("{\n      \"name\": ")
        append(table.name)
        raw(",\n      \"title\": ")
        append(table.title)
        raw(",\n      \"columns\": [")
        lines(table.columns, indent: 8) { $0.append($1) }
        raw("],\n      \"rows\": [")
        let keys = table.columns.map { column in
            var key = JSONWriter()
            key.append(column.name)
            key.raw(": ")
            return key
        }
        lines(table.rows, indent: 8) { json, row in
            json.raw("{")
            json.list(zip(keys, row), separator: ", ") { json, field in
                json.raw(field.0)
                json.append(field.1)
            }
            if table.marksNumbers { json.append(marks: table.marks(of: row)) }
            json.raw("}")
        }
        raw("]\n    }")
    }

    /// Appends the marks of the numbers of a row, unless there are none.
    private mutating func append(marks: [(column: String, marks: [Number.Mark])]) {
        if marks.isEmpty { return }
        raw(", \"marks\": {")
        list(marks, separator: ", ") { json, number in
            json.append(number.column)
            json.raw(": [")
            json.list(number.marks, separator: ", ") { $0.append($1.rawValue) }
            json.raw("]")
        }
        raw("}")
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
}
