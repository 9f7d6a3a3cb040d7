import CSV
import Workbooks

/// The rows of a sheet as records. Each row with a cell in the table is a record, and its line is
/// the number of the row.
///
/// Files leave out empty cells, so the fields of a record are filled up: from the first column of
/// the table to the last one that any row has had so far.
final class SheetRecords: RecordSource {
    /// The most empty fields that are added. A sheet with one cell at the right end of each row has
    /// billions.
    private static let emptyLimit = 100_000_000

    private let table: SheetTable
    private var rows: (any SheetRows)?
    private var areas: MergedAreas
    private var findings = SheetFindings()
    private var width = 0
    private var emptyCount = 0

    init(_ table: SheetTable) {
        self.table = table
        areas = MergedAreas(table.mergedCells)
    }

    func place(of field: Int?, in record: CSVRecord) -> RecordPlace {
        field.flatMap { place(ofField: $0, line: record.line) } ?? .line(record.line)
    }

    func place(ofField field: Int, line: Int) -> RecordPlace? {
        .cell("\(CellAddress(row: line, column: table.firstColumn + field))", line: line)
    }

    func next(into record: inout CSVRecord) throws(CSVReader.Failure) -> Bool {
        let last = table.range?.rows.upperBound ?? CellAddress.rowLimit
        while let rows = try nextRow(), rows.row.number <= last {
            areas.begin(row: rows.row.number)
            // Rows above the range may begin merged cells that reach into it.
            let isAbove = rows.row.number < table.range?.rows.lowerBound ?? 1
            if try take(rows.row, rows.hiddenColumns, into: &record, isAbove: isAbove) {
                return true
            }
        }
        table.findings = findings
        return false
    }

    /// The rows of the sheet, moved to the next row; nil at the end of the sheet.
    private func nextRow() throws(CSVReader.Failure) -> (any SheetRows)? {
        do throws(WorkbookError) {
            if rows == nil { rows = try table.workbook.rows(of: table.sheet) }
            guard let rows else { return nil }
            return try rows.next() ? rows : nil
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: WorkbookError) -> CSVReader.Failure {
        let place: RecordPlace =
            if case .damagedRow(_, let row, _) = error { .line(row) } else { .file }
        return .damaged(at: place, reason: ImportProblem.Reason.workbook(error))
    }

    /// Fills `record` with the cells of a row that are in the table. False if there are none.
    private func take(
        _ row: SheetRow, _ hiddenColumns: [ClosedRange<Int>], into record: inout CSVRecord,
        isAbove: Bool
    ) throws(CSVReader.Failure) -> Bool {
        let last = table.range?.columns.upperBound ?? CellAddress.columnLimit - 1
        var hasContent = false
        var outside: SheetRow.Cell?
        for cell in row.cells where !row.isBlank(cell) && cell.column <= last {
            if let span = cell.span { add(span, at: cell, in: row) }
            guard isFirst(cell, in: row) else { continue }
            keepLabel(of: cell, in: row)
            guard !isAbove else { continue }
            guard cell.column >= table.firstColumn else {
                // A given range leaves out what is beside it.
                if table.range != nil || row.number < table.firstRow { continue }
                outside = outside ?? cell
                continue
            }
            hasContent = true
            try pad(&record, to: cell.column, row)
            append(row.buffer.span.extracting(cell.text), to: &record, line: row.number)
            note(cell, in: row, hiddenColumns)
        }
        if let outside { throw leftOfTable(outside, in: row) }
        guard hasContent else { return false }
        if row.isHidden { findings.addHiddenRow(row.number) }
        width = max(width, record.fields.count)
        try pad(&record, to: table.firstColumn + width, row)
        return true
    }
}

extension SheetRecords {
    /// Whether a cell shows its content: it is not merged with one before it.
    private func isFirst(_ cell: SheetRow.Cell, in row: SheetRow) -> Bool {
        guard !areas.isEmpty, let area = areas.area(at: cell.column) else { return true }
        return area.rows.lowerBound == row.number && area.columns.lowerBound == cell.column
    }

    /// Adds the merged area of a cell that has its own span, as in ODS.
    private func add(_ span: SheetRow.Span, at cell: SheetRow.Cell, in row: SheetRow) {
        let lastRow = row.number + max(span.rows, 1) - 1
        let lastColumn = cell.column + max(span.columns, 1) - 1
        guard lastRow <= CellAddress.rowLimit, lastColumn < CellAddress.columnLimit else { return }
        areas.add(CellRange(rows: row.number...lastRow, columns: cell.column...lastColumn))
    }

    /// Keeps the text of a cell that is merged with those below it.
    private func keepLabel(of cell: SheetRow.Cell, in row: SheetRow) {
        guard !areas.isEmpty, let area = areas.area(at: cell.column), area.rows.count > 1 else {
            return
        }
        switch cell.kind {
        case .text, .date:
            areas.setLabel(Array(row.buffer[cell.text]), at: cell.column)
            findings.addLabel(area)
        case .number: findings.addNumber(area)
        case .boolean, .error, .formula: break
        }
    }

    /// Appends fields up to a column: those of merged cells, and empty ones.
    private func pad(
        _ record: inout CSVRecord, to column: Int, _ row: SheetRow
    ) throws(CSVReader.Failure) {
        while table.firstColumn + record.fields.count < column {
            let next = table.firstColumn + record.fields.count
            if !areas.isEmpty, let label = areas.label(at: next) {
                append(label.span, to: &record, line: row.number)
            } else {
                append([UInt8]().span, to: &record, line: row.number)
            }
            emptyCount += 1
        }
        guard emptyCount <= Self.emptyLimit else {
            throw failure(.tooLarge(part: table.sheet.name, .emptyCells))
        }
    }

    /// Appends a field. Line breaks and other control characters in a cell are spaces.
    private func append(_ text: Span<UInt8>, to record: inout CSVRecord, line: Int) {
        if text.indices.allSatisfy({ text[$0] >= .space }) {
            record.append(text, line: line)
        } else {
            let cleaned = text.indices.map { text[$0] < .space ? .space : text[$0] }
            record.append(cleaned.span, line: line)
        }
    }

    /// The failure for text left of the table, which would be lost.
    private func leftOfTable(_ cell: SheetRow.Cell, in row: SheetRow) -> CSVReader.Failure {
        let text = String(decoding: row.buffer[cell.text].prefix(200), as: UTF8.self)
        let address = CellAddress(row: row.number, column: cell.column)
        return .damaged(
            at: .cell("\(address)", line: row.number),
            reason: ImportProblem.Reason.leftOfTable(
                text, column: CellAddress.letters(of: table.firstColumn)))
    }

    /// Remembers what is to be said about a cell.
    private func note(
        _ cell: SheetRow.Cell, in row: SheetRow, _ hiddenColumns: [ClosedRange<Int>]
    ) {
        if cell.kind == .formula {
            findings.addFormula(CellAddress(row: row.number, column: cell.column))
        }
        if !hiddenColumns.isEmpty, hiddenColumns.contains(where: { $0.contains(cell.column) }) {
            findings.addHiddenColumn(cell.column, row: row.number)
        }
    }
}
