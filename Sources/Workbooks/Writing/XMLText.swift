/// Texts in the XML of a workbook.
extension [UInt8] {
    /// Appends a text of a cell in UTF-8.
    ///
    /// What XML cannot have, and a line end that parsers would change, is written as spreadsheet
    /// programs do: `_x001B_` for ESC. A text that looks like that is escaped too, so that it is read
    /// back as it was.
    mutating func append(xml text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "&"): self += "&amp;".utf8
            case UInt8(ascii: "<"): self += "&lt;".utf8
            case UInt8(ascii: ">"): self += "&gt;".utf8
            case UInt8(ascii: "\""): self += "&quot;".utf8
            case UInt8(ascii: "\t"), UInt8(ascii: "\n"): append(byte)
            case 0..<0x20: appendEscape(UInt16(byte))
            case UInt8(ascii: "_") where text.isEscape(at: index): appendEscape(UInt16(byte))
            case 0xEF where text.isNoncharacter(at: index):
                appendEscape(0xFFC0 | UInt16(text[index + 2] & 0x3F))
                index += 2
            default: append(byte)
            }
            index += 1
        }
    }

    private mutating func appendEscape(_ unit: UInt16) {
        let digits = String(unit, radix: 16, uppercase: true)
        self += "_x\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)_".utf8
    }
}

extension String {
    /// This text for an element or an attribute.
    var xml: String {
        var bytes: [UInt8] = []
        bytes.append(xml: utf8.span)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Span<UInt8> {
    /// Whether `_x001B_`, or another such escape, is at this index.
    func isEscape(at index: Int) -> Bool {
        guard index + 7 <= count, self[index] == UInt8(ascii: "_"),
            self[index + 1] == UInt8(ascii: "x"), self[index + 6] == UInt8(ascii: "_")
        else { return false }
        return (index + 2..<index + 6).allSatisfy { self[$0].isHexDigit }
    }

    /// Whether U+FFFE or U+FFFF is at this index: EF BF BE or EF BF BF.
    fileprivate func isNoncharacter(at index: Int) -> Bool {
        index + 3 <= count && self[index] == 0xEF && self[index + 1] == 0xBF
            && self[index + 2] >= 0xBE
    }

    /// How many characters a cell counts in this text: UTF-16 code units.
    var unitCount: Int {
        var units = 0
        for index in indices {
            let byte = self[index]
            // A continuation byte is counted with its first byte.
            if byte & 0xC0 == 0x80 { continue }
            units += byte >= 0xF0 ? 2 : 1
        }
        return units
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
