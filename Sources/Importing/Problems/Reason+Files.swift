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

    /// A table on these lines, above the header, that would be skipped. `skippedLines` is the number
    /// of lines before the header.
    package static func skippedTable(_ lines: ClosedRange<Int>, skippedLines: Int) -> Self {
        let place =
            lines.count == 1
            ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
        return Self(
            .skippedTable,
            "\(place), above the header on line \(skippedLines + 1), "
                + "\(lines.count == 1 ? "looks" : "look") like a table of \(lines.count == 1 ? "its" : "their") own; "
                + "import it as a file of its own, or skip it with --skip-lines \(skippedLines)")
    }

    /// A record that repeats the header on `line`.
    package static func repeatedHeader(of line: Int) -> Self {
        Self(
            .repeatedHeader,
            "repeats the header on line \(line), as in files that were joined together; remove this "
                + "line")
    }

    /// A record on `line` that is the header of another table than that of the header on `first`.
    package static func secondHeader(on line: Int, after first: Int) -> Self {
        Self(
            .secondHeader,
            "looks like the header of a second table, below that of line \(first); put each "
                + "table into a file of its own, or read this one alone with --skip-lines "
                + "\(line - 1)")
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
