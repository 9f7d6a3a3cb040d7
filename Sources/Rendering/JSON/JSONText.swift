import Reporting

/// JSON as it is written.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func raw(_ json: JSONText) { bytes.append(contentsOf: json.bytes) }

    mutating func list<Element>(
        _ elements: some Sequence<Element>, separator: String,
        _ append: (inout JSONText, Element) -> Void
    ) {
        var isFirst = true
        for element in elements {
            if !isFirst { raw(separator) }
            isFirst = false
            append(&self, element)
        }
    }

    /// Each element on its own line, `indent` spaces in, and what follows on the next; nothing for
    /// no elements.
    mutating func lines<Element>(
        _ elements: some Collection<Element>, indent: Int,
        _ append: (inout JSONText, Element) -> Void
    ) {
        if elements.isEmpty { return }
        let margin = "\n" + String(repeating: " ", count: indent)
        raw(margin)
        list(elements, separator: "," + margin, append)
        raw(String(margin.dropLast(2)))
    }

    /// A string. Hidden characters are escaped even where JSON wouldn't ask for it, so that none
    /// reaches a terminal.
    mutating func append(_ text: String) {
        raw("\"")
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
            raw(text)
        } else {
            for scalar in text.unicodeScalars { append(scalar) }
        }
        raw("\"")
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": raw("\\\"")
        case "\\": raw("\\\\")
        case "\n": raw("\\n")
        case "\r": raw("\\r")
        case "\t": raw("\\t")
        case _ where scalar.isHidden:
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16, uppercase: true)
                raw("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            }
        default: raw(String(scalar))
        }
    }
}
