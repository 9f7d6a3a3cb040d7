import Mining

/// What the labels in a file's column of metrics show: those that are not metrics, those that
/// options name, and how labels with a unit were read. A class, because the reader of rows and the
/// cursor share it. Memory does not depend on the number of rows.
final class LabelFindings {
    /// The most labels that are kept. A model has a few hundred.
    private static let limit = 1000
    /// The most readings that a note shows.
    private static let shownReadings = 20

    /// Whether bad labels are collected and reported once; else each row reports its own.
    let collectsBadLabels: Bool

    private var bad: [BadLabel] = []
    private var badTexts: Set<String> = []
    private var ignored = PassedLabels()
    private var titles = PassedLabels()
    private var growth = PassedLabels()
    private var unknownTitles: [(reason: ImportProblem.Reason, column: String, line: Int)] = []
    private var badTitles: [(reason: ImportProblem.Reason, column: String, line: Int)] = []
    private var readings: [String] = []
    /// The names in options that were labels, in the form in which names are compared.
    private var usedNames: Set<String> = []

    init(collectsBadLabels: Bool) {
        self.collectsBadLabels = collectsBadLabels
    }

    /// Adds a bad label of a row that is not part of something else, such as another header.
    func add(_ label: BadLabel) {
        guard bad.count < Self.limit, badTexts.insert(normalizedName(label.text)).inserted else {
            return
        }
        bad.append(label)
    }

    /// Adds a row that an option ignores.
    func addIgnored(_ text: String) { ignored.add(text) }

    /// Adds a row that is the title of a section.
    func addTitle(_ text: String) { titles.add(text) }

    /// Adds a title of rows that may name another company than `subject`, the subject of all rows.
    func addUnknownTitle(_ text: String, subject: String, _ column: FileColumn, line: Int) {
        guard unknownTitles.count < Self.shownReadings else { return }
        unknownTitles.append((.unknownInRows(text, subject: subject), column.name, line))
    }

    /// Adds a title of rows that makes the figures below it unclear: a problem of the whole file.
    func addBadTitle(_ reason: ImportProblem.Reason, _ column: FileColumn, line: Int) {
        if badTitles.count < Self.limit { badTitles.append((reason, column.name, line)) }
    }

    /// Forgets the bad title on a line: it is that of another table.
    func dropBadTitle(on line: Int) { badTitles.removeAll { $0.line == line } }

    /// Adds a row with the growth of the one above.
    func addGrowth(_ text: String) { growth.add(text) }

    /// Adds how a label was read: `Revenue (USD m) as revenue in USD m`.
    func addReading(_ sentence: String) {
        if readings.count < Self.limit, !readings.contains(sentence) { readings.append(sentence) }
    }

    /// Notes that a label has the name of a mapping.
    func addUse(of mapping: ColumnMapping) { usedNames.insert(normalizedName(mapping.column)) }

    /// Whether a label had the name of the mapping.
    func hasUse(of mapping: ColumnMapping) -> Bool {
        usedNames.contains(normalizedName(mapping.column))
    }

    /// The labels that are no metric, for suggestions.
    var badNames: [String] { bad.map(\.text) }

    /// Reports all of it, after the last row of `file`.
    func report(to diagnostics: inout Diagnostics, file: String) {
        if !readings.isEmpty {
            let shown = readings.prefix(Self.shownReadings).map { escaped($0, limit: 120) }
            let rest = readings.count - shown.count
            diagnostics.note(
                "\(file): read the \(readings.count == 1 ? "label" : "labels") "
                    + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
        }
        for (rows, what) in [
            (ignored, "ignored"), (titles, "passed over titles without figures in"),
            (growth, "passed over the growth of figures in"),
        ] {
            if let sentence = rows.sentence(what) { diagnostics.note("\(file): \(sentence)") }
        }
        for (reason, column, line) in badTitles {
            diagnostics.report(
                ImportProblem(file: file, line: line, column: column, reason: reason))
        }
        for (reason, column, line) in unknownTitles {
            diagnostics.warn(ImportProblem(file: file, line: line, column: column, reason: reason))
        }
        var unknown: [BadLabel] = []
        for label in bad {
            if case .unknown = label.reason {
                unknown.append(label)
            } else {
                report(label, label.reason.reason(about: label.text), to: &diagnostics, file)
            }
        }
        guard let first = unknown.first else { return }
        report(first, .unknownLabels(unknown.map(\.likelyMeaning)), to: &diagnostics, file)
    }

    private func report(
        _ label: BadLabel, _ reason: ImportProblem.Reason, to diagnostics: inout Diagnostics,
        _ file: String
    ) {
        diagnostics.reportCovered(
            ImportProblem(file: file, line: label.line, column: label.column, reason: reason))
    }
}

/// The labels of rows that are passed over, for a note.
private struct PassedLabels {
    private static let shownCount = 20

    private var count = 0
    private var shown: [String] = []

    mutating func add(_ text: String) {
        count += 1
        if shown.count < Self.shownCount, !shown.contains(text) { shown.append(text) }
    }

    /// `ignored 2 rows: EBITDA, EPS`; nil if there are none.
    func sentence(_ what: String) -> String? {
        count == 0
            ? nil
            : "\(what) \(counted(count, "row")): "
                + shown.map { escaped($0) }.joined(separator: ", ")
    }
}
