import CSV

/// Writes the cells of an export, in any format.
struct RowWriter: Sendable {
    private var csv = CSVWriter(neutralizesFormulas: true)
    /// Nil for CSV.
    private var json: JSONRows?

    /// A writer of rows with these columns, and of the header if the format has one.
    init(_ names: [String], as format: ExportFormat) {
        switch format {
        case .csv:
            for name in names { csv.append(text: name) }
            csv.endRow()
        case .json, .ndjson: json = JSONRows(names, isArray: format == .json)
        }
    }

    /// What was written since it was last emptied.
    var output: [UInt8] { json?.output ?? csv.output }

    /// Empties `output`.
    mutating func removeOutput() {
        csv.output.removeAll(keepingCapacity: true)
        json?.output.removeAll(keepingCapacity: true)
    }

    /// Appends a cell of text to the row.
    mutating func append(text: String) { append(text: text.utf8.span) }

    /// Appends a cell of text, in UTF-8, to the row.
    mutating func append(text: Span<UInt8>) {
        if json == nil { csv.append(text: text) } else { json?.append(text) }
    }

    /// Appends a number, or other text that no spreadsheet would run as a formula, to the row.
    mutating func append(number: String) {
        if json == nil { csv.append(number: number) } else { json?.append(number.utf8.span) }
    }

    /// Appends a cell of at most `capacity` bytes, which `write` writes. They must not need quotes.
    mutating func append(plain capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        guard json != nil else { return csv.append(plain: capacity, write) }
        var cell: [UInt8] = []
        cell.append(addingCapacity: capacity, initializingWith: write)
        json?.append(cell.span)
    }

    /// Appends a code that needs no quotes and that no spreadsheet would run as a formula.
    mutating func append(written cell: Span<UInt8>) {
        if json == nil { csv.append(written: cell) } else { json?.append(cell) }
    }

    /// Ends the row.
    mutating func endRow() {
        if json == nil { csv.endRow() } else { json?.endRow() }
    }

    /// Ends the file.
    mutating func end() { json?.end() }
}
