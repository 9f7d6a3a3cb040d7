import Mining

/// The columns of companies: `ticker,name,country,exchange,fiscal_year_end,parent,note`.
struct CompanyColumns {
    var ticker, name: FileColumn
    var country, exchange, fiscalYearEnd, parent, note: FileColumn?

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let ticker = header.required("ticker")
        let name = header.required("name")
        country = header.optional("country")
        exchange = header.optional("exchange")
        fiscalYearEnd = header.optional("fiscal_year_end")
        parent = header.optional("parent")
        note = header.optional("note")
        guard let ticker, let name else { return nil }
        self.ticker = ticker
        self.name = name
    }
}

/// Reads companies. Their parents are checked later, when all companies are known (`ParentCheck`).
struct CompanyRows: RowReader {
    var values: [Located<Company>] = []
    let columns: CompanyColumns
    let roster: Roster

    static func batch(_ companies: [Located<Company>]) -> ImportBatch { .companies(companies) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let ticker = row.requiredText(columns.ticker)
        let name = row.requiredText(columns.name)
        let parent = row.optionalText(columns.parent)
        let country = row.optionalText(columns.country)
        let exchange = row.optionalText(columns.exchange)
        let fiscalYearEnd = row.month(columns.fiscalYearEnd)
        let note = row.optionalText(columns.note)
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
        values.append(
            Located(
                value: Company(
                    ticker: ticker, name: name, country: country, exchange: exchange,
                    fiscalYearEnd: fiscalYearEnd, parent: parent, note: note),
                line: row.line))
        counts.values += 1
    }
}
