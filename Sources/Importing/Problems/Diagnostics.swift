import CSV

/// The messages about the files of one import: problems, warnings and notes.
///
/// All problems are counted and the first ones are kept, so that a user sees many of them at once
/// instead of only the first. A file without problems may be imported; warnings do not prevent an
/// import.
package struct Diagnostics: Sendable {
    /// The first problems, in the order in which they were found.
    package private(set) var problems: [ImportProblem] = []
    /// The number of all problems, including those that are not kept.
    package private(set) var problemCount = 0
    /// The number of those that an earlier message covers, such as one about the encoding of a file.
    /// They are not listed.
    package private(set) var coveredCount = 0
    /// The first warnings, in the order in which they were found.
    package private(set) var warnings: [ImportProblem] = []
    /// The number of all warnings, including those that are not kept.
    package private(set) var warningCount = 0
    /// How files were read, as sentences. Shown on request.
    package private(set) var notes: [String] = []
    /// How many problems, and how many warnings, are kept.
    package let limit: Int

    /// The usual value of `limit`.
    package static let usualLimit = 50

    /// No messages.
    package init(limit: Int = usualLimit) {
        self.limit = limit
    }

    /// Counts a problem, and keeps it while there is room.
    package mutating func report(_ problem: ImportProblem) {
        problemCount += 1
        if problems.count < limit { problems.append(problem) }
    }

    /// Keeps a problem that was counted as covered, while there is room.
    mutating func reportCovered(_ problem: ImportProblem) {
        coveredCount -= 1
        if problems.count < limit { problems.append(problem) }
    }

    /// Counts a warning, and keeps it while there is room.
    package mutating func warn(_ warning: ImportProblem) {
        warningCount += 1
        if warnings.count < limit { warnings.append(warning) }
    }

    /// Adds a warning and removes those about the scale of the same cell that say less: that it
    /// differs from other periods, or is outside the plausible range.
    package mutating func replaceWarning(with warning: ImportProblem) {
        let count = warnings.count
        warnings.removeAll {
            [.tenfold, .restatedTenfold, .outsideRange].contains($0.reason.code)
                && $0.line == warning.line
                && $0.column == warning.column
        }
        warningCount -= count - warnings.count
        warn(warning)
    }

    /// Gives each message that is about a row the place that `placed` finds for it.
    package mutating func place(with placed: (ImportProblem) -> ImportProblem) {
        problems = problems.map(placed)
        warnings = warnings.map(placed)
    }

    /// Adds a sentence about how a file was read.
    package mutating func note(_ sentence: String) { notes.append(sentence) }

    /// Adds the messages of `more` after the existing ones.
    package mutating func append(_ more: Diagnostics) {
        problems += more.problems.prefix(room)
        problemCount += more.problemCount
        coveredCount += more.coveredCount
        warnings += more.warnings.prefix(limit - warnings.count)
        warningCount += more.warningCount
        notes += more.notes
    }

    /// Adds the problems of a record of `file`. `place` tells where a field is, or for nil where the
    /// record is.
    mutating func report(_ found: RecordProblems, file: String, at place: (Int?) -> RecordPlace) {
        problemCount += found.count
        if found.label != nil {
            problemCount += 1
            coveredCount += 1
        }
        for problem in found.kept.prefix(room) {
            problems.append(ImportProblem(problem, file: file, at: place(problem.field)))
        }
    }

    /// Counts the problems of a record that an earlier message covers.
    mutating func cover(_ found: RecordProblems) {
        let count = found.count + (found.label == nil ? 0 : 1)
        problemCount += count
        coveredCount += count
    }

    /// Adds the problems of a record as warnings, because the record goes to a file of rejected
    /// rows.
    mutating func warn(_ found: RecordProblems, file: String, at place: (Int?) -> RecordPlace) {
        for problem in found.kept {
            warn(ImportProblem(problem, file: file, at: place(problem.field)))
        }
    }

    /// How many more problems will be kept.
    var room: Int { limit - problems.count }
}

extension ImportProblem {
    fileprivate init(_ kept: RecordProblems.Kept, file: String, at place: RecordPlace) {
        self.init(file: file, at: place, column: kept.column, reason: kept.reason)
    }
}
