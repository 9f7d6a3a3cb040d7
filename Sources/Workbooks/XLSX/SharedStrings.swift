/// The texts that the cells of all sheets refer to by number.
///
/// All of them are in memory, since a cell may refer to any: at most 64 MB and four million texts.
final class SharedStrings: XMLHandler {
    private static let byteLimit = 64 << 20
    private static let countLimit = 4 << 20

    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var part = ""
    private var isInText = false
    private var phoneticDepth = 0

    var count: Int { ends.count }

    /// Makes room for the texts of a part at once, because a growing array needs more than double the
    /// memory.
    func reserve(_ part: ZipPart) {
        self.part = part.name
        bytes.reserveCapacity(min(part.size, Self.byteLimit))
    }

    /// Appends the text with this number. False if there is none.
    func append(_ number: Int, to text: inout [UInt8]) -> Bool {
        guard ends.indices.contains(number) else { return false }
        let start = number == 0 ? 0 : Int(ends[number - 1])
        text += bytes[start..<Int(ends[number])]
        return true
    }

    func start(_ element: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader) {
        let element = element.local
        if element == "t" {
            isInText = phoneticDepth == 0
        } else if element == "rPh" {
            // How Japanese text is pronounced, which is not part of it.
            phoneticDepth += 1
        }
    }

    func end(_ element: XMLName, _ reader: XMLReader) throws(WorkbookError) {
        let element = element.local
        if element == "t" {
            isInText = false
        } else if element == "rPh" {
            phoneticDepth -= 1
        } else if element == "si" {
            guard ends.count < Self.countLimit else { throw .tooLarge(part: part, .texts) }
            decodeEscapes(in: &bytes, from: ends.last.map(Int.init) ?? 0)
            ends.append(UInt32(bytes.count))
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) throws(WorkbookError) {
        guard isInText else { return }
        guard bytes.count + piece.count <= Self.byteLimit else {
            throw .tooLarge(part: part, .texts)
        }
        bytes += piece
    }
}

/// Replaces `_x000D_` and the like in the text from `start` on by the characters that they stand for:
/// XML cannot have all of them.
func decodeEscapes(in text: inout [UInt8], from start: Int) {
    let escapeLength = 7
    guard text.count - start >= escapeLength else { return }
    var to = start
    var from = start
    while from < text.count {
        if text.span.isEscape(at: from),
            let scalar = UInt32(
                String(decoding: text[from + 2..<from + 6], as: UTF8.self), radix: 16
            ).flatMap(UnicodeScalar.init)
        {
            for byte in UTF8.encode(scalar) ?? .init() {
                text[to] = byte
                to += 1
            }
            from += escapeLength
        } else {
            text[to] = text[from]
            to += 1
            from += 1
        }
    }
    text.removeSubrange(to...)
}
