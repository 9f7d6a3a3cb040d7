/// The text of a source that is windows-1252, as UTF-8, in constant memory.
///
/// Every byte is a character. The five bytes without one become the control characters of the same
/// number, as in web browsers (https://encoding.spec.whatwg.org/#windows-1252).
package struct Windows1252Source: ByteSource, ~Copyable {
    private static var chunkSize: Int { 32 << 10 }

    private var source: any ByteSource & ~Copyable
    /// Decoded text. Its first `served` bytes have been returned.
    private var text: [UInt8] = []
    private var served = 0

    package init(_ source: consuming some ByteSource & ~Copyable) {
        self.source = consume source
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
        var raw: [UInt8] = []
        try raw.append(addingCapacity: Self.chunkSize) { try source.read(into: &$0) }
        for byte in raw {
            if byte < 0x80 {
                text.append(byte)
            } else {
                text.append(contentsOf: Self.utf8(Self.scalar(of: byte)))
            }
        }
    }

    /// The character of a byte from 0x80 on.
    private static func scalar(of byte: UInt8) -> UInt16 {
        (0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : UInt16(byte)
    }

    /// The two or three bytes of a character of UTF-16 from U+0080 on.
    private static func utf8(_ scalar: UInt16) -> [UInt8] {
        let last = UInt8(scalar & 0x3F) | 0x80
        if scalar < 0x800 { return [UInt8(scalar >> 6) | 0xC0, last] }
        return [UInt8(scalar >> 12) | 0xE0, UInt8(scalar >> 6 & 0x3F) | 0x80, last]
    }

    /// Whether windows-1252 has a character for every byte.
    package static func hasCharacters(for bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { !(0x80...0x9F).contains($0) || scalar(of: $0) > 0x9F }
    }

    /// The characters of the bytes 0x80 to 0x9F.
    private static let special: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
