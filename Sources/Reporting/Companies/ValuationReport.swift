import Mining

/// What the market pays for each member: in total, per EH/s and per MW, and how much of it is
/// bitcoin.
///
/// Table: `companies` (one row per member, largest market cap first). Market caps are those of the
/// sector report; bitcoin is not deducted from enterprise value.
enum ValuationReport {
    static func result<Source: Book>(for query: ReportQuery, from book: Source)
        throws(Source.Failure) -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            let empty = CompanyFigures(CompanyValue.columns)
            return query.emptyResult("valuation", [empty.table("Valuation", digits: nil)])
        }
        let price = try context.reader.instant(
            .btcPrice, of: Subject.network.code, at: context.day)
        let values = try context.members.map { (company) throws(Source.Failure) in
            (company: company, row: try CompanyValue(of: company, context, bitcoinPrice: price))
        }
        let figures = try CompanyFigures(CompanyValue.columns, of: values)
            .ranked(by: Metric.marketCap.code).withConflicts(context.reader)
        let derived = figures[Metric.marketCap.code].filter { $0.figure.marks.contains(.derived) }
            .map(\.company.ticker).sorted()
        let derivedNote =
            derived.isEmpty
            ? nil : "Market cap: share price times shares for \(derived.joined(separator: ", "))."
        let priceNote = price.reason.map { "Bitcoin in market cap: not enough data: \($0)." }
        return ReportResult(
            document: Document(
                report: "valuation", parameters: context.parameters,
                tables: [
                    figures.table(
                        "Valuation on \(context.on), dilution since \(context.since)",
                        digits: query.digits)
                ],
                notes: context.memberNotes + figures.notes() + CompanyValue.dateNotes(values)
                    + [derivedNote, priceNote].compactMap(\.self)
                    + conversionNotes(figures) + values.compactMap { $0.row.mismatch?.note }
                    + figures.conflicts.sentences),
            explainedFigures: figures.explainedFigures(of: context.on))
    }

    /// How shares were converted for a market cap, one sentence for each company.
    private static func conversionNotes(_ figures: CompanyFigures) -> [String] {
        figures[Metric.marketCap.code].compactMap { company, figure in
            figure.basis.map { "\(company.ticker): \($0)." }
        }
    }
}

extension MarketCapMismatch {
    /// A sentence for people that names both amounts.
    var note: String {
        "\(published.subject): the published market cap (\(published.value), "
            + "\(published.period)) does not fit share price × shares (\(computed), "
            + "\(price.period)); is one of them per ADS, or from before a split "
            + "(minerbook list share_basis)?"
    }
}
