import CWorkbooks

/// The merged cells of a sheet. The file lists them behind the cells.
final class MergedCells: XMLHandler {
    private static let limit = 20_000

    private(set) var ranges: [CellRange] = []
    private let part: String

    init(part: String) { self.part = part }

    /// Whether a sheet has any. Searches the bytes for the name of the element, which is ten times as
    /// fast as reading the XML, and reads the part to its end, so that its checksum is tested.
    ///
    /// - Throws: `WorkbookError` if the part is damaged.
    static func areIn(_ part: ZipPart) throws(WorkbookError) -> Bool {
        let name = Array("mergeCell ".utf8)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 1)
        defer { buffer.deallocate() }
        var kept = 0
        var found = false
        while true {
            let count = try part.read(
                into: UnsafeMutableRawBufferPointer(rebasing: buffer[kept...]))
            if count == 0 { return found }
            guard !found else { continue }
            let end = kept + count
            found = cworkbooks_contains(buffer.baseAddress, end, name, name.count)
            // The name may go on in the next piece.
            kept = min(end, name.count - 1)
            let rest = UnsafeRawBufferPointer(rebasing: buffer[end - kept..<end])
            buffer.copyMemory(from: rest)
        }
    }

    func start(_ element: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        guard element.local == "mergeCell", let text = attributes["ref"]?.string else { return }
        guard ranges.count < Self.limit else { throw .tooLarge(part: part, .items) }
        if let range = CellRange(text) { ranges.append(range) }
    }

    func end(_ element: XMLName, _ reader: XMLReader) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) {}
}
