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
    mutating func takes(_ row: inout Row, _ reading: MetricReader.Label?) -> Bool {
        if case .metric = reading {
            labelAbove.removeAll(keepingCapacity: true)
            row.withCell(label) { cell in
                for index in cell.indices { labelAbove.append(cell[index]) }
            }
            return false
        }
        if figures.allSatisfy({ row.withCell($0) { $0.isEmpty } }) {
            labelAbove = []
            return takesTitle(&row, hasLabel: reading != nil)
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

    private mutating func takesTitle(_ row: inout Row, hasLabel: Bool) -> Bool {
        guard let text = hasLabel ? row.shownText(label) : row.firstText else { return false }
        if let subject {
            let named = companies.tickers(in: text)
            if !named.isEmpty, named != [subject] {
                row.report(label, .otherInRows(text, is: named, subject: subject))
            } else if named.isEmpty, CompanyNames.hasLegalForm(text) {
                row.report(label, .unknownInRows(text, subject: subject))
            } else if named.isEmpty, isBelowCompany, TitleWords.mayBeName(text) {
                findings.addUnknownTitle(text, subject: subject, label, line: row.line)
            } else if companies.isAboutCompanies(text) {
                isBelowCompany = true
            }
        }
        if let unit = TableUnit([text], hasDollarSigns: true, isSection: true) {
            let isSame = tableUnit?.money != nil && unit.money == tableUnit?.money
            if !isSame { row.report(label, .otherSectionUnit(text)) }
        }
        findings.addTitle(text)
        return true
    }
}
