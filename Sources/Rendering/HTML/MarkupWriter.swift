import Reporting

/// Writes HTML or SVG as nested elements.
///
/// It is safe against injection by its types: text from data can only enter through `text` or as
/// the value of an attribute, and both are escaped. `raw` accepts nothing but string literals of
/// this program.
struct MarkupWriter {
    /// What has been written so far, in UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Writes a literal without escaping it.
    mutating func raw(_ literal: StaticString) { write(literal.description) }

    /// Writes an element on lines of its own, with the content that `body` writes. Attributes whose
    /// value is nil are left out.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout MarkupWriter) -> Void
    ) {
        open(name, attributes, end: ">\n")
        body(&self)
        write("</\(name)>\n")
    }

    /// Writes an element that contains only text, on a line of its own.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        text: String
    ) {
        open(name, attributes, end: ">")
        self.text(text)
        write("</\(name)>\n")
    }

    /// Writes an element without line feeds, for places where one would be shown as a space.
    mutating func inline(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout MarkupWriter) -> Void
    ) {
        open(name, attributes, end: ">")
        body(&self)
        write("</\(name)>")
    }

    /// Writes an element without content, on a line of its own.
    mutating func empty(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
    ) {
        open(name, attributes, end: "/>\n")
    }

    /// Writes text, escaped.
    mutating func text(_ text: String) { write(text.markupEscaped) }

    private mutating func open(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, end: String
    ) {
        write("<\(name)")
        for case (let key, let value?) in attributes { write(" \(key)=\"\(value.markupEscaped)\"") }
        write(end)
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension String {
    /// This text escaped for HTML and XML, with hidden characters made visible.
    fileprivate var markupEscaped: String {
        let text = visible
        guard text.utf8.contains(where: { $0 >= 0xEF || isSpecial($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // XML does not allow these two, not even escaped.
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        true
    default: false
    }
}
