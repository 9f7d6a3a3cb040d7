/// Reads the list of sheets in the main part of a workbook.
final class SheetList: XMLHandler {
    private static let limit = 10_000

    private(set) var entries: [(name: String, relation: String, isHidden: Bool)] = []
    /// Whether day 0 is 1904-01-01, as in old files of Excel for Mac.
    private(set) var startsIn1904 = false

    func start(_ element: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        let element = element.local
        if element == "workbookPr" {
            startsIn1904 = attributes["date1904"]?.isTrue ?? false
        } else if element == "sheet", let name = attributes["name"]?.string,
            let relation = attributes[prefixed: "id"]?.string
        {
            guard entries.count < Self.limit else { throw .tooLarge(part: "workbook", .items) }
            let state = attributes["state"]?.string ?? "visible"
            entries.append((name, relation, state != "visible"))
        }
    }

    func end(_ element: XMLName, _ reader: XMLReader) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) {}
}
