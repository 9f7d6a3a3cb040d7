import Bookkeeping
import Mining

/// What a merge did, for people and for programs.
struct MergeReport {
    let summary: MergeSummary
    /// The path of the other book.
    let other: String
    let isDryRun: Bool
    /// Whether a preference settles conflicts.
    let isSettled: Bool

    private var isRefused: Bool {
        !summary.obstacles.isEmpty || (summary.conflictCount > 0 && !isSettled)
    }

    /// Prints on stdout what was asked for.
    func print(as format: ImportCommand.Format, _ global: GlobalOptions) throws {
        switch format {
        case .json: try Streams.write(Array("\(json)\n".utf8))
        case .table where isDryRun && !isRefused:
            let total = summary.total.inserted + summary.total.corrected
            try DocumentPrinter(isPlain: global.noColor).print(
                ChangeListing.document(summary.changes, total: total))
        case .table: break
        }
    }

    /// Prints on stderr what was done, or throws what prevented it.
    func say(_ global: GlobalOptions) throws(ExitError) {
        guard summary.obstacles.isEmpty else { throw ExitError(obstacles, .badData) }
        if isRefused { throw ExitError(conflicts, .badData) }
        for finding in summary.findings { global.say("Warning: \(finding)") }
        for line in sentences { global.say(line) }
        if let last = summary.numbers.last, let first = summary.numbers.first {
            let command = global.location.commandLine("undo \(last)")
            global.say(
                first == last
                    ? "To revert it: \(command)"
                    : "To revert it, undo imports \(last) to \(first), the last one first: "
                        + command)
        }
    }

    /// What was done, for people.
    private var sentences: [String] {
        var parts = summary.total.parts
        if summary.retracted > 0 { parts.append("\(summary.retracted) retracted") }
        if summary.older > 0 { parts.append("\(summary.older) older") }
        var lines = ["\(title): \(parts.joined(separator: ", "))."]
        let kinds = summary.rowCounts.filter { $0.value.inserted + $0.value.corrected > 0 }
        if kinds.count > 1 {
            for (kind, counts) in kinds.sorted(by: { $0.key < $1.key }) {
                lines.append("\(kind): \(counts.parts.joined(separator: ", "))")
            }
        }
        if summary.conflictCount > 0 {
            let kept = summary.conflictCount - summary.takenConflicts
            lines.append(
                "\(Self.count(summary.conflictCount, "conflict")): \(kept) settled with the row of "
                    + "this book, \(summary.takenConflicts) with that of \(other).")
        }
        for number in summary.undone {
            lines.append(
                isDryRun
                    ? "Import \(number) would be undone, as \(other) has."
                    : "Import \(number) was undone, as \(other) has.")
        }
        if !summary.undone.isEmpty {
            let undoing = summary.undoing
            lines.append("Undone: \(undoing.removed) removed, \(undoing.restored) restored.")
        }
        if summary.undoneHere > 0 {
            lines.append(
                "\(Self.count(summary.undoneHere, "import")) of \(other) "
                    + "\(summary.undoneHere == 1 ? "was" : "were") left out: undone in this book.")
        }
        return lines
    }

    private var title: String {
        if isDryRun { return "Dry run" }
        guard let first = summary.numbers.first, let last = summary.numbers.last else {
            return summary.undone.isEmpty ? "Nothing new in \(other)" : "Merged \(other)"
        }
        return "Merged \(other) as import"
            + (first == last ? " \(first)" : "s \(first) to \(last)")
    }

    /// The conflicts, up to a limit, and that nothing was merged.
    private var conflicts: [String] {
        let rest = summary.conflictCount - summary.conflicts.count
        return summary.conflicts.map(sentence)
            + [
                "nothing was merged: \(Self.count(summary.conflictCount, "conflict"))"
                    + (rest > 0 ? ", \(rest) not shown" : "")
                    + "; say which rows to keep with --prefer ours, theirs or newer"
            ]
    }

    private func sentence(_ conflict: MergeConflict) -> String {
        var title = conflict.title
        if !conflict.source.isEmpty { title += ", source \(conflict.source)" }
        if let day = conflict.publishedOn { title += ", published \(day)" }
        return "\(title): here \(Self.text(conflict.ours)), in \(other) "
            + Self.text(conflict.theirs)
    }

    /// `460 BTC, reported (import 3 of 2026-01-15T12:00:00Z, q4.csv:7)`
    private static func text(_ side: MergeConflict.Side) -> String {
        guard let content = side.content else {
            return "retracted" + (side.at.map { " at \($0)" } ?? "")
        }
        guard let origin = side.origin else { return "\(content) (of another program)" }
        return "\(content) (import \(origin.importNumber)" + (side.at.map { " of \($0)" } ?? "")
            + ", \(origin.file):\(origin.line))"
    }

    private var obstacles: [String] {
        summary.obstacles.map { obstacle in
            obstacle.isOurs
                ? "import \(obstacle.number) was undone in \(other), but is needed here: "
                    + "\(obstacle.dependence)"
                : "import \(obstacle.number) of \(other) was undone here, but is needed there: "
                    + "\(obstacle.dependence) in \(other)"
        } + ["nothing was merged"]
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }

    /// What was done, for programs; what would have been written is 0 unless it was, or a dry run says
    /// what would be.
    private var json: String {
        let isDone = !isRefused
        let counts: [(String, Int)] = [
            ("retracted", isDone ? summary.retracted : 0), ("older", summary.older),
            ("conflicts", summary.conflictCount), ("taken", isDone ? summary.takenConflicts : 0),
            ("left_out", summary.undoneHere),
            ("removed", isDone ? summary.undoing.removed : 0),
            ("restored", isDone ? summary.undoing.restored : 0),
        ]
        let lists: [(String, [Int])] = [
            ("undone", isDone ? summary.undone : []), ("imports", summary.numbers),
        ]
        let kinds = summary.rowCounts.sorted { $0.key < $1.key }
            .map { "\"\($0)\": \($1.json(isDone: isDone))" }
        return "{" + summary.total.json(isDone: isDone).dropFirst().dropLast() + ", "
            + counts.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + ", "
            + lists.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
            + ", \"kinds\": {\(kinds.joined(separator: ", "))}}"
    }
}
