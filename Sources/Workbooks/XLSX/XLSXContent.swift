/// A workbook in the format of Excel: Office Open XML, ECMA-376 and ISO/IEC 29500.
final class XLSXContent: WorkbookContent {
    let sheets: [Sheet]
    private let archive: ZipArchive
    private let path: String
    private let relations: Relationships
    private let startsIn1904: Bool
    private var known: (texts: SharedStrings, formats: CellFormats)?

    /// - Throws: `WorkbookError` if the archive has no workbook, or it is damaged.
    init(_ archive: ZipArchive) throws(WorkbookError) {
        self.archive = archive
        guard archive.has("[Content_Types].xml"), archive.has("_rels/.rels"),
            let path = try Relationships(of: "", in: archive).first("officeDocument")
        else { throw .notWorkbook }
        guard !path.hasSuffix(".bin") else { throw .binaryWorkbook }
        guard path.hasSuffix(".xml"), !path.hasSuffix("document.xml"),
            !path.hasSuffix("presentation.xml")
        else { throw .notWorkbook }
        self.path = path
        relations = try Relationships(of: path, in: archive)
        let list = SheetList()
        try XMLReader.read(try archive.part(path), list)
        startsIn1904 = list.startsIn1904
        var sheets: [Sheet] = []
        for entry in list.entries {
            guard let part = relations.target(of: entry.relation, ofType: "worksheet") else {
                continue
            }
            sheets.append(
                Sheet(name: entry.name, isHidden: entry.isHidden, part: part, index: sheets.count))
        }
        self.sheets = sheets
    }

    func rows(of sheet: Sheet) throws(WorkbookError) -> any SheetRows {
        let (texts, formats) = try texts()
        return try XLSXRows(
            try archive.part(sheet.part), texts: texts, formats: formats,
            startsIn1904: startsIn1904)
    }

    func mergedCells(of sheet: Sheet) throws(WorkbookError) -> [CellRange] {
        guard try MergedCells.areIn(try archive.part(sheet.part)) else { return [] }
        let cells = MergedCells(part: sheet.part)
        try XMLReader.read(try archive.part(sheet.part), cells)
        return cells.ranges
    }

    /// What the cells of all sheets refer to, read once.
    private func texts() throws(WorkbookError) -> (SharedStrings, CellFormats) {
        if let known { return known }
        let texts = SharedStrings()
        if let path = relations.first("sharedStrings") {
            let part = try archive.part(path)
            texts.reserve(part)
            try XMLReader.read(part, texts)
        }
        let formats = CellFormats()
        if let path = relations.first("styles") {
            formats.part = path
            try XMLReader.read(try archive.part(path), formats)
        }
        known = (texts, formats)
        return (texts, formats)
    }
}
