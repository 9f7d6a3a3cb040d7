/// What is to be said about the files of one call: every problem counted, the first of them
/// kept, warnings, and notes.
///
/// Problems are collected rather than thrown, so that they are all listed at once. A file
/// without problems may be imported; warnings stand in nobody's way.
package struct Diagnostics: Sendable {
    /// The first problems, in the order in which they were found.
    package private(set) var problems: [ImportProblem] = []
    /// How many problems there are in all.
    package private(set) var problemCount = 0
    /// The first warnings; they have the form of problems.
    package private(set) var warnings: [ImportProblem] = []
    package private(set) var warningCount = 0
    /// How files were read, as sentences, for those who want to see it.
    package private(set) var notes: [String] = []
    /// How many problems, and how many warnings, are kept.
    package let limit: Int

    /// Nothing said so far.
    package init(limit: Int = 50) {
        self.limit = limit
    }

    /// Counts a problem, and keeps it while there is room.
    package mutating func report(_ problem: ImportProblem) {
        problemCount += 1
        if problems.count < limit { problems.append(problem) }
    }

    /// Counts a warning, and keeps it while there is room.
    package mutating func warn(_ warning: ImportProblem) {
        warningCount += 1
        if warnings.count < limit { warnings.append(warning) }
    }

    /// Keeps a sentence on how a file was read.
    package mutating func note(_ sentence: String) { notes.append(sentence) }

    /// Takes over what is said in `more`, behind what is said here.
    package mutating func append(_ more: Diagnostics) {
        problems += more.problems.prefix(room)
        problemCount += more.problemCount
        warnings += more.warnings.prefix(limit - warnings.count)
        warningCount += more.warningCount
        notes += more.notes
    }

    /// Takes over what was found wrong with the record at `line` of `file`.
    mutating func report(_ findings: Findings, file: String, line: Int) {
        problemCount += findings.count
        for finding in findings.kept.prefix(room) {
            problems.append(
                ImportProblem(
                    file: file, line: line, column: finding.column, fact: finding.fact))
        }
    }

    /// The same as warnings, where the record is kept for a file of rejected rows.
    mutating func warn(_ findings: Findings, file: String, line: Int) {
        for finding in findings.kept {
            warn(
                ImportProblem(
                    file: file, line: line, column: finding.column, fact: finding.fact))
        }
    }

    /// How many more problems would be kept, and are worth finding the words for.
    var room: Int { limit - problems.count }
}

/// What is wrong with one record.
struct Findings {
    private(set) var count = 0
    private(set) var kept: [(column: String?, fact: ImportProblem.Fact)] = []
    /// How many facts are kept; the others are only counted.
    private let room: Int

    init(room: Int) {
        self.room = room
    }

    var isEmpty: Bool { count == 0 }

    /// `fact` is made only where it is kept: finding the nearest name takes its time, and a
    /// file may be wrong in every row.
    mutating func add(_ column: String?, _ fact: @autoclosure () -> ImportProblem.Fact) {
        count += 1
        if kept.count < room { kept.append((column, fact())) }
    }
}
