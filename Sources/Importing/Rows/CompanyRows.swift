import Mining

/// Where the parts of a company stand: `ticker,name,country,exchange,fiscal_year_end,parent,note`.
struct CompanyColumns {
    var ticker, name: Column
    var country, exchange, fiscalYearEnd, parent, note: Column?

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

/// Reads companies. Whether their parents are known is seen only when all companies are
/// (`ParentCheck`).
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
        if let subject = roster.bearer(of: ticker), subject.kind != .company {
            row.report(columns.ticker, .takenCode(ticker, by: subject.kind))
        }
        let others = roster.aliases(named: ticker).filter {
            $0.ticker.lowercased() != ticker.lowercased()
        }
        if let alias = others.first {
            row.report(columns.ticker, .takenAlias(ticker, by: alias))
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

extension Roster {
    /// Whose own code `code` is, whatever the letter case; aliases and names don't count.
    func bearer(of code: String) -> Subject? {
        subject(named: code, on: .first).flatMap {
            $0.code.lowercased() == code.lowercased() ? $0 : nil
        }
    }

    /// What is wrong with `text`, which is no company's ticker.
    func problem(withTicker text: String) -> ImportProblem.Fact {
        .unknownCompany(
            text,
            nearest: aliases(named: text).last?.ticker ?? nearest(to: text, in: tickers),
            hasCompanies: !tickers.isEmpty)
    }
}
