/// What comes before the rows of a sheet and after them.
enum SheetFrame {
    /// All up to the first row. `columns` is the element with the widths of the columns.
    static func start(_ layout: SheetWriter.Layout, isFirst: Bool, columns: String) -> String {
        var text = xmlDeclaration
        text += "<worksheet xmlns=\"\(XMLNamespace.sheet)\" xmlns:r=\"\(XMLNamespace.relation)\">"
        text += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView "
        text += isFirst ? "tabSelected=\"1\" " : ""
        text += "workbookViewId=\"0\">\(pane(layout))</sheetView></sheetViews>"
        text += "<sheetFormatPr defaultRowHeight=\"15\"/>"
        return text + columns + "<sheetData>\n"
    }

    /// What stays visible while the rest scrolls.
    private static func pane(_ layout: SheetWriter.Layout) -> String {
        let (rows, columns) = (layout.frozenRows, layout.frozenColumns)
        guard rows > 0 || columns > 0 else { return "" }
        let place = rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight"
        let splits =
            (columns > 0 ? " xSplit=\"\(columns)\"" : "") + (rows > 0 ? " ySplit=\"\(rows)\"" : "")
        let first = CellAddress(row: rows + 1, column: columns)
        return "<pane\(splits) topLeftCell=\"\(first)\" activePane=\"\(place)\" state=\"frozen\"/>"
            + "<selection pane=\"\(place)\"/>"
    }

    /// All from the last row on. If there is a drawing, it is the first relation of the sheet.
    static func end(
        filtered: CellRange?, links: [(cell: CellAddress, sheet: String)], hasDrawing: Bool
    ) -> String {
        var text = "</sheetData>"
        if let filtered { text += "<autoFilter ref=\"\(filtered)\"/>" }
        if !links.isEmpty {
            let list = links.map { cell, sheet in
                "<hyperlink ref=\"\(cell)\" location=\"\("'\(sheet)'!A1".xml)\"/>"
            }
            text += "<hyperlinks>\(list.joined())</hyperlinks>"
        }
        text +=
            "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
            + "<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/>"
        if hasDrawing { text += "<drawing r:id=\"rId1\"/>" }
        return text + "</worksheet>\n"
    }
}
