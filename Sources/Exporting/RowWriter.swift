import CSV
import Mining
import Workbooks

/// Writes the cells of an export, in any format.
struct RowWriter {
    private var csv = CSVWriter(neutralizesFormulas: true)
    /// Nil for other formats.
    private var json: JSONRows?
    /// Nil for other formats.
    private var sheet: SheetCells?
    private var isCSV: Bool { json == nil && sheet == nil }

    /// A writer of CSV with these columns, and of its header.
    init(csv columns: [ExportColumn]) {
        for column in columns { csv.append(text: column.name) }
        csv.endRow()
    }

    /// A writer of JSON with these columns: an array if `isArray`, else an object per line.
    init(json columns: [ExportColumn], isArray: Bool) {
        json = JSONRows(columns, isArray: isArray)
    }

    /// A writer to a sheet with these columns, and of its header.
    init(_ columns: [ExportColumn], to sheet: SheetWriter) {
        self.sheet = SheetCells(columns, to: sheet)
    }

    /// What was written since it was last emptied; nothing for a sheet, which takes each cell at once.
    var output: [UInt8] { json?.output ?? csv.output }

    /// Empties `output`.
    mutating func removeOutput() {
        csv.output.removeAll(keepingCapacity: true)
        json?.output.removeAll(keepingCapacity: true)
    }

    /// Appends a cell of text to the row, with hidden characters written out: another program may have
    /// put them into the book.
    mutating func append(text: String) { append(text: text.visible.utf8.span) }

    /// Appends a cell of text, in UTF-8 and without hidden characters, to the row.
    mutating func append(text: Span<UInt8>) {
        if isCSV { csv.append(text: text) } else { appendTyped(text) }
    }

    /// Appends a number, or other text that no spreadsheet would run as a formula, to the row.
    mutating func append(number: String) {
        if isCSV { csv.append(number: number) } else { appendTyped(number.utf8.span) }
    }

    /// Appends a cell of at most `capacity` bytes, which `write` writes. They must not need quotes.
    mutating func append(plain capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        guard !isCSV else { return csv.append(plain: capacity, write) }
        var cell: [UInt8] = []
        cell.append(addingCapacity: capacity, initializingWith: write)
        appendTyped(cell.span)
    }

    /// Appends a code that needs no quotes and that no spreadsheet would run as a formula.
    mutating func append(written cell: Span<UInt8>) {
        if isCSV { csv.append(written: cell) } else { appendTyped(cell) }
    }

    /// Appends a cell in a format whose columns have types.
    private mutating func appendTyped(_ cell: Span<UInt8>) {
        json?.append(cell)
        sheet?.append(cell)
    }

    /// Ends the row.
    mutating func endRow() {
        if isCSV { csv.endRow() }
        json?.endRow()
        sheet?.endRow()
    }

    /// Ends the file.
    mutating func end() {
        json?.end()
        sheet?.end()
    }
}
