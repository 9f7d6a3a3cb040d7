/// The text of a source that is UTF-16, as UTF-8, in constant memory.
///
/// A byte order mark becomes one of UTF-8. Bytes that are not UTF-16 are a `CSVError`, which is
/// thrown after the text before them, and again on every later call.
package struct UTF16Source: ByteSource, ~Copyable {
    private static var chunkSize: Int { 32 << 10 }

    private var source: any ByteSource & ~Copyable
    private let isBigEndian: Bool
    /// Bytes of the source that are not decoded yet.
    private var raw: [UInt8] = []
    /// Decoded text. Its first `served` bytes have been returned.
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

    /// Decodes the next text; `text` is empty only at the end.
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

    /// Appends a character, and counts lines in the same way as the reader.
    private mutating func append(_ scalar: Unicode.Scalar) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        if scalar == "\r" || (scalar == "\n" && !lastWasCarriageReturn) { line += 1 }
        lastWasCarriageReturn = scalar == "\r"
    }
}
