import Mining

/// The columns of aliases: `alias,ticker,valid_from,valid_to,note`.
struct AliasColumns {
    var alias, ticker: FileColumn
    var validFrom, validTo, note: FileColumn?

    /// Takes the columns; nil if a required one is missing, which is reported.
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

/// Reads aliases, such as former tickers and names, of companies in the roster.
struct AliasRows: RowReader {
    var values: [Located<Alias>] = []
    let columns: AliasColumns
    let roster: Roster

    static func batch(_ aliases: [Located<Alias>]) -> ImportBatch { .aliases(aliases) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let alias = row.requiredText(columns.alias)
        let ticker = row.ticker(columns.ticker, in: roster)
        let days = row.days(from: columns.validFrom, to: columns.validTo)
        let note = row.optionalLine(columns.note)
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
