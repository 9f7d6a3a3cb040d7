import Mining

/// Reads the subjects of rows, and finds the days of a period for its subject.
struct SubjectReader {
    private let roster: Roster
    private let names: SubjectNames
    /// Subjects by names that mean them on any day.
    private var subjects = ByteCache<Subject>(slots: 1024)
    /// Collects unknown companies; nil if an unknown company is a problem.
    private let newCompanies: NewCompanies?
    /// The column with the names of companies.
    private let nameColumn: FileColumn?
    /// The companies that the text of a cell with a name may mean.
    private var namedCompanies = ByteCache<[CompanyNames.Part]>(slots: 1024)

    init(
        roster: Roster, newCompanies: NewCompanies? = nil, name: FileColumn? = nil,
        options: ImportOptions
    ) {
        self.roster = roster
        self.newCompanies = newCompanies
        nameColumn = name
        names = SubjectNames(roster, options.rules.spelling)
    }

    /// The subject in a cell; nil if it is bad, which is reported. `time` is the period of the row,
    /// or nil if it could not be read; then an alias is not resolved and not reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row, at time: WrittenPeriod?) -> Subject?
    {
        let (names, newCompanies) = (names, newCompanies)
        let subject = row.withCell(column) { cell in
            subjects.value(of: cell) { names.subject(alwaysNamed: cell, orAmong: newCompanies) }
        }
        guard let subject = subject ?? resolve(column, of: &row, at: time) else { return nil }
        if let nameColumn, !hasName(of: subject, nameColumn, &row) { return nil }
        return subject
    }

    /// Adds a note for each text that was read as a company although it is written in another way.
    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        names.spellings.report(to: &diagnostics, file: file)
    }

    /// Whether the company name beside the ticker may be a name of `subject`; else it is reported.
    private mutating func hasName(
        of subject: Subject, _ column: FileColumn, _ row: inout Row
    ) -> Bool {
        let names = names.companies
        let parts = row.withCell(column) { cell in
            namedCompanies.value(of: cell) { names.parts(of: cell.shownText) }
        }
        guard let parts, newCompanies?.isOfCurrentRow(subject.code) != true else { return true }
        for part in parts {
            let new = newCompanies?.names.names(with: part.words) ?? []
            let tickers = Set((part.names + new).map(\.ticker))
            guard let other = tickers.min(), !tickers.contains(subject.code) else { continue }
            let name = row.shownText(column)
            row.report(
                column,
                .otherCompany(name, is: other, beside: subject.code, column: column.name))
            return false
        }
        return !looksLikeOther(than: subject, parts, column, &row)
    }

    /// Whether an unknown name beside the ticker looks like the name of another company; if so, it
    /// is reported.
    private func looksLikeOther(
        than subject: Subject, _ parts: [CompanyNames.Part], _ column: FileColumn, _ row: inout Row
    ) -> Bool {
        let tickers = Set(parts.flatMap(\.similarNames).map(\.ticker))
        let isNew = parts.contains { newCompanies?.names.names(with: $0.words).isEmpty == false }
        guard parts.allSatisfy(\.names.isEmpty), !isNew, let other = tickers.min(),
            !tickers.contains(subject.code)
        else { return false }
        let name = row.shownText(column)
        row.report(
            column,
            .otherCompany(name, looksLike: other, beside: subject.code, column: column.name))
        return true
    }

    /// The days of `time` for `subject`. Nil, which is reported, if it has no such period or the
    /// period ended before bitcoin's first day.
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

    /// The subject in a cell with an alias or an unknown name.
    private func resolve(
        _ column: FileColumn, of row: inout Row, at time: WrittenPeriod?
    ) -> Subject? {
        guard let text = row.requiredText(column) else { return nil }
        let name = names.name(of: text)
        let aliases = roster.aliases(named: name)
        guard aliases.isEmpty else {
            guard let time else { return nil }
            if let subject = subject(called: name, at: time) {
                names.noteFootnote(text, name, subject)
                return subject
            }
            row.report(column, .expiredAlias(name, of: aliases, on: day(of: time)))
            return nil
        }
        let meant = names.companies.names(meantBy: name)
        guard meant.isEmpty else { return subject(meant, text, column, of: &row, at: time) }
        return newCompany(name, text, column, of: &row)
    }

    /// The only company that has one of the names at `time`; nil if there are none or several, which
    /// is reported.
    private func subject(
        _ meant: [CompanyName], _ text: String, _ column: FileColumn, of row: inout Row,
        at time: WrittenPeriod?
    ) -> Subject? {
        var tickers = Set(meant.filter { $0.kind != .alias }.map(\.ticker))
        let aliases = meant.filter { $0.kind == .alias }.map(\.text)
        if !aliases.isEmpty {
            guard let time else { return nil }
            tickers.formUnion(aliases.compactMap { subject(called: $0, at: time)?.code })
            if tickers.isEmpty {
                row.report(
                    column,
                    .expiredAlias(
                        text, of: aliases.flatMap { roster.aliases(named: $0) }, on: day(of: time)))
            }
        }
        if tickers.count > 1 {
            row.report(column, .ambiguousSubject(text, choices: tickers.sorted()))
        }
        guard tickers.count == 1, let ticker = tickers.first else { return nil }
        names.spellings.add(text, as: ticker)
        return roster.subject(withCode: ticker)
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
        let ticker = FootnoteMark.company(before: name) ?? name
        let known = newCompanies.subject(called: ticker)
        let added = known ?? newCompanies.add(ticker, name: row.text(nameColumn))
        if let added {
            if ticker != name { names.spellings.add(text, as: added.code) }
        } else {
            row.report(
                column,
                .notTicker(
                    name,
                    nearest: roster.likelyCode(in: name) ?? newCompanies.roots.code(like: name)
                        ?? ExchangeCode.tickers(in: name).first))
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

/// Whether `name` is the first cell of a row of totals, or of a note below a table, or the name of a
/// column of totals.
func isTotalOrNote(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return false }
    if noteWords.contains(first) { return words.count == 1 || name.contains(":") }
    return words.count <= 2 && !totalWords.isDisjoint(with: words)
}

private let totalWords: Set<Substring> = [
    "total", "totals", "subtotal", "sum", "average", "median", "other", "others", "summe",
    "gesamt",
]

private let noteWords: Set<Substring> = [
    "source", "sources", "note", "notes", "footnote", "footnotes",
]
