import Mining

/// What a company is worth, and what it owns and owes, as the book has it.
struct CompanyValue {
    let marketCap: ComputedFigure
    private let debt: ComputedFigure
    private let cash: ComputedFigure
    private let hashrate: ComputedFigure
    private let power: ComputedFigure
    private let bitcoinHeld: ComputedFigure
    private let bitcoinPrice: ComputedFigure
    private let shares: ComputedFigure
    /// The share count at the base, converted to the basis of `shares` if there was a split in
    /// between.
    private let previousShares: ComputedFigure
    /// The published market cap that does not fit share price times shares; nil if they fit.
    let mismatch: MarketCapMismatch?

    init<Source: Book>(
        of company: Company, _ context: ReportContext<Source>, bitcoinPrice: ComputedFigure
    )
        throws(Source.Failure)
    {
        let parts = try context.reader.marketCapParts(of: company, at: context.day)
        let marketCap =
            try context.reader.marketCap(parts).map(ComputedFigure.init)
            ?? ComputedFigure(
                reason: "the book has no current market_cap of \(company.ticker) on \(context.day)")
        debt = try context.instant(.totalDebt, of: company)
        cash = try context.instant(.cash, of: company)
        hashrate = try context.instant(.deployedHashrate, of: company)
        power = try context.instant(.powerCapacity, of: company)
        bitcoinHeld = try context.instant(.btcHeld, of: company)
        shares = try context.instant(.sharesOutstanding, of: company)
        previousShares = try context.shares(of: company, at: context.since.last, onBasisOf: shares)
        mismatch = try context.reader.marketCapMismatch(parts)
        self.marketCap = mismatch == nil ? marketCap : marketCap.marked(.mismatch)
        self.bitcoinPrice = bitcoinPrice
    }

    private var enterpriseValue: ComputedFigure {
        ComputedFigure(marketCap, debt, cash) {
            Formulas.enterpriseValue(marketCap: $0[0], debt: $0[1], cash: $0[2])
        }
    }

    private static func perExahash(_ value: ComputedFigure, _ row: Self) -> ComputedFigure {
        ComputedFigure(value, row.hashrate.divisor("deployed_hashrate")) {
            Formulas.valuePerCapacity($0[0], capacity: $0[1])
        }
    }

    static var columns: [CompanyColumn<Self>] { totals + perCapacity + shareholders }

    /// The market cap of a company, in every report.
    static let marketCapDefinition = FigureDefinition(
        "market_cap", "Market cap", FigureUnit(.dollar),
        formula: "market_cap, or share_price × shares_outstanding / ADS ratio where newer",
        meaning: "the market value of the shares")

    private static var totals: [CompanyColumn<Self>] {
        let dollars = FigureUnit(.dollar)
        return [
            CompanyColumn(marketCapDefinition, \.marketCap),
            CompanyColumn(
                FigureDefinition(
                    "enterprise_value", "Enterprise value", dollars,
                    formula: "market_cap + total_debt − cash",
                    meaning: "the market value of the company including its debt; bitcoin is not "
                        + "deducted"), \.enterpriseValue),
        ]
    }

    private static var perCapacity: [CompanyColumn<Self>] {
        let perExahash = FigureUnit("USD per EH/s", shown: "USD m per EH/s", power: -6)
        return [
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
                    meaning: "what an EH/s costs, including debt")
            ) { Self.perExahash($0.enterpriseValue, $0) },
            CompanyColumn(
                FigureDefinition(
                    "enterprise_value_per_megawatt", "EV per MW",
                    FigureUnit("USD per MW", shown: "USD m per MW", power: -6),
                    formula: "enterprise_value / power_capacity",
                    meaning: "what an energized MW costs")
            ) { row in
                ComputedFigure(row.enterpriseValue, row.power.divisor("power_capacity")) {
                    Formulas.valuePerCapacity($0[0], capacity: $0[1])
                }
            },
        ]
    }

    private static var shareholders: [CompanyColumn<Self>] {
        [
            CompanyColumn(
                FigureDefinition(
                    "btc_value_share", "Bitcoin in market cap", FigureUnit(.percent),
                    formula: "btc_held × btc_price / market_cap",
                    meaning: "the value of the bitcoin held as a share of the market cap")
            ) { row in
                ComputedFigure(
                    row.bitcoinHeld, row.bitcoinPrice, row.marketCap.divisor("market_cap")
                ) {
                    Formulas.bitcoinValueShare(held: $0[0], price: $0[1], marketCap: $0[2])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "dilution", "Dilution", FigureUnit(.percent),
                    formula: "shares_outstanding / its base − 1",
                    meaning: "how much the number of shares grew since the base, splits aside",
                    isSigned: true)
            ) { row in
                // The same figure at both ends says nothing about the time between.
                if let shares = row.shares.expression, let base = row.previousShares.expression,
                    shares.hasInputs(of: base), shares.sign == 1
                {
                    return ComputedFigure(
                        reason: "the book has no newer shares_outstanding than at the base")
                }
                return ComputedFigure(
                    row.shares, row.previousShares.divisor("shares_outstanding")
                ) {
                    Formulas.percentChange($0[0], from: $0[1])
                }
            },
        ]
    }
}

extension CompanyValue {
    /// The days of the figures that filings give once a quarter, one sentence for each metric: a
    /// market cap of today with the debt of two quarters ago is no enterprise value of today.
    static func dateNotes(_ rows: [(company: Company, row: Self)]) -> [String] {
        let parts: [(name: String, figure: (Self) -> ComputedFigure)] = [
            ("Debt", \.debt), ("Cash", \.cash), ("Shares", \.shares),
        ]
        return parts.compactMap { part in
            .days(
                of: part.name,
                rows.flatMap { company, row in
                    (part.figure(row).expression?.inputs ?? []).map {
                        (company.ticker, $0.observation.period.last)
                    }
                })
        }
    }
}

extension FigureDefinition {
    /// The definition of a metric of a company, in every report.
    static func ofCompany(_ metric: Metric) -> FigureDefinition {
        switch metric {
        case .marketCap: CompanyValue.marketCapDefinition
        case .powerCostPerBtc: CompanyEconomics.powerCostPerBitcoinDefinition
        default: FigureDefinition(metric)
        }
    }
}
