/// Writes CSV that `CSVReader`, and any other reader of RFC 4180, reads back as it was.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.append(text: "RIOT")
/// writer.append(number: "38.5")
/// writer.endRow()
/// ```
///
/// Lines end in LF. A cell is in quotes only if it would otherwise be read as something else,
/// or if a reader might trim it: if it contains a delimiter, a quote, CR or LF, begins
/// or ends with a space, or begins with a byte order mark. `CSVReader` rejects only NUL.
package struct CSVWriter: Sendable {
    /// What was written, in whole rows after `endRow()`.
    ///
    /// It grows until the caller, after writing it somewhere, empties it:
    /// `writer.output.removeAll(keepingCapacity: true)`.
    package var output: [UInt8] = []

    private let delimiter: UInt8
    private let neutralizesFormulas: Bool
    private var cellsInRow = 0
    private var lastCellIsEmpty = false

    /// A writer of `dialect`.
    ///
    /// With `neutralizesFormulas`, a text cell that a spreadsheet would run as a formula, because
    /// it begins with `=`, `+`, `-`, `@`, tab or CR, gets a `'` before it and so doesn't read back
    /// as it was. https://owasp.org/www-community/attacks/CSV_Injection
    package init(dialect: Dialect = Dialect(), neutralizesFormulas: Bool = false) {
        delimiter = dialect.delimiter.rawValue
        self.neutralizesFormulas = neutralizesFormulas
    }

    /// Appends a cell of text to the row.
    package mutating func append(text: String) {
        append(text: text.utf8.span)
    }

    /// Appends a cell of text, in UTF-8, to the row: a field of a `CSVRecord`, for instance.
    package mutating func append(text: Span<UInt8>) {
        append(text, neutralizing: neutralizesFormulas && text.isLikeFormula)
    }

    /// Appends a number, or other text that is never neutralized as a formula, to the row.
    package mutating func append(number: String) {
        append(number.utf8.span, neutralizing: false)
    }

    /// Appends a cell of at most `capacity` bytes, which `write` writes. They must not need quotes,
    /// like digits.
    package mutating func append(
        plain capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void
    ) {
        beginCell()
        let start = output.count
        output.append(addingCapacity: capacity, initializingWith: write)
        lastCellIsEmpty = output.count == start
    }

    /// Appends a cell that another writer with the same dialect wrote, with any quotes.
    package mutating func append(written cell: Span<UInt8>) {
        beginCell()
        cell.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        lastCellIsEmpty = cell.isEmpty
    }

    /// Ends the row. Writes nothing for a row without cells, because CSV has no empty rows.
    ///
    /// A single empty cell is written as `""`, because readers skip a blank line.
    package mutating func endRow() {
        guard cellsInRow > 0 else { return }
        if cellsInRow == 1, lastCellIsEmpty { output += [.quote, .quote] }
        output.append(.lineFeed)
        cellsInRow = 0
    }

    private mutating func append(_ cell: Span<UInt8>, neutralizing: Bool) {
        beginCell()
        lastCellIsEmpty = cell.isEmpty

        let isQuoted = needsQuotes(cell)
        if isQuoted { output.append(.quote) }
        if neutralizing { output.append(UInt8(ascii: "'")) }
        if isQuoted {
            for index in cell.indices {
                if cell[index] == .quote { output.append(.quote) }
                output.append(cell[index])
            }
            output.append(.quote)
        } else {
            cell.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        }
    }

    private mutating func beginCell() {
        if cellsInRow > 0 { output.append(delimiter) }
        cellsInRow += 1
    }

    private func needsQuotes(_ cell: Span<UInt8>) -> Bool {
        guard let first = cell.indices.first, let last = cell.indices.last else { return false }
        if cell[first] == .space || cell[last] == .space { return true }
        if cell.count >= 3, cell[0] == 0xEF, cell[1] == 0xBB, cell[2] == 0xBF { return true }
        var marks = MarkSearch(delimiter: delimiter, from: 0)
        while true {
            let index = marks.next(in: cell.bytes)
            guard index < cell.count else { return false }
            switch cell[index] {
            case delimiter, .quote, .lineFeed, .carriageReturn: return true
            default: break
            }
        }
    }
}

extension Span<UInt8> {
    /// Whether the text begins like a formula, perhaps after some `'`: a spreadsheet would run it,
    /// or import would remove a `'` from it.
    ///
    /// Such a text gets one more `'` in front, so that removing one restores the text.
    package var isLikeFormula: Bool {
        guard let first = indices.first(where: { self[$0] != UInt8(ascii: "'") }) else {
            return false
        }
        switch self[first] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
            UInt8(ascii: "\t"), .carriageReturn:
            return true
        default:
            return false
        }
    }
}
