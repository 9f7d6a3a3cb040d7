import Mining
import Reporting

/// Writes JSON. Callers write the structure with `raw`, and strings with `append`, which escapes
/// them.
struct JSONWriter {
    /// What has been written so far, in UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Writes a text without escaping it.
    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes JSON that is already complete.
    mutating func raw(_ json: JSONWriter) { bytes.append(contentsOf: json.bytes) }

    /// Writes each element with `append`, and the separator between them.
    mutating func list<Element>(
        _ elements: some Sequence<Element>, separator: String,
        _ append: (inout JSONWriter, Element) -> Void
    ) {
        var isFirst = true
        for element in elements {
            if !isFirst { raw(separator) }
            isFirst = false
            append(&self, element)
        }
    }

    /// Writes each element on its own line, indented by `indent` spaces, and starts a new line for
    /// what follows. Writes nothing if there are no elements.
    mutating func lines<Element>(
        _ elements: some Collection<Element>, indent: Int,
        _ append: (inout JSONWriter, Element) -> Void
    ) {
        if elements.isEmpty { return }
        let margin = "\n" + String(repeating: " ", count: indent)
        raw(margin)
        list(elements, separator: "," + margin, append)
        raw(String(margin.dropLast(2)))
    }

    /// Writes a string. Hidden characters are escaped even if JSON does not require it, so that
    /// none of them reaches a terminal.
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
