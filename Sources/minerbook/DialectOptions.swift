import ArgumentParser
import CSV
import Importing

/// How the files are written, where that is not to be found out; it holds for all of the call.
struct DialectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What parts the fields: comma, semicolon, tab or pipe; else what the files show.",
            valueName: "delimiter"))
    var delimiter: Dialect.Delimiter?

    @Option(
        help: ArgumentHelp(
            "utf-8, utf-16le or utf-16be; else what a byte order mark says.",
            valueName: "encoding"))
    var encoding: TextEncoding?

    // A number below zero is to be refused as one, not taken for an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many lines stand before the header; else what the files show.",
            valueName: "number"))
    var skipLines: Int?

    @Flag(help: "The first record is data; columns are called 'column 1', 'column 2', …")
    var noHeader = false

    @Option(
        help: ArgumentHelp(
            "What parts the decimals of values: point or comma; unsaid, a point.",
            valueName: "mark"))
    var decimal: DecimalMark?

    func validate() throws {
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
        return options
    }
}

extension Dialect.Delimiter: ExpressibleByArgument {
    /// By its name, not by the number of its byte.
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
