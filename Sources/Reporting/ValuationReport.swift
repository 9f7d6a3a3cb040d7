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

/// What a company is worth and has, as the book has it.
private struct CompanyValue {
    let marketCap: Computed
    private let debt: Computed
    private let cash: Computed
    private let hashrate: Computed
    private let power: Computed
    private let bitcoinHeld: Computed
    private let bitcoinPrice: Computed
    private let shares: Computed
    private let previousShares: Computed

    init<Source: Book>(of company: Company, _ setting: Setting<Source>, bitcoinPrice: Computed)
        throws(Source.Failure)
    {
        marketCap =
            try setting.reader.marketCap(of: company, at: setting.day)?.computed
            ?? Computed(
                reason: "the book has no current market_cap of \(company.ticker) on \(setting.day)")
        debt = try setting.instant(.totalDebt, of: company)
        cash = try setting.instant(.cash, of: company)
        hashrate = try setting.instant(.deployedHashrate, of: company)
        power = try setting.instant(.powerCapacity, of: company)
        bitcoinHeld = try setting.instant(.btcHeld, of: company)
        shares = try setting.instant(.sharesOutstanding, of: company)
        previousShares = try setting.instant(
            .sharesOutstanding, of: company, at: setting.since.last)
        self.bitcoinPrice = bitcoinPrice
    }

    private var enterpriseValue: Computed {
        Computed(marketCap, debt, cash) {
            Formulas.enterpriseValue(marketCap: $0[0], debt: $0[1], cash: $0[2])
        }
    }

    private static func perExahash(_ value: Computed, _ row: Self) -> Computed {
        Computed(value, row.hashrate.divisor("deployed_hashrate")) {
            Formulas.valuePerCapacity($0[0], capacity: $0[1])
        }
    }

    static var columns: [CompanyColumn<Self>] {
        let dollars = FigureUnit(.dollar)
        let perExahash = FigureUnit("USD per EH/s", shown: "USD m per EH/s", power: -6)
        return [
            CompanyColumn(
                FigureDefinition(
                    "market_cap", "Market cap", dollars,
                    formula: "market_cap, or share_price × shares_outstanding where newer",
                    meaning: "what the shares are worth"), \.marketCap),
            CompanyColumn(
                FigureDefinition(
                    "enterprise_value", "Enterprise value", dollars,
                    formula: "market_cap + total_debt − cash",
                    meaning: "what the company is worth to all who finance it; bitcoin is not "
                        + "deducted"), \.enterpriseValue),
            CompanyColumn(
                FigureDefinition(
                    "market_cap_per_exahash", "Market cap per EH/s", perExahash,
                    formula: "market_cap / deployed_hashrate",
                    meaning: "what the market pays for an EH/s")
            ) { Self.perExahash($0.marketCap, $0) },
            CompanyColumn(
                FigureDefinition(
                    "enterprise_value_per_exahash", "EV per EH/s", perExahash,
                    formula: "enterprise_value / deployed_hashrate",
                    meaning: "what an EH/s costs with the debt on it")
            ) { Self.perExahash($0.enterpriseValue, $0) },
            CompanyColumn(
                FigureDefinition(
                    "enterprise_value_per_megawatt", "EV per MW",
                    FigureUnit("USD per MW", shown: "USD m per MW", power: -6),
                    formula: "enterprise_value / power_capacity",
                    meaning: "what an energized MW costs")
            ) { row in
                Computed(row.enterpriseValue, row.power.divisor("power_capacity")) {
                    Formulas.valuePerCapacity($0[0], capacity: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "btc_value_share", "Bitcoin in market cap", FigureUnit(.percent),
                    formula: "btc_held × btc_price / market_cap",
                    meaning: "how much of the market cap the bitcoin held is worth")
            ) { row in
                Computed(row.bitcoinHeld, row.bitcoinPrice, row.marketCap.divisor("market_cap")) {
                    Formulas.bitcoinValueShare(held: $0[0], price: $0[1], marketCap: $0[2])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "dilution", "Dilution", FigureUnit(.percent),
                    formula: "shares_outstanding / what it was − 1",
                    meaning: "how much the number of shares grew since", isSigned: true)
            ) { row in
                Computed(row.shares, row.previousShares.divisor("shares_outstanding")) {
                    Formulas.percentChange($0[0], from: $0[1])
                }
            },
        ]
    }
}
