import Mining
import Reporting

/// A document in GitHub Flavored Markdown (https://github.github.com/gfm/), for people.
///
/// The report's name and parameters are the heading, its summary and notes are lists, and each table
/// is a section. Cells have the same texts as in `Document+Table`, and nothing is shortened. Text
/// from data is escaped, so that it can be neither Markdown nor HTML. GitHub turns addresses into
/// links.
extension Document {
    /// The document as Markdown in UTF-8.
    func markdown() -> [UInt8] {
        let asked = parameters.shown.map { "\($0.name) \($0.value)" }
        let heading = report + (asked.isEmpty ? "" : ": ") + asked.joined(separator: ", ")
        var text = "# \(heading.visible.markdown)\n"
        if !summary.isEmpty { text += "\n" }
        for sentence in summary { text += "- \(sentence.visible.markdownParagraph)\n" }
        for table in tables { text += "\n" + DisplayTable(table).markdown }
        if !notes.isEmpty { text += "\n" }
        for note in notes { text += "- \(note.visible.markdownParagraph)\n" }
        return Array(text.utf8)
    }
}

extension DisplayTable {
    fileprivate var markdown: String {
        var text = "## \(title.markdown)\n\n"
        text += line(columns.map { $0.heading.joined(separator: " ").markdown })
        text += line(columns.map { $0.isNumeric ? "---:" : "---" })
        for row in rows { text += line(row.map(\.text.markdown)) }
        if rows.isEmpty { text += "\n(none)\n" }
        if let legend { text += "\n\(legend.markdown)\n" }
        return text
    }

    private func line(_ cells: [String]) -> String {
        "| \(cells.joined(separator: " | ")) |\n"
    }
}

extension String {
    /// This text with a backslash before each character that Markdown would treat as markup.
    ///
    /// An underscore within a word and an ampersand that does not begin an entity are not markup,
    /// and addresses need them unescaped.
    fileprivate var markdown: String {
        guard utf8.contains(where: isMarkup) else { return self }
        var result = ""
        var isInWord = false
        for index in unicodeScalars.indices {
            let scalar = unicodeScalars[index]
            let rest = unicodeScalars[index...].dropFirst()
            switch scalar {
            case "_" where isInWord && (rest.first?.isWordCharacter ?? false),
                "&" where !rest.beginsWithEntityName:
                break
            case _ where scalar.isASCII && isMarkup(UInt8(scalar.value)):
                result += "\\"
            default: break
            }
            result.unicodeScalars.append(scalar)
            isInWord = scalar.isWordCharacter
        }
        return result
    }

    /// `markdown` for the start of a paragraph: also escapes what would begin a list item, a
    /// heading or a horizontal rule there.
    fileprivate var markdownParagraph: String {
        let text = String(drop { $0 == " " }).markdown
        let number = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(number.count)
        let marker: [Character] = number.isEmpty ? ["-", "+", "="] : [".", ")"]
        guard let first = rest.first, marker.contains(first) else { return text }
        return "\(number)\\\(rest)"
    }
}

/// Whether Markdown treats the character as markup anywhere in a line.
private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "&"):
        true
    default: false
    }
}

extension Unicode.Scalar {
    fileprivate var isWordCharacter: Bool {
        properties.isAlphabetic || properties.numericType != nil
    }
}

extension Substring.UnicodeScalarView {
    /// Whether this starts like `lt;` or `#60;`, the part of an entity after its ampersand.
    fileprivate var beginsWithEntityName: Bool {
        let name = prefix { $0 == "#" || $0.isWordCharacter }
        return !name.isEmpty && dropFirst(name.count).first == ";"
    }
}
