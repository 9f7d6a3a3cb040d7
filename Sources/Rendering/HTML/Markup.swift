import Reporting

/// HTML or SVG as it is written: elements within elements, each on its own line.
///
/// Whatever is text from data comes in by `text` or as the value of an attribute, and is escaped
/// there; there is no other way in for it, since `raw` takes only what the program itself says.
struct Markup {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ literal: StaticString) { write(literal.description) }

    /// `<name key="value">`, what `body` writes, `</name>`. An attribute that is `nil` is left
    /// out.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout Markup) -> Void
    ) {
        open(name, attributes, end: ">\n")
        body(&self)
        write("</\(name)>\n")
    }

    /// An element that holds nothing but text.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        text: String
    ) {
        open(name, attributes, end: ">")
        self.text(text)
        write("</\(name)>\n")
    }

    /// An element of text and elements in one line, where a line feed would show as a space.
    mutating func inline(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ body: (inout Markup) -> Void
    ) {
        open(name, attributes, end: ">")
        body(&self)
        write("</\(name)>")
    }

    /// An element that holds nothing.
    mutating func empty(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
    ) {
        open(name, attributes, end: "/>\n")
    }

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
    /// This text as HTML and XML print it: no markup begins or ends in it, and nothing hides.
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
            // No XML may hold these two, not even escaped.
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
