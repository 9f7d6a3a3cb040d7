import Mining

/// What a company mined, sold and kept, as the book has it.
struct CompanyProduction {
    let mined: Computed
    let sold: Computed
    /// At both ends of the period.
    let opening: Computed
    let held: Computed
    /// What was in operation on average, else deployed on average of both ends.
    let hashrate: Computed
    let networkReward: Computed
    let networkHashrate: Computed

    init<Source: Book>(
        of company: Company, _ setting: Setting<Source>, _ networkReward: Computed,
        _ networkHashrate: Computed
    ) throws(Source.Failure) {
        let dayBefore = setting.period.first.advanced(by: -1)
        mined = try setting.total(.btcMined, of: company)
        sold = try setting.total(.btcSold, of: company)
        opening = try setting.instant(.btcHeld, of: company, at: dayBefore)
        held = try setting.instant(.btcHeld, of: company)
        let operating = try setting.total(.operatingHashrate, of: company)
        hashrate =
            operating.expression != nil
            ? operating
            : Computed(
                try setting.instant(.deployedHashrate, of: company, at: dayBefore),
                try setting.instant(.deployedHashrate, of: company)
            ) { Formulas.meanOfEnds($0[0], $0[1]) }.marked(.derived)
        self.networkReward = networkReward
        self.networkHashrate = networkHashrate
    }

    /// What is held on other days than the two would not show what happened between them.
    private var residual: Computed {
        guard !opening.marks.contains(.carried), !held.marks.contains(.carried) else {
            return Computed(reason: "what was held at both ends of the period is not known")
        }
        return Computed(held, opening, mined, sold) {
            Formulas.residual(closing: $0[0], opening: $0[1], mined: $0[2], sold: $0[3])
        }
    }

    static var columns: [CompanyColumn<CompanyProduction>] {
        [
            CompanyColumn(.btcMined, \.mined),
            CompanyColumn(.btcSold, \.sold),
            CompanyColumn(
                FigureDefinition(
                    "liquidation", "Liquidation", FigureUnit(.percent),
                    formula: "btc_sold / btc_mined",
                    meaning: "how much of what was mined was sold")
            ) { company in
                Computed(company.sold, company.mined.divisor("btc_mined")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(.btcHeld, \.held),
            CompanyColumn(
                FigureDefinition(
                    "btc_per_exahash", "Mined per EH/s", FigureUnit("BTC per EH/s"),
                    formula: "btc_mined / operating_hashrate",
                    meaning: "what an average EH/s in operation mined")
            ) { company in
                Computed(company.mined, company.hashrate.divisor("its hashrate")) {
                    Formulas.minedPerExahash(mined: $0[0], hashrate: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "realized_hashrate", "Realized hashrate", FigureUnit(.exahashPerSecond),
                    formula: "btc_mined × network_hashrate / network reward",
                    meaning: "the hashrate that earns on average what the company mined")
            ) { company in
                Computed(company.mined, company.networkReward, company.networkHashrate) {
                    Formulas.realizedHashrate(mined: $0[0], reward: $0[1], networkHashrate: $0[2])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "opening_btc_held", "Opening BTC held", FigureUnit(.bitcoin),
                    formula: "btc_held on the day before the period",
                    meaning: "what was held when the period began"), \.opening),
            CompanyColumn(
                FigureDefinition(
                    "residual_btc", "Residual", FigureUnit(.bitcoin),
                    formula: "btc_held − (opening_btc_held + btc_mined − btc_sold)",
                    meaning: "what the holdings changed by other than by mining and selling",
                    isSigned: true), \.residual),
        ]
    }
}
