/// A workbook in the format of Excel that is written to memory, one sheet after the other.
///
/// ```swift
/// let workbook = WorkbookWriter()
/// let sheet = workbook.addSheet("Members", SheetWriter.Layout(frozenRows: 1))
/// sheet.append(text: "Ticker", CellStyle(.header))
/// sheet.endRow()
/// let bytes = try workbook.finish()
/// ```
///
/// Texts are in the cells themselves, so that nothing of a sheet is kept but its packed bytes. There
/// are no times and no names of users: the same cells always give the same bytes.
package final class WorkbookWriter {
    private let zip = ZipWriter()
    private let styles = StyleTable()
    private var sheets: [SheetWriter] = []

    /// A workbook without sheets; it needs at least one.
    package init() {
        // Programs that look at the first part alone recognize a workbook by this one.
        zip.add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
    }

    /// Ends the sheet before and begins the next one. The name must be one of `SheetNames`.
    package func addSheet(
        _ name: String, _ layout: SheetWriter.Layout = SheetWriter.Layout()
    ) -> SheetWriter {
        endSheet()
        let sheet = SheetWriter(
            name, layout, isFirst: sheets.isEmpty, zip: zip, styles: styles)
        sheets.append(sheet)
        zip.begin("xl/worksheets/sheet\(sheets.count).xml")
        return sheet
    }

    /// Ends the workbook and returns its bytes.
    ///
    /// - Throws: `WorkbookLimit`, if a sheet or the archive cannot hold what was written.
    package func finish() throws(WorkbookLimit) -> [UInt8] {
        endSheet()
        if let limit = sheets.lazy.compactMap(\.limit).first { throw limit }
        let parts = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        zip.add("xl/workbook.xml", list)
        zip.add("xl/_rels/workbook.xml.rels", relations(parts + [("styles", "styles.xml")]))
        zip.add("xl/styles.xml", styles.xml)
        var chartCount = 0
        for (index, sheet) in sheets.enumerated() where !sheet.charts.isEmpty {
            addDrawing(of: sheet, number: index + 1, after: &chartCount)
        }
        zip.add("[Content_Types].xml", types(chartCount: chartCount))
        guard let bytes = zip.finish() else { throw .bytes }
        return bytes
    }

    private func endSheet() {
        guard let sheet = sheets.last else { return }
        sheet.finish()
        zip.end()
    }

    /// Adds the parts of the charts of a sheet. Charts have numbers across all sheets.
    private func addDrawing(of sheet: SheetWriter, number: Int, after chartCount: inout Int) {
        let drawing = "drawing\(number).xml"
        zip.add(
            "xl/worksheets/_rels/sheet\(number).xml.rels",
            relations([("drawing", "../drawings/\(drawing)")]))
        zip.add("xl/drawings/\(drawing)", DrawingPart(sheet.charts).xml)
        var targets: [(type: String, part: String)] = []
        for placed in sheet.charts {
            chartCount += 1
            let part = "charts/chart\(chartCount).xml"
            targets.append(("chart", "../\(part)"))
            zip.add("xl/\(part)", ChartPart(placed.chart).xml)
        }
        zip.add("xl/drawings/_rels/\(drawing).rels", relations(targets))
    }

    /// The relations of a part to others, which get the names rId1, rId2, … in their order.
    private func relations(_ targets: [(type: String, part: String)]) -> String {
        let list = targets.enumerated().map { index, target in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(XMLNamespace.relation)/\(target.type)\" "
                + "Target=\"\(target.part)\"/>"
        }
        return xmlDeclaration
            + "<Relationships xmlns=\"\(XMLNamespace.relations)\">\(list.joined())</Relationships>\n"
    }

    /// The names of a sheet's rows that can be filtered, and of those that each printed page begins
    /// with.
    private func names(of index: Int) -> [String] {
        let sheet = sheets[index]
        let start = "<definedName name=\"_xlnm."
        var names: [String] = []
        if let range = sheet.filtered {
            names.append(
                "\(start)_FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">"
                    + "'\(sheet.name.xml)'!\(range.absolute)</definedName>")
        }
        if sheet.layout.frozenRows > 0 {
            names.append(
                "\(start)Print_Titles\" localSheetId=\"\(index)\">"
                    + "'\(sheet.name.xml)'!$1:$\(sheet.layout.frozenRows)</definedName>")
        }
        return names
    }

    /// The part `workbook.xml`: the sheets, and the names of some of their rows.
    private var list: String {
        let entries = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name.xml)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        let names = sheets.indices.flatMap(names)
        return xmlDeclaration
            + "<workbook xmlns=\"\(XMLNamespace.sheet)\" xmlns:r=\"\(XMLNamespace.relation)\">"
            + "<bookViews><workbookView/></bookViews><sheets>\(entries.joined())</sheets>"
            + (names.isEmpty ? "" : "<definedNames>\(names.joined())</definedNames>")
            + "</workbook>\n"
    }

    /// The part that says what each of the others is.
    private func types(chartCount: Int) -> String {
        let main = XMLNamespace.part + "spreadsheetml."
        var parts = [
            ("xl/workbook.xml", main + "sheet.main+xml"), ("xl/styles.xml", main + "styles+xml"),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(("xl/worksheets/sheet\(index + 1).xml", main + "worksheet+xml"))
            if sheet.charts.isEmpty { continue }
            parts.append(("xl/drawings/drawing\(index + 1).xml", XMLNamespace.part + "drawing+xml"))
        }
        parts += (0..<chartCount).map {
            ("xl/charts/chart\($0 + 1).xml", XMLNamespace.part + "drawingml.chart+xml")
        }
        let list = parts.map { part, type in
            "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>"
        }
        return xmlDeclaration
            + "<Types xmlns=\"\(XMLNamespace.types)\"><Default Extension=\"rels\" "
            + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\(list.joined())</Types>\n"
    }
}

extension CellRange {
    /// With signs that keep it in its place: `$A$1:$F$15`.
    var absolute: String {
        func text(_ row: Int, _ column: Int) -> String {
            "$\(CellAddress.letters(of: column))$\(row)"
        }
        return text(rows.lowerBound, columns.lowerBound) + ":"
            + text(rows.upperBound, columns.upperBound)
    }
}
