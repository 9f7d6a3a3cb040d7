import Mining

/// What a company is worth and has, as the book has it.
struct CompanyValue {
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
