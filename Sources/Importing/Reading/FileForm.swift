import CSV

/// How a file turned out to be written: `semicolon, utf-16le, 5 lines before the header skipped`.
package struct FileForm: Sendable, Hashable {
    package var delimiter: Dialect.Delimiter = .comma
    package var encoding: TextEncoding = .utf8
    /// How many lines stand before the header, and are no part of the table.
    package var skippedLines = 0
    /// Whether the first record names the columns.
    package var hasHeader = true
    /// Whether the first column has no name and only numbers the rows.
    package var hasRowNumbers = false

    /// Whether there is nothing to be said of it.
    package var isPlain: Bool { self == FileForm() }
}

extension FileForm: CustomStringConvertible {
    /// In the words of the options that ask for the same.
    package var description: String {
        var parts = [delimiter.name, encoding.rawValue]
        if skippedLines > 0 {
            let place = hasHeader ? "before the header" : "at the top"
            parts.append("\(counted(skippedLines, "line")) \(place) skipped")
        }
        if !hasHeader { parts.append("without a header") }
        if hasRowNumbers { parts.append("column 1, which numbers the rows, ignored") }
        return parts.joined(separator: ", ")
    }
}
