import ArgumentParser
import CSV
import Importing

/// How the files are written. What is not given is detected, for each file.
struct DialectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Field separator: comma, semicolon, tab or pipe; detected if not given.",
            valueName: "delimiter"))
    var delimiter: Dialect.Delimiter?

    @Option(
        help: ArgumentHelp(
            "Text encoding: utf-8, utf-16le, utf-16be or windows-1252; detected by a byte order "
                + "mark if not given.",
            valueName: "encoding"))
    var encoding: TextEncoding?

    // So that a negative number is refused as such and not taken for an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Number of lines before the header; detected if not given.",
            valueName: "number"))
    var skipLines: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Read only one of several tables that are separated by blank lines: 1 for the first.",
            valueName: "number"))
    var table: Int?

    @Flag(
        help: "The files have no header. Columns are called 'column 1', 'column 2', …")
    var noHeader = false

    @Option(
        help: ArgumentHelp(
            "Decimal mark of values: point or comma; a point if not given.",
            valueName: "mark"))
    var decimal: DecimalMark?

    func validate() throws {
        if let table, table < 1 {
            throw ValidationError("--table \(table) is no table; the first one is 1.")
        }
        if let skipLines, skipLines < 0 {
            throw ValidationError("--skip-lines \(skipLines) is negative; give a number of lines.")
        }
        if let skipLines, skipLines > ImportOptions.skippableLines.upperBound {
            throw ValidationError(
                "--skip-lines \(skipLines) is more than any file has; give a number of lines.")
        }
    }

    var importOptions: ImportOptions {
        var options = ImportOptions(
            delimiter: delimiter, encoding: encoding, skippedLines: skipLines,
            header: noHeader ? .absent : nil)
        options.decimal = decimal
        options.table = table
        return options
    }
}

extension Dialect.Delimiter: ExpressibleByArgument {
    /// Takes its name, such as `semicolon`, and not the character.
    public init?(argument: String) {
        guard let delimiter = Self.allCases.first(where: { $0.name == argument }) else {
            return nil
        }
        self = delimiter
    }

    public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension TextEncoding: ExpressibleByArgument {}

extension DecimalMark: ExpressibleByArgument {}
