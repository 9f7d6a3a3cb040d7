import Mining

/// What the market pays for the members: for the whole, for an EH/s, for a MW, and how much of it
/// is bitcoin.
///
/// Table: `companies` (one row per member, largest market cap first). A market cap is as in the
/// sector report; bitcoin is not deducted from enterprise value.
enum ValuationReport {
    static func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            let nobody = CompanyFigures(CompanyValue.columns)
            return question.nothing("valuation", [nobody.table("Valuation", digits: nil)])
        }
        let price = try setting.reader.instant(
            .btcPrice, of: Subject.network.code, at: setting.day)
        let figures = CompanyFigures(
            CompanyValue.columns,
            of: try setting.members.map { (company) throws(Source.Failure) in
                (company, try CompanyValue(of: company, setting, bitcoinPrice: price))
            }
        ).ranked(by: Metric.marketCap.code)
        let derived = figures[Metric.marketCap.code].filter { $0.figure.marks.contains(.derived) }
            .map(\.company.ticker).sorted()
        let derivedNote =
            derived.isEmpty
            ? nil : "Market cap: share price times shares for \(derived.joined(separator: ", "))."
        let priceNote = price.reason.map { "Bitcoin in market cap cannot be told: \($0)." }
        return Account(
            document: Document(
                report: "valuation", parameters: setting.parameters,
                tables: [
                    figures.table(
                        "Valuation on \(setting.on), dilution since \(setting.since)",
                        digits: question.digits)
                ],
                notes: setting.memberNotes + figures.notes()
                    + [derivedNote, priceNote].compactMap(\.self)),
            workings: figures.workings(of: setting.on))
    }
}
