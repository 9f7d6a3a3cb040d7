import CSV

/// The format of a file. Its description is for notes:
/// `semicolon, utf-16le, 5 lines before the header skipped`.
package struct FileFormat: Sendable, Hashable {
    /// The field separator.
    package var delimiter: Dialect.Delimiter = .comma
    /// The text encoding.
    package var encoding: TextEncoding = .utf8
    /// The number of lines before the header, which are not part of the table.
    package var skippedLines = 0
    /// Whether the first record names the columns.
    package var hasHeader = true
    /// The form of the header if it is a `StackedHeader`, of several records; nil for a usual one.
    var stackedHeader: StackedHeader.Form?
    /// Whether the first column has no name and contains row numbers.
    package var hasRowNumbers = false
    /// What the table shows beside its columns.
    var context = TableContext()

    /// How many records the header has, with the line of units.
    var headerRecordCount: Int {
        if let stackedHeader { return stackedHeader.recordCount }
        return (hasHeader ? 1 : 0) + (context.hasUnitLine || context.hasRule ? 1 : 0)
    }

    /// Whether this is the usual format, which needs no note.
    package var isUsual: Bool {
        var format = self
        format.context = TableContext()
        return format == FileFormat()
    }
}

extension FileFormat: CustomStringConvertible {
    /// In the words of the options that set the same.
    package var description: String {
        ([delimiter.name, encoding.rawValue] + tableParts).joined(separator: ", ")
    }

    /// The same without what only text has, for a table of another format.
    var tableDescription: String { tableParts.joined(separator: ", ") }

    private var tableParts: [String] {
        var parts: [String] = []
        if skippedLines > 0 {
            let place = hasHeader ? "before the header" : "at the top"
            parts.append("\(counted(skippedLines, "line")) \(place) skipped")
        }
        if !hasHeader { parts.append("without a header") }
        if let count = stackedHeader?.recordCount {
            parts.append("a header of \(count == 3 ? "three" : "two") lines")
        }
        if hasRowNumbers { parts.append("row numbers in column 1 ignored") }
        return parts
    }
}
