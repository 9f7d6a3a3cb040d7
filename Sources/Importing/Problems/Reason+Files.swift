import CSV

/// Problems of a whole file.
extension ImportProblem.Reason {
    /// The bytes are not CSV from this place on.
    package static func malformed(_ error: CSVError) -> Self {
        let code: ImportProblem.Code =
            switch error {
            case .unclosedQuote: .unclosedQuote
            case .textAfterQuote: .textAfterQuote
            case .nulByte: .nulByte
            case .utf16: .utf16
            case .unpairedSurrogate: .unpairedSurrogate
            case .truncatedUTF16: .truncatedUTF16
            case .invalidUTF8: .invalidUTF8
            case .recordTooLong: .recordTooLong
            case .tooManyFields: .tooManyFields
            }
        return Self(code, "\(error)")
    }

    /// The file has no record.
    package static var emptyFile: Self {
        Self(
            .emptyFile,
            "the file is empty; begin it with a header, such as \(Layout.long.header)")
    }

    /// Several delimiters are equally plausible.
    package static func ambiguousDelimiter(_ delimiters: [Dialect.Delimiter]) -> Self {
        Self(
            .ambiguousDelimiter,
            "the delimiter could be \(listed(delimiters.map(\.name), "or")); choose one with "
                + "--delimiter")
    }

    /// A table on these lines, above the header, that would be skipped. `skippedLines` is the
    /// number of lines before the header. `table` is the number of the table with the header; nil
    /// if the lines and the header are in one table.
    package static func skippedTable(
        _ lines: ClosedRange<Int>, skippedLines: Int, table: Int? = nil
    ) -> Self {
        let isOne = lines.count == 1
        let header = "the header on line \(skippedLines + 1)"
        return Self(
            .skippedTable,
            "\(lineText(lines)), above \(header), \(isOne ? "looks" : "look") like a table of "
                + "\(isOne ? "its" : "their") own; import it as a file of its own, or "
                + (table.map { "read only the table with \(header) with --table \($0)" }
                    ?? "skip it with --skip-lines \(skippedLines)"))
    }

    /// The file has no table with this number, but those on these lines.
    package static func noTable(_ number: Int, tables: [ClosedRange<Int>]) -> Self {
        let shown = tables.prefix(10).map(lineText)
        return Self(
            .noTable,
            "there is no table \(number); "
                + (tables.isEmpty
                    ? "no lines of the file look like a table; leave out --table"
                    : "the file has \(counted(tables.count, "table")), on \(listed(shown, "and"))"
                        + (tables.count > shown.count ? " and more" : "")))
    }

    /// A record that repeats the header on `line`.
    package static func repeatedHeader(of line: Int) -> Self {
        Self(
            .repeatedHeader,
            "repeats the header on line \(line), as in files that were joined together; remove this "
                + "line")
    }

    /// A record on `line` that is the header of another table. `first` is the line of the first
    /// header. `tables` has the numbers of both tables; nil if both lines are in one table.
    package static func secondHeader(
        on line: Int, after first: Int, tables: (first: Int, second: Int)? = nil
    ) -> Self {
        Self(
            .secondHeader,
            "looks like the header of a second table, below that of line \(first); put each "
                + "table into a file of its own, or "
                + (tables.map {
                    "read them one after the other with --table \($0.first) and --table \($0.second)"
                } ?? "read this one alone with --skip-lines \(line - 1)"))
    }

    /// A file whose name contains a word that the profile refuses.
    package static func refusedFile(_ name: String, word: String, profile: String) -> Self {
        Self(
            .refusedFile,
            "the file name \(quoted(name)) contains \(quoted(word)), and the profile "
                + "\(escaped(profile)) does not read files about that; choose another profile, or "
                + "rename the file if its name is wrong")
    }

    /// A warning: there are no rows below the header.
    package static var noRows: Self { Self(.noRows, "there are no rows below the header") }

    /// A file that is not CSV, as its first bytes show.
    package static func otherKind(_ kind: FileSignature) -> Self {
        Self(kind == .webPage ? .webPage : .otherKind, kind.sentence)
    }
}
