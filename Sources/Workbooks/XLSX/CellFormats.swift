/// The number formats of cells, by the number that a cell gives.
final class CellFormats: XMLHandler {
    /// Excel allows 64,000.
    private static let limit = 100_000

    /// The part that they are read from, for errors.
    var part = ""
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private var isInCellFormats = false

    /// The format of a cell without one.
    static let plain = NumberFormat.plain

    func start(_ element: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        let element = element.local
        if element == "numFmt" {
            guard codes.count < Self.limit else { throw .tooLarge(part: part, .items) }
            if let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"] {
                codes[id] = NumberFormat(code: String(code.string.prefix(1000)))
            }
        } else if element == "cellXfs" {
            isInCellFormats = true
        } else if isInCellFormats, element == "xf" {
            guard formats.count < Self.limit else { throw .tooLarge(part: part, .items) }
            let id = attributes["numFmtId"]?.number ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
        }
    }

    func end(_ element: XMLName, _ reader: XMLReader) {
        if element.local == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) {}
}
