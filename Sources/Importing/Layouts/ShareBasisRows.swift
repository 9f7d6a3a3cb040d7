import Mining

/// The columns of share facts: `ticker,from,ads_ratio,split,source,note`.
struct ShareBasisColumns {
    var ticker: FileColumn
    var from, adsRatio, split, source, note: FileColumn?

    /// Takes the columns; nil if a required one is missing, which is reported.
    init?(_ header: inout Header) {
        let ticker = header.required("ticker")
        from = header.optional("from")
        adsRatio = header.optional("ads_ratio")
        split = header.optional("split")
        source = header.optional("source")
        note = header.optional("note")
        guard let ticker else { return nil }
        self.ticker = ticker
    }
}

/// Reads share facts, such as ADS ratios and splits, of companies in the roster.
struct ShareBasisRows: RowReader {
    var values: [Located<ShareBasis>] = []
    let columns: ShareBasisColumns
    let roster: Roster

    static func batch(_ rows: [Located<ShareBasis>]) -> ImportBatch { .shareBasis(rows) }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let ticker = row.ticker(columns.ticker, in: roster)
        let from = row.day(columns.from)
        let adsRatio = ratio(columns.adsRatio, of: &row, ShareRatio.init(number:)) {
            .notADSRatio($0)
        }
        let split = ratio(columns.split, of: &row, Self.split) { .notShareRatio($0) }
        let source = row.line(columns.source)
        let note = row.optionalLine(columns.note)
        if !row.hasProblems {
            if adsRatio == nil, split == nil { row.report(nil, .emptyShareBasis) }
            if split != nil, from == nil { row.report(columns.from, .splitWithoutDay) }
        }
        guard let ticker else { return }
        values.append(
            Located(
                value: ShareBasis(
                    ticker: ticker, from: from, adsRatio: adsRatio, split: split, source: source,
                    note: note),
                line: row.line))
        counts.values += 1
    }

    /// The ratio of a split; one for one is none.
    private static func split(_ text: String) -> ShareRatio? {
        ShareRatio(text).flatMap { $0 == .one ? nil : $0 }
    }

    /// The ratio in a cell; nil if the cell is empty, or bad, which is reported with `reason`.
    private func ratio(
        _ column: FileColumn?, of row: inout Row, _ read: (String) -> ShareRatio?,
        _ reason: (String) -> ImportProblem.Reason
    ) -> ShareRatio? {
        guard let column, let text = row.optionalText(column) else { return nil }
        guard let ratio = read(text) else {
            row.report(column, reason(text))
            return nil
        }
        return ratio
    }
}
