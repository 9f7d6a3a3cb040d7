import Mining

/// Finds the rows of a table with periods across that have no figures to read: titles of sections, and
/// growth of the row above.
struct PassedRows {
    /// The columns of the periods.
    let figures: [FileColumn]
    let label: FileColumn
    /// The subject of all rows; nil if each row has its own.
    private let subject: String?
    private let companies: TitleCompanies
    private let tableUnit: TableUnit?
    private let findings: LabelFindings
    /// The label of the metric above; empty if the row above has none.
    private var labelAbove: [UInt8] = []
    /// Whether a title above named the company of all rows. Then another title may name another
    /// one.
    private var isBelowCompany = false
    /// The last title that may be another company, with its line, before one that is the company of all
    /// rows; nil if there is none.
    private var possibleCompany: (title: String, line: Int)?
    /// Whether rows below it have figures.
    private var hasFiguresOfOther = false

    init(
        _ columns: PivotColumns, roster: Roster, findings: LabelFindings, options: ImportOptions
    ) {
        figures = columns.figures.map(\.column)
        label = columns.metric
        let code = columns.subject.code
        let given = code.index == nil ? code.fallback : nil
        subject = given.map { text in
            let name = String(decoding: text, as: UTF8.self)
            return roster.subject(named: name, on: .first)?.code ?? name
        }
        companies = TitleCompanies(roster)
        tableUnit = options.tableUnit
        self.findings = findings
    }

    /// Whether a row is passed over. `reading` is what its label means; nil if it is empty.
    mutating func takes(_ row: Row, _ reading: MetricReader.Label?) -> Bool {
        if case .metric = reading {
            if possibleCompany != nil { hasFiguresOfOther = true }
            labelAbove.removeAll(keepingCapacity: true)
            row.withCell(label) { cell in
                for index in cell.indices { labelAbove.append(cell[index]) }
            }
            return false
        }
        if figures.allSatisfy({ row.withCell($0) { $0.isEmpty } }) {
            labelAbove = []
            return takesTitle(row, hasLabel: reading != nil)
        }
        guard case .bad = reading, !labelAbove.isEmpty else { return false }
        let above = GrowthLabel.words(in: String(decoding: labelAbove, as: UTF8.self))
        let growth = GrowthLabel(row.shownText(label), above: Set(above))
        let arePercentages = figures.allSatisfy { figure in
            let text = row.shownText(figure)
            return text.isEmpty || text.hasSuffix("%") || !text.contains(where: \.isNumber)
        }
        guard growth.isCertain || (growth.isLikely && arePercentages) else {
            labelAbove = []
            return false
        }
        findings.addGrowth(row.shownText(label))
        return true
    }

    private mutating func takesTitle(_ row: Row, hasLabel: Bool) -> Bool {
        guard let text = hasLabel ? row.shownText(label) : row.firstText else { return false }
        if let subject {
            let named = companies.tickers(in: text)
            if !named.isEmpty, named != [subject] {
                report(.otherInRows(text, is: named, subject: subject), row.line)
            } else if named.isEmpty, CompanyNames.hasLegalForm(text) {
                report(.unknownInRows(text, subject: subject), row.line)
            } else if named.isEmpty, TitleWords.mayBeName(text) {
                if isBelowCompany {
                    findings.addUnknownTitle(text, subject: subject, label, line: row.line)
                } else if !hasFiguresOfOther {
                    possibleCompany = (text, row.line)
                }
            } else if companies.isAboutCompanies(text) {
                isBelowCompany = true
                if let (title, line) = possibleCompany, hasFiguresOfOther {
                    report(.unknownInRows(title, subject: subject), line)
                }
                possibleCompany = nil
            }
        }
        if let unit = TableUnit([text], hasDollarSigns: true, isSection: true) {
            let isSame = tableUnit?.money != nil && unit.money == tableUnit?.money
            if !isSame { report(.otherSectionUnit(text), row.line) }
        }
        findings.addTitle(text)
        return true
    }

    /// Reports a title that makes the rows below it unclear, and not only its own row.
    private func report(_ reason: ImportProblem.Reason, _ line: Int) {
        findings.addBadTitle(reason, label, line: line)
    }
}
