import Mining
import Reporting
import Workbooks

/// A document as a workbook of Excel: a sheet for each table, for people who go on working with the
/// numbers.
///
/// The first sheet has the heading, what was asked for, a list of the sheets, the summary and the
/// notes; a document that is a single table without these has no such sheet. Tables have the columns,
/// units and scales of the other formats for people, but a number keeps all of its digits: its format
/// shows as many as the other formats do, with the letters of its marks. What is missing is an empty
/// cell. Charts are on a sheet of their own and draw the cells of further sheets.
extension Document {
    /// The width of the column of notes, in characters.
    fileprivate static let noteWidth = 110

    /// The document as the bytes of a workbook.
    ///
    /// - Throws: `RenderingError.tooLarge`.
    func xlsx() throws(RenderingError) -> [UInt8] {
        let workbook = WorkbookWriter()
        var names = SheetNames()
        let hasCover =
            tables.count != 1 || !summary.isEmpty || !notes.isEmpty || !parameters.shown.isEmpty
            || !charts.isEmpty
        let cover = hasCover ? names.add("Report") : nil
        let chartSheet = charts.isEmpty ? nil : names.add("Charts")
        let sheets = tables.map { (name: names.add($0.sheetName), table: SheetTable($0)) }
        let charted = charts.map { chart in
            let table = ChartTable(DisplayChart(chart), name: chart.name)
            return (name: names.add("\(table.table.sheetName) chart"), table: table)
        }
        if let cover {
            let layout = SheetWriter.Layout(widths: [0: 16, 1: Self.noteWidth])
            var links = sheets.map { ($0.name, $0.table.shown.title) }
            if let chartSheet {
                let titles = charted.map(\.table.table.title)
                links.insert((chartSheet, titles.joined(separator: ", ")), at: 0)
            }
            workbook.addSheet(cover, layout).append(coverOf: self, sheets: links)
        }
        if let chartSheet {
            workbook.addSheet(chartSheet).append(
                zip(charted, charts).map { ($0.table.chart(on: $0.name), $1.note) })
        }
        let layout = SheetWriter.Layout(frozenRows: 1, frozenColumns: 1)
        for (name, table) in sheets { workbook.addSheet(name, layout).append(table) }
        for (name, table) in charted {
            workbook.addSheet(name, layout).append(SheetTable(table.table))
        }
        do throws(WorkbookLimit) {
            return try workbook.finish()
        } catch {
            throw .tooLarge(error)
        }
    }
}

extension Table {
    /// Its name as people write it: `Share basis` for `share_basis`.
    fileprivate var sheetName: String {
        let words = name.visible.split(separator: "_").joined(separator: " ")
        return words.withCapital
    }
}

extension SheetWriter {
    /// Writes the sheet with the charts, each with its note below it.
    fileprivate func append(_ charts: [(chart: SheetChart, note: String?)]) {
        for (chart, note) in charts {
            // Horizontal bars need the room of a line for each name.
            let names =
                chart.isHorizontal ? chart.series.map(\.values.cells.rows.count).max() ?? 0 : 0
            place(chart, rows: max(22, names * 3 / 2 + 6), columns: 14)
            if let note { append(text: note.visible, CellStyle(.remark)) }
            endRow()
            endRow()
        }
    }

    /// Writes the first sheet: labels in the first column, texts in the second one.
    fileprivate func append(
        coverOf document: Document, sheets: [(name: String, title: String)]
    ) {
        append(text: document.heading.visible, CellStyle(.title))
        endRow()
        for parameter in document.parameters.shown {
            append(text: parameter.name.visible, CellStyle(.label))
            append(text: parameter.value.visible, CellStyle(.wrapped))
            endRow()
        }
        endRow()
        for (index, sheet) in sheets.enumerated() {
            append(label: "Sheets", isFirst: index == 0)
            append(text: "\(sheet.name): \(sheet.title)", linkTo: sheet.name)
            endRow()
        }
        endRow()
        for (label, sentences) in [("Summary", document.summary), ("Notes", document.notes)] {
            for (index, sentence) in sentences.enumerated() {
                makeRow(lines: sentence.visible.lineCount(in: Document.noteWidth))
                append(label: label, isFirst: index == 0)
                append(text: sentence.visible, CellStyle(.wrapped))
                endRow()
            }
        }
    }

    /// Writes the label of a list beside its first row.
    private func append(label: String, isFirst: Bool) {
        if isFirst { append(text: label, CellStyle(.label)) } else { skip() }
    }
}
