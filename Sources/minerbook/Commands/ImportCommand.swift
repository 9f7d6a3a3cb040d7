import ArgumentParser
import Storage

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take CSV files into the book.",
        discussion: """
            The kind of each file is known by its header (docs/csv-formats.md). The files of one \
            call are imported together or, where any row is bad, not at all.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json
    }

    @Argument(help: ArgumentHelp("The files; - is stdin.", valueName: "file"))
    var files: [String]

    @Option(help: "How to print what was done: table on stderr, json on stdout.")
    var format: Format = .table

    @OptionGroup(title: "Reading files") var reading: FileOptions
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let summary = try ImportRun.run(
            files, reading: reading.options,
            into: try Database(path: global.path, for: .writing(create: true)))
        if format == .json { try Streams.write(Array("\(summary.json)\n".utf8)) }
        for note in summary.diagnostics.notes { global.say(note) }
        for warning in summary.diagnostics.warnings { global.say("Warning: \(warning)") }
        guard summary.problemCount == 0 else { throw Failure(summary.problems, .badData) }
        global.say(summary.sentence)
    }
}

extension ImportRun.Summary {
    /// Every problem, the first of them at least, and that there was nothing imported.
    var problems: [String] {
        let listed = diagnostics.problems.map(\.description) + conflicts
        let shown = listed.prefix(diagnostics.limit)
        let count = problemCount == 1 ? "1 problem" : "\(problemCount) problems"
        let rest = problemCount - shown.count
        return shown + ["nothing was imported: \(count)" + (rest > 0 ? ", \(rest) not shown" : "")]
    }

    /// What was done, for people.
    var sentence: String {
        let restated = tally.restated > 0 ? " (\(tally.restated) restated)" : ""
        var parts = [
            "\(tally.inserted) inserted\(restated)", "\(tally.unchanged) unchanged",
            "\(tally.corrected) corrected",
        ]
        if counts.missing > 0 { parts.append("\(counts.missing) missing") }
        if counts.rounded > 0 { parts.append("\(counts.rounded) rounded to the base unit") }
        let title = number.map { "Import \($0)" } ?? "Nothing new"
        return "\(title): \(parts.joined(separator: ", "))."
    }

    /// What was done, for programs.
    var json: String {
        let fields: [(String, Int?)] = [
            ("inserted", number == nil ? 0 : tally.inserted), ("unchanged", tally.unchanged),
            ("restated", number == nil ? 0 : tally.restated),
            ("corrected", number == nil ? 0 : tally.corrected), ("rejected", counts.rejected),
            ("rounded", counts.rounded), ("missing", counts.missing),
            ("warnings", diagnostics.warningCount), ("import", number),
        ]
        return "{"
            + fields.map { "\"\($0)\": \($1.map(String.init) ?? "null")" }
            .joined(separator: ", ") + "}"
    }
}
