import Mining

/// The columns of companies: `ticker,name,country,exchange,fiscal_year_end,parent,cik,note`.
struct CompanyColumns {
    var ticker, name: FileColumn
    var country, exchange, fiscalYearEnd, parent, cik, note: FileColumn?

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let ticker = header.required("ticker")
        let name = header.required("name")
        country = header.optional("country")
        exchange = header.optional("exchange")
        fiscalYearEnd = header.optional("fiscal_year_end")
        parent = header.optional("parent")
        cik = header.optional("cik")
        note = header.optional("note")
        guard let ticker, let name else { return nil }
        self.ticker = ticker
        self.name = name
    }
}

/// Reads companies. Their parents and CIKs are checked later, when all companies are known
/// (`ParentCheck`, `CIKCheck`).
struct CompanyRows: RowReader {
    var values: [Located<Company>] = []
    let columns: CompanyColumns
    let roster: Roster
    /// New companies that may be known ones, and the lines on which they are.
    private var warnings: [(line: Int, reason: ImportProblem.Reason)] = []
    /// The companies of the book and of the rows so far; nil until a row has a new one.
    private var known: KnownCompanies?

    init(columns: CompanyColumns, roster: Roster) {
        self.columns = columns
        self.roster = roster
    }

    static func batch(_ companies: [Located<Company>]) -> ImportBatch { .companies(companies) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let ticker = row.requiredText(columns.ticker).flatMap { ticker in
            guard ticker == Company.noParent else { return ticker as String? }
            // As a parent it means that there is none.
            row.report(columns.ticker, .emptyCell)
            return nil
        }
        let name = row.requiredText(columns.name)
        let parent = row.optionalText(columns.parent)
        let country = row.optionalText(columns.country)
        let exchange = row.optionalText(columns.exchange)
        let fiscalYearEnd = row.month(columns.fiscalYearEnd)
        let cik = row.cik(columns.cik)
        let note = row.optionalLine(columns.note)
        guard let ticker, let name else { return }
        if let subject = roster.subject(withCode: ticker), subject.kind != .company {
            row.report(columns.ticker, .codeInUse(ticker, by: subject.kind))
        }
        let others = roster.aliases(named: ticker).filter {
            $0.ticker.lowercased() != ticker.lowercased()
        }
        if let alias = others.first {
            row.report(columns.ticker, .aliasInUse(ticker, by: alias))
        }
        if parent?.lowercased() == ticker.lowercased() {
            row.report(columns.parent, .ownParent(ticker))
        }
        let company = Company(
            ticker: ticker, name: name, country: country, exchange: exchange,
            fiscalYearEnd: fiscalYearEnd, parent: parent, cik: cik, note: note)
        if !row.hasProblems, roster.subject(withCode: ticker) == nil {
            warnOfKnownCompany(company, line: row.line)
        }
        values.append(Located(value: company, line: row.line))
        counts.values += 1
    }

    /// Adds a warning if a new company may be one that the book or an earlier row has.
    private mutating func warnOfKnownCompany(_ company: Company, line: Int) {
        var known = self.known ?? KnownCompanies(roster)
        // A second owner would make every addition a copy of all.
        self.known = nil
        if let reason = known.warning(about: company) { warnings.append((line, reason)) }
        known.add(company)
        self.known = known
    }

    func reportFindings(to diagnostics: inout Diagnostics, file: String) {
        for (line, reason) in warnings {
            diagnostics.warn(ImportProblem(file: file, line: line, reason: reason))
        }
    }
}
