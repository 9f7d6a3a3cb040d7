import Mining

/// Finds whom a cell names, and the days that a fiscal period of theirs means.
struct SubjectReader {
    let roster: Roster
    private let spelling: SubjectSpelling
    /// Those whose names mean them whatever the day.
    private var subjects = ByteMemo<Subject>(slots: 1024)
    /// Where those go whom nobody knows; `nil` where they are a problem.
    private let newcomers: Newcomers?
    /// The column with their names.
    private let nameColumn: Column?

    init(
        roster: Roster, newcomers: Newcomers? = nil, name: Column? = nil, options: ImportOptions
    ) {
        self.roster = roster
        self.newcomers = newcomers
        nameColumn = name
        spelling = options.rules.spelling
    }

    /// The subject in a cell of a row that speaks of `time`, which is `nil` where that could
    /// not be read; then nothing is said of names that depend on it.
    @inline(__always)
    mutating func read(_ column: Column, of row: inout Row, at time: PeriodText?) -> Subject? {
        let (roster, spelling) = (roster, spelling)
        let subject = row.withCell(column) { cell in
            subjects.value(of: cell) { Self.subject(alwaysNamed: cell, spelling, in: roster) }
        }
        return subject ?? reread(column, of: &row, at: time)
    }

    /// The days that `time` means in a row about `subject`, and reports where its company's
    /// fiscal year is not known. `column` is the cell that
    /// `time` stands in, or the one that it stands above, and then `name` is how.
    @inline(__always)
    func period(
        _ time: PeriodText, of subject: Subject, _ column: Column, of row: inout Row,
        writtenAs name: String? = nil
    ) -> Period? {
        if let period = time.period(fiscalYearEnd: subject.fiscalYearEnd) { return period }
        let text = name ?? row.shownText(column)
        row.report(
            column,
            subject.fiscalYearEnd == nil
                ? .unknownFiscalYear(text, company: subject.code) : .notPeriod(text))
        return nil
    }

    /// Whom a name means that is nobody's alias, and so is theirs on any day.
    private static func subject(
        alwaysNamed cell: Span<UInt8>, _ spelling: SubjectSpelling, in roster: Roster
    ) -> Subject? {
        guard let name = cell.text.map(spelling.name), roster.aliases(named: name).isEmpty else {
            return nil
        }
        return roster.subject(named: name, on: .first)
    }

    /// The subject in a cell with an alias, or with nobody's name, which is reported.
    private func reread(_ column: Column, of row: inout Row, at time: PeriodText?) -> Subject? {
        guard let text = row.requiredText(column) else { return nil }
        let name = spelling.name(of: text)
        let aliases = roster.aliases(named: name)
        if aliases.isEmpty { return newcomer(name, text, column, of: &row) }
        guard let time else { return nil }
        if let subject = subject(called: name, at: time) { return subject }
        row.report(column, .expiredAlias(name, of: aliases, on: day(of: time)))
        return nil
    }

    /// Somebody called `name`, in the file `text`, whom nobody knows yet, or `nil` where that is a
    /// problem, which is reported.
    private func newcomer(
        _ name: String, _ text: String, _ column: Column, of row: inout Row
    ) -> Subject? {
        guard !isFooter(name) else {
            row.report(column, .footer(text))
            return nil
        }
        guard let newcomers else {
            row.report(
                column,
                .unknownSubject(
                    text, nearest: nearest(to: name, in: roster.names),
                    hasCompanies: !roster.tickers.isEmpty))
            return nil
        }
        if let known = newcomers.subject(called: name) { return known }
        let added = newcomers.add(name, name: row.text(nameColumn))
        if added == nil { row.report(column, .notTicker(name)) }
        return added
    }

    /// Whom `name` means on the last day of `time`.
    ///
    /// That day of a fiscal period depends on the company, and the company on the day: it is
    /// the one whose own fiscal year ends on a day when it has the name.
    private func subject(called name: String, at time: PeriodText) -> Subject? {
        guard case .fiscal = time else { return roster.subject(named: name, on: day(of: time)) }
        for month in 1...12 {
            guard let day = time.period(fiscalYearEnd: month)?.last,
                let subject = roster.subject(named: name, on: day)
            else { continue }
            if subject.fiscalYearEnd ?? month == month { return subject }
        }
        return nil
    }

    /// The last day of `time`, a fiscal year taken for the calendar's.
    private func day(of time: PeriodText) -> Day { time.period(fiscalYearEnd: 12)?.last ?? .last }
}

/// Whether `name` is what stands before a row of totals, or before a remark below a table.
private func isFooter(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    if remarks.contains(first) { return words.count == 1 || name.contains(":") }
    return words.count <= 2 && !totals.isDisjoint(with: words)
}

private let totals: Set<Substring> = [
    "total", "totals", "subtotal", "sum", "average", "median", "summe", "gesamt",
]

private let remarks: Set<Substring> = [
    "source", "sources", "note", "notes", "footnote", "footnotes",
]
