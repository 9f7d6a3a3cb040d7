/// Reads the rows of a table of an `.ods` file. Rows and cells may be repeated: a repeated row is
/// returned that many times, unless it is empty.
final class ODSRows: SheetRows, XMLHandler {
    private(set) var row = SheetRow()
    private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private static let part = "content.xml"
    /// The most cells in repetitions of rows. A file of a thousand bytes could have billions.
    private static let repeatedLimit = 100_000_000

    private let table: Int
    private var source: ZipPart?
    private var reader: XMLReader?
    private var tableCount = 0
    private var isInTable = false
    private var isAtEnd = false
    /// The number of the first row behind those that were read.
    private var nextRow = 1
    /// How many more times the current row is returned.
    private var repetitions = 0
    private var repeatedCount = 0
    private var nextColumn = 0
    private var nextHiddenColumn = 0
    private var cell = ODSCell()
    private var isInRow = false
    /// Whether a cell is open, also one that another covers.
    private var hasOpenCell = false
    private var isInCell = false
    private var isInText = false
    private var noteDepth = 0

    init(_ source: ZipPart, table: Int) {
        self.source = source
        self.table = table
    }

    func next() throws(WorkbookError) -> Bool {
        if let source {
            self.source = nil
            reader = try XMLReader(source, self)
        }
        guard !isAtEnd else { return false }
        if repetitions > 0 {
            repetitions -= 1
            row.number += 1
            repeatedCount += row.cells.count
            guard repeatedCount <= Self.repeatedLimit else {
                throw .tooLarge(part: Self.part, .repeatedCells)
            }
            return true
        }
        row.clear()
        if try reader?.run() == true, !isAtEnd { return true }
        isAtEnd = true
        row.clear()
        return false
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        if name == "table:table" {
            // Reading stops at the end of an inner table, so the rest of the outer one would be
            // lost.
            if isInTable { throw nesting }
            isInTable = tableCount == table
            tableCount += 1
        }
        guard isInTable else { return }
        if name == "table:table-cell" || name == "table:covered-table-cell" {
            guard isInRow, !hasOpenCell else { throw nesting }
            hasOpenCell = true
            cell = ODSCell(attributes, start: row.buffer.count)
            // What other cells cover is not shown.
            isInCell = noteDepth == 0 && name == "table:table-cell"
            if !isInCell { nextColumn += cell.count }
        } else if name == "text:p" {
            if isInCell, noteDepth == 0 {
                if row.buffer.count > cell.start { row.buffer.append(UInt8(ascii: " ")) }
                isInText = true
            }
        } else if name == "table:table-row" {
            try startRow(attributes)
        } else if name == "table:table-column" {
            hide(attributes)
        } else if name == "office:annotation" {
            noteDepth += 1
            isInText = false
        } else if isInText, name == "text:s" || name == "text:tab" || name == "text:line-break" {
            let count = attributes["text:c"]?.number ?? 1
            row.buffer += repeatElement(UInt8(ascii: " "), count: min(count, 1000))
        }
    }

    func end(_ name: XMLName, _ reader: XMLReader) throws(WorkbookError) {
        guard isInTable else { return }
        if name == "table:table-cell" || name == "table:covered-table-cell" {
            if isInCell { try endCell() }
            isInCell = false
            hasOpenCell = false
        } else if name == "text:p" {
            isInText = false
        } else if name == "office:annotation" {
            noteDepth -= 1
        } else if name == "table:table-row" {
            isInRow = false
            if !row.cells.isEmpty { reader.pause() } else { repetitions = 0 }
        } else if name == "table:table" {
            isInTable = false
            isAtEnd = true
            reader.pause()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) throws(WorkbookError) {
        guard isInText, noteDepth == 0 else { return }
        row.buffer += bytes
        guard row.buffer.count <= SheetRow.sizeLimit else {
            throw .tooLarge(part: Self.part, .row)
        }
    }

    private var nesting: WorkbookError {
        .damagedRow(part: Self.part, row: row.number, .nesting)
    }

    private func startRow(_ attributes: XMLAttributes) throws(WorkbookError) {
        guard !isInRow else { throw nesting }
        isInRow = true
        let count = attributes["table:number-rows-repeated"]?.number ?? 1
        row.clear()
        row.number = nextRow
        row.isHidden =
            attributes["table:visibility"].map { $0 == "collapse" || $0 == "filter" } ?? false
        nextColumn = 0
        nextRow += max(count, 1)
        repetitions = max(count, 1) - 1
    }

    private func endCell() throws(WorkbookError) {
        let column = nextColumn
        nextColumn += cell.count
        guard let kind = row.finish(cell) else {
            row.buffer.removeSubrange(cell.start...)
            return
        }
        guard nextColumn <= CellAddress.columnLimit, nextRow - 1 <= CellAddress.rowLimit else {
            throw .damagedRow(
                part: Self.part, row: row.number,
                .address(CellAddress(row: nextRow - 1, column: nextColumn - 1).description))
        }
        for index in column..<nextColumn {
            row.cells.append(
                SheetRow.Cell(
                    column: index, kind: kind, text: cell.start..<row.buffer.count,
                    span: index == column ? cell.span : nil))
        }
    }

    private func hide(_ attributes: XMLAttributes) {
        let count = min(
            attributes["table:number-columns-repeated"]?.number ?? 1, CellAddress.columnLimit)
        let first = nextHiddenColumn
        nextHiddenColumn = min(first + max(count, 1), CellAddress.columnLimit)
        let visibility = attributes["table:visibility"]
        guard first < nextHiddenColumn, let visibility,
            visibility == "collapse" || visibility == "filter"
        else { return }
        hiddenColumns.append(first...nextHiddenColumn - 1)
    }
}
