import CMinizip
import TestSupport

/// A workbook in which some bytes were changed. The same number always gives the same bytes.
enum MutatedWorkbook {
    /// How many a fuzz test uses: `make fuzz` takes all, with an optimised build.
    #if DEBUG
        static let count = 3200
    #else
        static let count = 16_000
    #endif

    /// One of `originals` with changes anywhere: in the directory of the archive, in packed bytes.
    static func bytes(_ number: Int, of originals: [[UInt8]]) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(number))
        var bytes = originals.randomElement(using: &generator) ?? []
        bytes.damage(&generator)
        return bytes
    }
}

/// A workbook that is not packed. Changes in the XML of its sheet get the right checksum, so that they
/// reach the reader of rows.
struct StoredWorkbook {
    private let bytes: [UInt8]
    /// Where the XML is, and in it the first element.
    private let part: Range<Int>
    private let content: Range<Int>
    /// Where the XML has digits.
    private let digits: [Int]
    /// Where the checksum of the XML is in the archive.
    private let checksums: [Int]

    /// Nil if there is no sheet in it.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        let starts = Self.positions(of: Array("<?xml".utf8), in: bytes)
        let end = Self.positions(of: Array("</worksheet>".utf8), in: bytes).first.map { $0 + 12 }
        guard let end, let start = starts.last(where: { $0 < end }),
            let first = Self.positions(of: Array("<worksheet".utf8), in: bytes).first
        else { return nil }
        part = start..<end
        content = first..<end
        digits = content.filter { bytes[$0] &- UInt8(ascii: "0") <= 9 }
        checksums = Self.positions(of: Self.checksum(bytes[start..<end]), in: bytes)
    }

    /// A copy with some bytes of the sheet changed.
    func mutated(_ number: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(number))
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            // Most changes are of digits: in numbers, addresses, formats and counts.
            if Int.random(in: 0..<4, using: &generator) > 0 {
                let place = digits.randomElement(using: &generator) ?? content.lowerBound
                bytes[place] = Self.signs.randomElement(using: &generator) ?? 0
                continue
            }
            let piece = Self.pieces.randomElement(using: &generator) ?? ""
            let places = content.lowerBound..<content.upperBound - piece.utf8.count
            let place = Int.random(in: places, using: &generator)
            for (index, byte) in piece.utf8.enumerated() { bytes[place + index] = byte }
        }
        let checksum = Self.checksum(bytes[part])
        for place in checksums { bytes.replaceSubrange(place..<place + 4, with: checksum) }
        return bytes
    }

    private static let signs = Array("0123456789012345678901234567890123456789.-E".utf8)

    /// Texts with a meaning for the reader, and others that are no XML.
    private static let pieces = [
        "0", "9", "99", ".", "-", "E", "E9", "E-99", " t=\"s\"", " t=\"b\"", " t=\"e\"", "XFD",
        "<v>", "</v>", "<c>", "</c>", "<f/>", "<row>", "</row>", "<", ">", "\"", "&amp;", "&lt;",
        "_x0041_", "r=\"A9\"", "s=\"7\"", "hidden=\"1\"", "\u{FFFD}", "é", "   ",
    ]

    /// The checksum as archives have it.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let sum = bytes.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
        }
        return (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
    }

    private static func positions(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
        (0...bytes.count - word.count).filter {
            bytes[$0] == word[0] && bytes[$0..<$0 + word.count].elementsEqual(word)
        }
    }
}
