import Mining

/// Reads the subjects of rows, and resolves periods to the days that they have for their subject.
struct SubjectReader {
    let roster: Roster
    private let spelling: SubjectSpelling
    /// Subjects by names that mean them on any day.
    private var subjects = ByteCache<Subject>(slots: 1024)
    /// Collects unknown companies; nil if an unknown company is a problem.
    private let newCompanies: NewCompanies?
    /// The column with the names of companies.
    private let nameColumn: FileColumn?
    /// What the names of companies mean; nil if there is no such column.
    private let companyNames: CompanyNames?
    /// The tickers that a name may mean.
    private var tickers = ByteCache<Set<String>>(slots: 1024)

    init(
        roster: Roster, newCompanies: NewCompanies? = nil, name: FileColumn? = nil,
        options: ImportOptions
    ) {
        self.roster = roster
        self.newCompanies = newCompanies
        nameColumn = name
        companyNames = name.map { _ in CompanyNames(roster) }
        spelling = options.rules.spelling
    }

    /// The subject in a cell; nil if it is bad, which is reported. `time` is the period of the row,
    /// or nil if it could not be read; then an alias is not resolved and not reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row, at time: WrittenPeriod?) -> Subject?
    {
        let (roster, spelling) = (roster, spelling)
        let subject = row.withCell(column) { cell in
            subjects.value(of: cell) { Self.subject(alwaysNamed: cell, spelling, in: roster) }
        }
        guard let subject = subject ?? resolve(column, of: &row, at: time) else { return nil }
        if let companyNames, !hasName(of: subject, companyNames, &row) { return nil }
        return subject
    }

    /// Whether the company name beside the ticker, if it is known, means `subject`; else it is
    /// reported.
    private mutating func hasName(
        of subject: Subject, _ names: CompanyNames, _ row: inout Row
    ) -> Bool {
        guard let nameColumn else { return true }
        let tickers = row.withCell(nameColumn) { cell in
            self.tickers.value(of: cell) { names.tickers(of: cell.shownText) }
        }
        guard let tickers, let other = tickers.min(), !tickers.contains(subject.code),
            newCompanies?.subject(called: subject.code) == nil
        else { return true }
        let name = row.shownText(nameColumn)
        row.report(
            nameColumn,
            .otherCompany(name, is: other, beside: subject.code, column: nameColumn.name))
        return false
    }

    /// The days of `time` for `subject`; nil if it has none, or if they are before bitcoin's first
    /// day, which is reported.
    ///
    /// `column` is the one to report. `name` is the text of `time` if it comes from the header
    /// instead of a cell.
    @inline(__always)
    func period(
        _ time: WrittenPeriod, of subject: Subject, _ column: FileColumn, of row: inout Row,
        writtenAs name: String? = nil
    ) -> Period? {
        let period = time.period(fiscalYearEnd: subject.fiscalYearEnd)
        if let period, period.last >= .firstOfBitcoin { return period }
        let text = name ?? row.shownText(column)
        if period != nil {
            row.report(column, .beforeBitcoin(text))
        } else if time.isFiscal, subject.fiscalYearEnd == nil {
            row.report(column, .unknownFiscalYear(text, company: subject.code))
        } else if case .dated(let day, let length) = time {
            let fitting = PeriodLength.allCases.filter {
                $0.period(of: day, fiscalYearEnd: subject.fiscalYearEnd) != nil
            }
            row.report(column, .notDayOfPeriod(text, length, fitting: fitting))
        } else {
            row.report(column, .notPeriod(text))
        }
        return nil
    }

    /// The subject with this name; nil if the name is an alias, which depends on the day, or
    /// unknown.
    private static func subject(
        alwaysNamed cell: Span<UInt8>, _ spelling: SubjectSpelling, in roster: Roster
    ) -> Subject? {
        guard let name = cell.text.map(spelling.name), roster.aliases(named: name).isEmpty else {
            return nil
        }
        return roster.subject(named: name, on: .first)
    }

    /// The subject in a cell with an alias or an unknown name.
    private func resolve(
        _ column: FileColumn, of row: inout Row, at time: WrittenPeriod?
    ) -> Subject? {
        guard let text = row.requiredText(column) else { return nil }
        let name = spelling.name(of: text)
        let aliases = roster.aliases(named: name)
        if aliases.isEmpty { return newCompany(name, text, column, of: &row) }
        guard let time else { return nil }
        if let subject = subject(called: name, at: time) { return subject }
        row.report(column, .expiredAlias(name, of: aliases, on: day(of: time)))
        return nil
    }

    /// The new company with an unknown name; nil if it cannot be added, which is reported. `text`
    /// is the name as the file has it.
    private func newCompany(
        _ name: String, _ text: String, _ column: FileColumn, of row: inout Row
    ) -> Subject? {
        if let number = CIK.number(named: name) {
            row.report(column, .unknownCIK(number))
            return nil
        }
        guard !isTotalOrNote(name) else {
            row.report(column, .totalRow(text))
            return nil
        }
        guard let newCompanies else {
            row.report(
                column,
                .unknownSubject(
                    text, nearest: roster.nearestName(to: name),
                    hasCompanies: !roster.tickers.isEmpty))
            return nil
        }
        if let known = newCompanies.subject(called: name) { return known }
        let added = newCompanies.add(name, name: row.text(nameColumn))
        if added == nil {
            row.report(column, .notTicker(name, nearest: roster.company(withExchangeIn: name)))
        }
        return added
    }

    /// The subject called `name` on the last day of `time`; nil if there is none.
    ///
    /// The last day of a fiscal period depends on the company, and the meaning of an alias depends
    /// on the day. The result is the company that has the alias on the last day of its own fiscal
    /// period.
    private func subject(called name: String, at time: WrittenPeriod) -> Subject? {
        guard time.isFiscal else { return roster.subject(named: name, on: day(of: time)) }
        for month in 1...12 {
            guard let day = time.period(fiscalYearEnd: month)?.last,
                let subject = roster.subject(named: name, on: day)
            else { continue }
            if subject.fiscalYearEnd ?? month == month { return subject }
        }
        return nil
    }

    /// The last day of `time`; fiscal years are treated as calendar years.
    private func day(of time: WrittenPeriod) -> Day {
        time.period(fiscalYearEnd: 12)?.last ?? .last
    }
}

/// Whether `name` is the first cell of a row of totals, or of a note below a table.
private func isTotalOrNote(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    if noteWords.contains(first) { return words.count == 1 || name.contains(":") }
    return words.count <= 2 && !totalWords.isDisjoint(with: words)
}

private let totalWords: Set<Substring> = [
    "total", "totals", "subtotal", "sum", "average", "median", "summe", "gesamt",
]

private let noteWords: Set<Substring> = [
    "source", "sources", "note", "notes", "footnote", "footnotes",
]
