import Mining

/// Where the parts of an alias stand: `alias,ticker,valid_from,valid_to,note`.
struct AliasColumns {
    var alias, ticker: Column
    var validFrom, validTo, note: Column?

    init?(_ header: inout Header) {
        let alias = header.required("alias")
        let ticker = header.required("ticker")
        validFrom = header.optional("valid_from")
        validTo = header.optional("valid_to")
        note = header.optional("note")
        guard let alias, let ticker else { return nil }
        self.alias = alias
        self.ticker = ticker
    }
}

/// Reads former tickers and names of companies that the roster has.
struct AliasRows: RowReader {
    var values: [Located<Alias>] = []
    let columns: AliasColumns
    let roster: Roster

    static func batch(_ aliases: [Located<Alias>]) -> ImportBatch { .aliases(aliases) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let alias = row.requiredText(columns.alias)
        let ticker = row.ticker(columns.ticker, in: roster)
        let days = row.days(from: columns.validFrom, to: columns.validTo)
        let note = row.optionalText(columns.note)
        guard let alias, let ticker else { return }
        values.append(
            Located(
                value: Alias(
                    alias: alias, ticker: ticker, validFrom: days.from, validTo: days.to,
                    note: note),
                line: row.line))
        counts.values += 1
    }
}

extension Row {
    /// The ticker, as the roster has it, of the company that a cell gives by its ticker.
    mutating func ticker(_ column: Column, in roster: Roster) -> String? {
        guard let text = requiredText(column) else { return nil }
        guard let company = roster.bearer(of: text), company.kind == .company else {
            report(column, roster.problem(withTicker: text))
            return nil
        }
        return company.code
    }

    /// The first and the last day of a time, either of which may be open.
    mutating func days(from first: Column?, to last: Column?) -> (from: Day?, to: Day?) {
        let (from, to) = (day(first), day(last))
        if let from, let to, from > to { report(last, .backwards(from: from, to: to)) }
        return (from, to)
    }
}
