/// Reads the rows of a sheet of an `.xlsx` file.
final class XLSXRows: SheetRows, XMLHandler {
    private(set) var row = SheetRow()
    private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private let part: String
    private let texts: SharedStrings
    private let formats: CellFormats
    private let startsIn1904: Bool
    private var source: ZipPart?
    private var reader: XMLReader?
    private var isAtEnd = false
    private var isInRows = false
    private var isInRow = false
    private var isInCell = false
    private var lastRow = 0
    private var cell = XLSXCell()
    private var lastColumn = -1
    /// What texts between tags belong to.
    private var field = Field.none
    private var phoneticDepth = 0
    private var formula: [UInt8] = []

    private enum Field { case none, value, text, formula }

    init(
        _ source: ZipPart, texts: SharedStrings, formats: CellFormats, startsIn1904: Bool
    ) throws(WorkbookError) {
        part = source.name
        self.source = source
        self.texts = texts
        self.formats = formats
        self.startsIn1904 = startsIn1904
    }

    func next() throws(WorkbookError) -> Bool {
        if let source {
            self.source = nil
            reader = try XMLReader(source, self)
        }
        guard !isAtEnd else { return false }
        row.clear()
        if try reader?.run() == true, !isAtEnd { return true }
        isAtEnd = true
        row.clear()
        return false
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        let name = name.local
        if name == "c" {
            if isInRows { try startCell(attributes) }
        } else if name == "v" {
            field = .value
        } else if name == "row" {
            if isInRows { try startRow(attributes) }
        } else if name == "t" {
            field = phoneticDepth == 0 ? .text : .none
        } else if name == "f" {
            cell.hasFormula = true
            field = .formula
        } else if name == "rPh" {
            phoneticDepth += 1
        } else if name == "sheetData" {
            isInRows = true
        } else if name == "col", !isInRows {
            hide(attributes)
        }
    }

    func end(_ name: XMLName, _ reader: XMLReader) throws(WorkbookError) {
        let name = name.local
        if name == "c" {
            if isInRows { try endCell() }
        } else if name == "v" || name == "t" || name == "f" {
            field = .none
        } else if name == "row" {
            isInRow = false
            if isInRows, !row.cells.isEmpty {
                reader.pause()
            }
        } else if name == "rPh" {
            phoneticDepth -= 1
        } else if name == "sheetData" {
            isInRows = false
            isAtEnd = true
            reader.pause()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) throws(WorkbookError) {
        switch field {
        case .none: return
        case .value, .text:
            row.buffer += bytes
            guard row.buffer.count <= SheetRow.sizeLimit else {
                throw .tooLarge(part: part, .row)
            }
        case .formula:
            if formula.count < SheetRow.shownFormula {
                formula += bytes.prefix(SheetRow.shownFormula - formula.count)
            }
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws(WorkbookError) {
        guard !isInRow else { throw .damagedRow(part: part, row: lastRow, .nesting) }
        isInRow = true
        var number: Int? = lastRow + 1
        var isHidden = false
        attributes.visit { name, value in
            if name == "r" {
                number = value.number
            } else if name == "hidden" {
                isHidden = value.isTrue
            }
        }
        guard let number, (1...CellAddress.rowLimit).contains(number) else {
            throw .damagedRow(
                part: part, row: lastRow + 1, .address(attributes["r"]?.string ?? "\(lastRow + 1)"))
        }
        guard number > lastRow else { throw .damagedRow(part: part, row: number, .order) }
        row.clear()
        row.number = number
        row.isHidden = isHidden
        lastRow = number
        lastColumn = -1
    }

    private func startCell(_ attributes: XMLAttributes) throws(WorkbookError) {
        guard isInRow, !isInCell else {
            throw .damagedRow(part: part, row: lastRow, .nesting)
        }
        isInCell = true
        cell = XLSXCell()
        cell.start = row.buffer.count
        formula.removeAll(keepingCapacity: true)
        var address: CellAddress? = CellAddress(row: row.number, column: lastColumn + 1)
        attributes.visit { name, value in
            if name == "r" {
                address = value.withBytes { CellAddress($0) }
            } else if name == "s" {
                cell.format = value.number ?? 0
            } else if name == "t" {
                cell.type = XLSXCell.ContentType(value)
            }
        }
        guard let address, address.row == row.number, address.column < CellAddress.columnLimit
        else {
            throw .damagedRow(
                part: part, row: row.number, .address(attributes["r"]?.string ?? ""))
        }
        guard address.column > lastColumn else {
            throw .damagedRow(part: part, row: row.number, .order)
        }
        lastColumn = address.column
    }

    /// Completes the cell: its bytes are at the end of the buffer, as the file has them.
    private func endCell() throws(WorkbookError) {
        isInCell = false
        let kind = try row.finish(
            cell, formula: formula, texts: texts, formats: formats.formats,
            startsIn1904: startsIn1904, part: part)
        guard row.buffer.count <= SheetRow.sizeLimit else { throw .tooLarge(part: part, .row) }
        guard let kind, row.buffer.count > cell.start else {
            row.buffer.removeSubrange(cell.start...)
            return
        }
        row.cells.append(
            SheetRow.Cell(column: lastColumn, kind: kind, text: cell.start..<row.buffer.count))
    }

    private func hide(_ attributes: XMLAttributes) {
        guard attributes["hidden"]?.isTrue == true, let first = attributes["min"]?.number,
            let last = attributes["max"]?.number, first > 0, first <= last,
            hiddenColumns.count < CellAddress.columnLimit
        else { return }
        hiddenColumns.append(first - 1...last - 1)
    }
}

extension SheetRow {
    /// The most bytes of the texts of a row, as for a record of CSV.
    static let sizeLimit = 16 << 20
    /// How much of a formula is kept.
    static let shownFormula = 60
}
