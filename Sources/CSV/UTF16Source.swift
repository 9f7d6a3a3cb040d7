/// The text of a source that is UTF-16, as UTF-8, in constant memory.
///
/// A byte order mark is passed on as one of UTF-8. What is no UTF-16 is a `CSVError`, thrown
/// behind the text before it, and again whenever the source is asked again.
package struct UTF16Source: ByteSource, ~Copyable {
    private static var chunkSize: Int { 32 << 10 }

    private var source: any ByteSource & ~Copyable
    private let isBigEndian: Bool
    /// Bytes of the source that are not decoded yet.
    private var raw: [UInt8] = []
    /// Text that is decoded, of which `served` bytes have been passed on.
    private var text: [UInt8] = []
    private var served = 0
    private var failure: CSVError?
    private var line = 1
    private var lastWasCarriageReturn = false

    package init(_ source: consuming some ByteSource & ~Copyable, isBigEndian: Bool) {
        self.source = consume source
        self.isBigEndian = isBigEndian
    }

    package mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
        if served == text.count { try decodeChunk() }
        while !buffer.isFull, served < text.count {
            buffer.append(text[served])
            served += 1
        }
    }

    /// Replaces `text` by the next of it, which is empty only at the end.
    private mutating func decodeChunk() throws {
        text.removeAll(keepingCapacity: true)
        served = 0
        while text.isEmpty {
            if let failure { throw failure }
            let count = raw.count
            try raw.append(addingCapacity: Self.chunkSize) { try source.read(into: &$0) }
            let hasEnded = raw.count == count
            decode(isLast: hasEnded)
            if hasEnded { break }
        }
        if text.isEmpty, let failure { throw failure }
    }

    /// Moves the whole characters of `raw` to `text`.
    private mutating func decode(isLast: Bool) {
        var position = 0
        while failure == nil, position + 1 < raw.count {
            let unit = unit(at: position)
            if !UTF16.isSurrogate(unit) {
                append(UTF16.decode(UTF16.EncodedScalar(CollectionOfOne(unit))))
                position += 2
            } else if UTF16.isLeadSurrogate(unit), position + 3 >= raw.count, !isLast {
                break
            } else if UTF16.isLeadSurrogate(unit), position + 3 < raw.count,
                UTF16.isTrailSurrogate(self.unit(at: position + 2))
            {
                append(UTF16.decode(UTF16.EncodedScalar([unit, self.unit(at: position + 2)])))
                position += 4
            } else {
                failure = .unpairedSurrogate(line: line)
            }
        }
        raw.removeSubrange(..<position)
        if isLast, failure == nil, !raw.isEmpty { failure = .truncatedUTF16(line: line) }
    }

    private func unit(at position: Int) -> UInt16 {
        let (first, second) = (UInt16(raw[position]), UInt16(raw[position + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    /// Appends a character, and counts the lines as the reader does.
    private mutating func append(_ scalar: Unicode.Scalar) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        if scalar == "\r" || (scalar == "\n" && !lastWasCarriageReturn) { line += 1 }
        lastWasCarriageReturn = scalar == "\r"
    }
}
