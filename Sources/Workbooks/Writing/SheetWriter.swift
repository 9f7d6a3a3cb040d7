/// A sheet of a workbook that is being written, row by row and cell by cell.
///
/// In the file, the column widths come before the rows. So the first megabyte of rows waits in
/// memory to decide the widths; later rows are packed a megabyte at a time. A sheet of any length
/// needs little memory besides its packed bytes.
package final class SheetWriter {
    /// The most characters of a cell, in UTF-16.
    static let textLimit = 32_767
    /// How many bytes of rows wait until the widths are decided.
    private static let waiting = 1 << 20

    /// What stays visible while the rest scrolls, and which column widths are given.
    package struct Layout: Sendable, Hashable {
        /// The rows at the top that stay visible.
        package var frozenRows = 0
        /// The columns at the left that stay visible.
        package var frozenColumns = 0
        /// The widths of columns that do not follow from their cells, in characters, by column.
        package var widths: [Int: Int] = [:]

        package init(frozenRows: Int = 0, frozenColumns: Int = 0, widths: [Int: Int] = [:]) {
            self.frozenRows = frozenRows
            self.frozenColumns = frozenColumns
            self.widths = widths
        }
    }

    /// Its name in the workbook.
    let name: String
    /// What the sheet cannot hold; nil as long as everything fits.
    private(set) var limit: WorkbookLimit?
    /// The rows with a header that can be filtered; nil if there are none.
    private(set) var filtered: CellRange?
    /// The charts on it.
    private(set) var charts: [DrawingPart.Placed] = []

    let layout: Layout
    private let isFirst: Bool
    private let zip: ZipWriter
    private let styles: StyleTable
    private var output: [UInt8] = []
    private var widths = ColumnWidths()
    private var links: [(cell: CellAddress, sheet: String)] = []
    private var row = 1
    private var column = 0
    private var isRowOpen = false
    /// Of the row, in points; 0 for that of a single line.
    private var height = 0
    private var hasBegun = false

    init(
        _ name: String, _ layout: Layout, isFirst: Bool, zip: ZipWriter, styles: StyleTable
    ) {
        self.name = name
        self.layout = layout
        self.isFirst = isFirst
        self.zip = zip
        self.styles = styles
    }

    // MARK: Rows and cells

    /// The width beyond which a header wraps, in characters.
    package static let headerWidth = ColumnWidths.header
    /// The greatest width of a column that follows from its cells, in characters.
    package static let widthLimit = ColumnWidths.limit

    /// Makes the next row so many lines high. Not all programs find that out themselves.
    package func makeRow(lines: Int) { height = min(lines * 15, 400) }

    /// Leaves the next cell of the row empty; with a style it is prepared to be filled in.
    package func skip(_ style: CellStyle = .plain) {
        if style != .plain, openCell(style, type: "") { output += "/>".utf8 }
        column += 1
    }

    /// Appends a text in UTF-8, which is never run as a formula. An empty one leaves the cell empty.
    package func append(text: Span<UInt8>, _ style: CellStyle = .plain) {
        guard !text.isEmpty else { return skip(style) }
        if text.count > Self.textLimit, text.unitCount > Self.textLimit {
            refuse(.text(sheet: name, cell: address))
        }
        if openCell(style, type: " t=\"inlineStr\"") {
            output += text.keepsSpace ? "><is><t xml:space=\"preserve\">".utf8 : "><is><t>".utf8
            output.append(xml: text)
            output += "</t></is></c>".utf8
            widths.add(text, at: column, style.look)
        }
        column += 1
    }

    /// Appends a text, which is never run as a formula. An empty one leaves the cell empty.
    package func append(text: String, _ style: CellStyle = .plain) {
        append(text: text.utf8.span, style)
    }

    /// Appends a text that leads to another sheet of the workbook.
    package func append(text: String, linkTo sheet: String) {
        links.append((address, sheet))
        append(text: text, CellStyle(.link))
    }

    /// Appends a number, given in decimal digits as XML has them: `-1.5`, `1e-12`. `width` is how many
    /// characters its format shows; nil for the digits themselves.
    package func append(number: Span<UInt8>, _ style: CellStyle = .plain, width: Int? = nil) {
        guard !number.isEmpty else { return skip(style) }
        if openCell(style, type: "") {
            output += "><v>".utf8
            number.withUnsafeBufferPointer { output.append(contentsOf: $0) }
            output += "</v></c>".utf8
            widths.add(width ?? number.count, at: column)
        }
        column += 1
    }

    /// Appends a number, given in decimal digits as XML has them. `width` is how many characters its
    /// format shows; nil for the digits themselves.
    package func append(number: String, _ style: CellStyle = .plain, width: Int? = nil) {
        append(number: number.utf8.span, style, width: width)
    }

    /// Appends a day, counted from 1970-01-01, as a date. A day before March 1900 becomes the text
    /// `written`, because spreadsheet programs number those days differently.
    package func append(day: Int, written: String) {
        guard let serial = SerialDate.number(ofDay: day) else {
            return append(text: written, .text)
        }
        append(number: String(serial), .date, width: written.utf8.count)
    }

    /// Appends true or false.
    package func append(flag: Bool) {
        if openCell(.plain, type: " t=\"b\"") {
            output += "><v>\(flag ? 1 : 0)</v></c>".utf8
            widths.add(5, at: column)
        }
        column += 1
    }

    /// Ends the row; it may be empty.
    package func endRow() {
        if isRowOpen { output += "</row>\n".utf8 }
        isRowOpen = false
        height = 0
        row += 1
        column = 0
        if output.count > Self.waiting { flush() }
    }

    /// Makes the rows from `first` on a table that can be filtered, with its header in the first one.
    package func endTable(from first: Int, columns: Int) {
        // A header alone has nothing to filter.
        guard columns > 0, row > first + 1 else { return }
        filtered = CellRange(rows: first...(row - 1), columns: 0...(columns - 1))
    }

    /// Puts a chart over the next rows, which are left empty, and over so many columns.
    package func place(_ chart: SheetChart, rows count: Int, columns: Int) {
        charts.append(
            DrawingPart.Placed(chart: chart, rows: row...(row + count - 1), columns: columns))
        for _ in 0..<count { endRow() }
    }

    /// The cell that comes next.
    private var address: CellAddress { CellAddress(row: row, column: column) }

    private func refuse(_ limit: WorkbookLimit) {
        if self.limit == nil { self.limit = limit }
    }

    /// Begins the next cell up to the end of its attributes; false if the sheet cannot have it.
    private func openCell(_ style: CellStyle, type: StaticString) -> Bool {
        guard row <= CellAddress.rowLimit else {
            refuse(.rows(sheet: name))
            return false
        }
        guard column < CellAddress.columnLimit else {
            refuse(.columns(sheet: name))
            return false
        }
        if !isRowOpen {
            let size = height > 15 ? " ht=\"\(height)\" customHeight=\"1\"" : ""
            output += "<row r=\"\(row)\"\(size)>".utf8
        }
        isRowOpen = true
        output += "<c r=\"".utf8
        output += widths.letters(of: column)
        output += String(row).utf8
        output.append(UInt8(ascii: "\""))
        if style != .plain { output += " s=\"\(styles.number(of: style))\"".utf8 }
        type.withUTF8Buffer { output.append(contentsOf: $0) }
        return true
    }

    // MARK: The part

    /// Packs the rows that wait in memory. The first call also writes the start of the part.
    private func flush() {
        if !hasBegun {
            hasBegun = true
            let start = SheetFrame.start(
                layout, isFirst: isFirst, columns: widths.xml(layout.widths))
            zip.write(Array(start.utf8))
        }
        zip.write(output)
        output.removeAll(keepingCapacity: true)
    }

    /// Ends the sheet after its last row. If it has charts, its first relation is to their drawing.
    func finish() {
        if isRowOpen { endRow() }
        flush()
        let end = SheetFrame.end(filtered: filtered, links: links, hasDrawing: !charts.isEmpty)
        zip.write(Array(end.utf8))
    }
}

extension Span<UInt8> {
    /// Whether an XML parser may drop spaces of this text if it is not told to keep them.
    fileprivate var keepsSpace: Bool {
        guard let first = indices.first, let last = indices.last else { return false }
        return self[first] <= 0x20 || self[last] <= 0x20 || indices.contains { self[$0] < 0x20 }
    }
}
