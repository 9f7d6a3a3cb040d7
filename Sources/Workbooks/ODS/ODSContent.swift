/// A workbook in the format of LibreOffice: OpenDocument, ISO/IEC 26300.
final class ODSContent: WorkbookContent {
    private static let part = "content.xml"

    let sheets: [Sheet]
    private let archive: ZipArchive

    /// Nil if the archive is not an OpenDocument file.
    ///
    /// - Throws: `WorkbookError` if it is one but not a workbook, or is encrypted or damaged.
    init?(_ archive: ZipArchive) throws(WorkbookError) {
        self.archive = archive
        guard let type = try archive.bytes(of: "mimetype", limit: 200),
            type.starts(with: "application/vnd.oasis.opendocument.".utf8)
        else { return nil }
        let kind = String(decoding: type, as: UTF8.self)
        guard kind.contains("spreadsheet") else { throw .notWorkbook }
        if let manifest = try archive.bytes(of: "META-INF/manifest.xml", limit: 4 << 20),
            String(decoding: manifest, as: UTF8.self).contains("encryption-data")
        {
            throw .encrypted
        }
        let list = ODSTables()
        try XMLReader.read(try archive.part(Self.part), list)
        sheets = list.sheets
    }

    func rows(of sheet: Sheet) throws(WorkbookError) -> any SheetRows {
        ODSRows(try archive.part(Self.part), table: sheet.index)
    }

    /// Always empty: in ODS each cell has its own span.
    func mergedCells(of sheet: Sheet) -> [CellRange] { [] }
}

/// Reads the names of the tables.
private final class ODSTables: XMLHandler {
    private static let limit = 10_000

    private(set) var sheets: [Sheet] = []
    /// The styles of tables that are not shown.
    private var hiddenStyles: Set<String> = []
    private var style: String?

    func start(_ element: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        if element == "style:style" {
            style =
                attributes["style:family"]?.string == "table"
                ? attributes["style:name"]?.string : nil
        } else if element == "style:table-properties" {
            if let style, attributes["table:display"]?.string == "false",
                hiddenStyles.count < Self.limit
            {
                hiddenStyles.insert(style)
            }
        } else if element == "table:table" {
            guard sheets.count < Self.limit else { throw .tooLarge(part: "content.xml", .items) }
            let style = attributes["table:style-name"]?.string ?? ""
            sheets.append(
                Sheet(
                    name: attributes["table:name"]?.string ?? "",
                    isHidden: hiddenStyles.contains(style),
                    part: "content.xml", index: sheets.count))
        }
    }

    func end(_ element: XMLName, _ reader: XMLReader) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) {}
}
