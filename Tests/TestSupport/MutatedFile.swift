/// A valid CSV file in which some bytes were changed, for fuzz tests. The same number always gives
/// the same file.
///
/// One file in ten is unchanged. The others have up to four changes of the kinds that programs,
/// disks and people make: bytes lost, repeated, swapped or inserted, most often quotes and
/// delimiters.
package struct MutatedFile {
    /// How many files a complete fuzz test uses.
    package static let count = 100_000

    /// The content of the file.
    package private(set) var bytes: [UInt8]
    /// The delimiter of the valid file.
    package let delimiter: UInt8

    /// The file with this number, made from one of `tables`, in which `|` separates the fields. `more`
    /// are texts to insert besides those that have a meaning in CSV.
    package init(_ number: Int, of tables: [String], inserting more: [String] = []) {
        var generator = SeededGenerator(seed: UInt64(number))
        let delimiter = [",", ",", ",", ";", "\t", "|"].randomElement(using: &generator) ?? ","
        let end = ["\n", "\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
        var text = tables.randomElement(using: &generator) ?? ""
        text = text.replacing("|", with: delimiter).replacing("\n", with: end)
        self.delimiter = Array(delimiter.utf8)[0]
        switch Int.random(in: 0..<40, using: &generator) {
        case 0: bytes = Array("\u{FEFF}\(text)".utf8)
        case 1:
            bytes = "\u{FEFF}\(text)".utf16.flatMap {
                [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
            }
        default: bytes = Array(text.utf8)
        }
        let changes = Int.random(in: 0..<10, using: &generator)
        let pieces = Self.pieces + more.map { Array($0.utf8) }
        for _ in 0..<[0, 1, 1, 1, 1, 2, 2, 2, 3, 4][changes] { change(&generator, pieces) }
    }

    /// A file that is not mutated.
    package init(bytes: [UInt8]) {
        self.bytes = bytes
        delimiter = UInt8(ascii: ",")
    }

    private mutating func change(_ generator: inout SeededGenerator, _ pieces: [[UInt8]]) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
        switch Int.random(in: 0..<16, using: &generator) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 2:
            // May repeat whole lines of the file.
            let start = Int.random(in: 0...place, using: &generator)
            bytes.insert(contentsOf: bytes[start..<place], at: place)
        case 3 where place < bytes.count:
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 4 where place < bytes.count:
            bytes.swapAt(place, Int.random(in: bytes.indices, using: &generator))
        case 5:
            bytes.removeSubrange(place...)
        case 6 where bytes.last == 0x0A || bytes.last == 0x0D:
            bytes.removeLast()
        case 7:
            quote(from: place)
        case 8:
            let isLong = Int.random(in: 0..<64, using: &generator) == 0
            let length = Int.random(in: 0...(isLong ? 70_000 : 300), using: &generator)
            bytes.insert(
                contentsOf: [UInt8](repeating: UInt8(ascii: "x"), count: length), at: place)
        default:
            let piece = pieces.randomElement(using: &generator) ?? []
            let isAdded = Bool.random(using: &generator)
            bytes.replaceSubrange(isAdded ? place..<place : place..<end, with: piece)
        }
    }

    /// Puts quotes around the first field that begins after `place`.
    private mutating func quote(from place: Int) {
        guard let start = bytes[place...].firstIndex(of: delimiter).map({ $0 + 1 }) else { return }
        let end =
            bytes[start...].firstIndex { $0 == delimiter || $0 == 0x0A || $0 == 0x0D }
            ?? bytes.endIndex
        bytes.insert(UInt8(ascii: "\""), at: end)
        bytes.insert(UInt8(ascii: "\""), at: start)
    }

    /// Texts and bytes that have a meaning somewhere in the reader or the importer.
    private static let pieces: [[UInt8]] =
        [
            ",", ";", "\t", "|", "\"", "\"", "\"\"", "\"\"\"", ",\"", "\",", " \"", "\" ", "\"x",
            "\n", "\r\n", "\r", "\n\n", "\r\r\n", "\n\r", "\n ,\n", " ", "-", "–", "−", "(", ")",
            "$", "%", ".", "e", "E9", "1e400", "99999999999999999999999999999999999999999", "/",
            "_", "\u{A0}", "\u{FEFF}", "\u{85}", "\u{2028}", "FY", "Q", "N/A", "USD", "bn",
            "million", "EH/s", "2025-02-30", "01/02/2025", "*", "¹", "RIOT", "BTC", "\u{1B}",
            "\u{202E}", "0", "7", ".5", "1,234", "=", "'=",
        ].map { Array($0.utf8) } + [
            [0], [0xFF], [0xC2], [0xE2, 0x88], [0xFE, 0xFF], [0xED, 0xA0],
        ]
}
