import Application
import Bookkeeping
import Importing

extension ImportSummary {
    /// Prints what was done to stderr, or throws the problems.
    func report(_ global: GlobalOptions) throws(ExitError) {
        for note in diagnostics.notes { global.say(note) }
        for warning in diagnostics.warnings { global.say("Warning: \(warning)") }
        guard problemCount == 0 else { throw ExitError(problems, .badData) }
        if isRefused {
            let count = diagnostics.warningCount
            throw ExitError(
                "nothing was imported: \(count) warning\(count == 1 ? "" : "s"), and --strict",
                .badData)
        }
        for company in created.prefix(Self.createdLimit) {
            global.say("created \(company.ticker) (\(company.name))")
        }
        let more = created.count - Self.createdLimit
        if more > 0 { global.say("created \(more) more; see minerbook list companies") }
        for file in rejects {
            let rows = file.rows == 1 ? "1 row" : "\(file.rows) rows"
            if isDryRun {
                global.say("\(rows) would be rejected and written to \(file.path).")
            } else {
                let (were, them) = file.rows == 1 ? ("was", "it") : ("were", "them")
                global.say("\(rows) \(were) rejected: correct \(them) and import \(file.path).")
            }
        }
        global.say(sentence)
    }

    /// How many new companies are named.
    private static let createdLimit = 50

    /// Whether the counts are valid: of what was done, or in a dry run would be.
    private var hasCounts: Bool {
        number != nil || (isDryRun && problemCount == 0 && !isRefused)
    }

    /// The problems, up to a limit, and that nothing was imported.
    var problems: [String] {
        let listed = diagnostics.problems.map(\.description) + conflicts
        let shown = listed.prefix(diagnostics.limit)
        let said = problemCount - diagnostics.coveredCount
        let count = said == 1 ? "1 problem" : "\(said) problems"
        let rest = said - shown.count
        return shown + ["nothing was imported: \(count)" + (rest > 0 ? ", \(rest) not shown" : "")]
    }

    /// What was done, for people.
    var sentence: String {
        var parts = rowCounts.parts
        if counts.rejected > 0 { parts.append("\(counts.rejected) rejected") }
        if counts.passed > 0 {
            parts.append("\(counts.passed == 1 ? "1 row" : "\(counts.passed) rows") passed over")
        }
        if counts.missing > 0 { parts.append("\(counts.missing) missing") }
        if counts.rounded > 0 {
            let zeros = counts.roundedToZero
            parts.append(
                "\(counts.rounded) rounded to the base unit"
                    + (zeros > 0 ? " (\(zeros) of them to zero)" : ""))
        }
        if counts.joinedTexts > 0 {
            let texts =
                counts.joinedTexts == 1
                ? "note or source without its" : "notes and sources without their"
            parts.append(
                "\(counts.joinedTexts) \(texts) line breaks, tabs or hidden characters")
        }
        let title = isDryRun ? "Dry run" : number.map { "Import \($0)" } ?? "Nothing new"
        return "\(title): \(parts.joined(separator: ", "))."
    }

    /// What was done, for programs.
    var json: String {
        let fields: [(String, Int?)] = [
            ("inserted", hasCounts ? rowCounts.inserted : 0), ("unchanged", rowCounts.unchanged),
            ("restated", hasCounts ? rowCounts.restated : 0),
            ("conflicting", hasCounts ? rowCounts.conflicting : 0),
            ("corrected", hasCounts ? rowCounts.corrected : 0), ("rejected", counts.rejected),
            ("rounded", counts.rounded), ("rounded_to_zero", counts.roundedToZero),
            ("missing", counts.missing),
            ("warnings", diagnostics.warningCount), ("import", number),
        ]
        let kinds = rowCountsByKind.sorted { $0.key < $1.key }.map { kind, rows in
            "\"\(kind)\": \(rows.json(isDone: hasCounts))"
        }
        return "{"
            + fields.map { "\"\($0)\": \($1.map(String.init) ?? "null")" }
            .joined(separator: ", ") + ", \"created\": \(hasCounts ? created.count : 0), "
            + "\"kinds\": {\(kinds.joined(separator: ", "))}}"
    }
}

extension RowCounts {
    /// The counts for people: `2 inserted (1 restated)`, `5 unchanged`, `0 corrected`.
    var parts: [String] {
        let related = [(restated, "restated"), (conflicting, "conflicting")]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return [
            "\(inserted) inserted\(related.isEmpty ? "" : " (\(related))")",
            "\(unchanged) unchanged", "\(corrected) corrected",
        ]
    }

    /// The counts as an object; what would have been written is 0 unless it `isDone`.
    func json(isDone: Bool) -> String {
        let fields = [
            ("inserted", isDone ? inserted : 0), ("unchanged", unchanged),
            ("restated", isDone ? restated : 0), ("conflicting", isDone ? conflicting : 0),
            ("corrected", isDone ? corrected : 0),
        ]
        return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }
}
