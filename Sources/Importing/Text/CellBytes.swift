import Mining

/// The raw bytes of a cell.
extension Span<UInt8> {
    /// The range of the text without the spaces, tabs and no-break spaces around it.
    @inline(__always)
    var trimmed: Range<Int> {
        // Fast path: most cells have no spaces around them.
        if isEmpty || (isOrdinary(self[0]) && isOrdinary(self[count - 1])) { return 0..<count }
        return trimmedSlowly
    }

    private var trimmedSlowly: Range<Int> {
        var (start, end) = (0, count)
        while start < end {
            if self[start] == .space || self[start] == .tab {
                start += 1
            } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if self[end - 1] == .space || self[end - 1] == .tab {
                end -= 1
            } else if end - start >= 2, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// The bytes as text; nil if they are not UTF-8.
    ///
    /// Removes a leading `'` that exports add so that a spreadsheet does not run the text as a
    /// formula.
    var text: String? {
        do {
            let start = isNeutralized ? 1 : 0
            return String(copying: try UTF8Span(validating: extracting(start..<count)))
        } catch {
            return nil
        }
    }

    /// Whether the text begins with one or more `'` followed by `=`, `+`, `-` or `@`.
    var isNeutralized: Bool {
        guard !isEmpty, self[0] == UInt8(ascii: "'"),
            let first = indices.first(where: { self[$0] != UInt8(ascii: "'") })
        else { return false }
        switch self[first] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"):
            return true
        default: return false
        }
    }

    /// The bytes as text for messages and name searches: invalid UTF-8 is replaced, and the text is
    /// cut after 256 bytes.
    var shownText: String { String(decoding: indices.prefix(256).map { self[$0] }, as: UTF8.self) }

    /// The day if the bytes are one in ISO 8601, such as `2025-12-31`; else nil. This is the fast
    /// path for most period cells.
    @inline(__always)
    var isoDay: Day? {
        guard count == 10, self[4] == .hyphen, self[7] == .hyphen else { return nil }
        var isNumber = true
        func digit(_ index: Int) -> Int {
            let value = self[index] &- .zero
            isNumber = isNumber && value <= 9
            return Int(value)
        }
        let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
        let month = digit(5) * 10 + digit(6)
        let day = digit(8) * 10 + digit(9)
        return isNumber ? Day(year: year, month: month, day: day) : nil
    }

    /// Whether the bytes are `word`, in any letter case. `word` must be lower case ASCII.
    func isWord(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            indices.allSatisfy { index in
                let byte = self[index]
                let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                return (isCapital ? byte | 0x20 : byte) == letters[index]
            }
        }
    }
}

extension String {
    /// Whether the text contains a character that cannot be seen, such as a line break, a tab, or a
    /// mark that changes the reading direction.
    ///
    /// Compares bytes where it can, because this runs on every text of a file: looking scalars up in
    /// Unicode's tables took 5% of the time of an import.
    var hasHiddenCharacter: Bool {
        var isASCII = true
        for byte in utf8 {
            if byte < .space || byte == 0x7F { return true }
            if byte >= 0x80 { isASCII = false }
        }
        return !isASCII && unicodeScalars.contains(where: \.isHidden)
    }
}

@inline(__always)
private func isOrdinary(_ byte: UInt8) -> Bool { byte > .space && byte < 0x80 }

extension UInt8 {
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let hyphen = UInt8(ascii: "-")
    static let zero = UInt8(ascii: "0")
    static let point = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")
    static let lineFeed = UInt8(ascii: "\n")
    static let `return` = UInt8(ascii: "\r")
}
