import CSV

/// Problems that any row or cell can have.
extension ImportProblem.Reason {
    /// A row with more or fewer fields than the header.
    package static func fieldCount(found: Int, expected: Int, _ delimiter: Dialect.Delimiter)
        -> Self
    {
        Self(
            .fieldCount,
            "found \(counted(found, "field")), expected \(expected) as in the header; "
                + (found < expected
                    ? "complete the row or, if it is not part of the table, remove it"
                    : "put text that contains a \(delimiter.name) in quotes"))
    }

    /// A cell after the last column with a name.
    package static func unnamedValue(_ text: String, number: Int) -> Self {
        Self(
            .unnamedValue,
            "\(quoted(text)) is in column \(number), which has no name; empty the cell, name the "
                + "column in the header, or ignore it with "
                + optionText("--ignore-column", "column \(number)"))
    }

    /// A cell that breaks the numbering of a first column of row numbers.
    package static func notRowNumber(_ text: String, expected: Int) -> Self {
        Self(
            .notRowNumber,
            "\(quoted(text)) is in column 1, which has no name and contained row numbers so far; "
                + "write \(expected), or name the column in the header or remove it")
    }

    /// A row without the text that a profile requires in a column.
    ///
    /// `isRange`: the profile requires a number within a range.
    package static func notRequiredText(
        _ text: String, column: String, required: String, isRange: Bool = false
    ) -> Self {
        Self(
            .notRequiredText,
            "\(escaped(column)) is \(quoted(text)), but the profile only takes rows with "
                + "\(escaped(required)); "
                + (isRange ? "is the file about something else?" : "remove this row"))
    }

    /// An empty cell in a column that every row needs.
    package static var emptyCell: Self {
        Self(.emptyCell, "is empty, but every row needs it; fill it in or remove the row")
    }

    /// A file with bytes that are not UTF-8, in a record with these `bytes`.
    package static func notUTF8(_ bytes: some Sequence<UInt8>) -> Self {
        Self(
            .notUTF8,
            "the text is not UTF-8; "
                + (Windows1252Source.hasCharacters(for: bytes)
                    ? "if it was saved as CSV by Excel, import the file with --encoding "
                        + "\(TextEncoding.windows1252.rawValue); else save it as UTF-8"
                    : "save the file as UTF-8"))
    }

    /// A cell whose bytes are not UTF-8. `RowCursor` reports the file instead.
    static var notUTF8Cell: Self { Self(.notUTF8, "is not UTF-8; save the file as UTF-8") }

    /// A text with a hidden character, such as a line break.
    package static func controlCharacter(_ text: String) -> Self {
        Self(
            .controlCharacter,
            "\(quoted(text)) contains a hidden character or a line break; remove it")
    }
}
