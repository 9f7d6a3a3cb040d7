import Mining

/// What a company mined, sold and kept, as the book has it.
struct CompanyProduction {
    let mined: ComputedFigure
    let sold: ComputedFigure
    /// Bitcoin held on the day before the period.
    let opening: ComputedFigure
    let held: ComputedFigure
    /// The average operating hashrate, else the mean of what was deployed at both ends.
    let hashrate: ComputedFigure
    /// The metric of `hashrate`.
    let hashrateMetric: Metric
    let networkReward: ComputedFigure
    let networkHashrate: ComputedFigure

    init<Source: Book>(
        of company: Company, _ context: ReportContext<Source>, _ networkReward: ComputedFigure,
        _ networkHashrate: ComputedFigure
    ) throws(Source.Failure) {
        let dayBefore = context.period.first.advanced(by: -1)
        mined = try context.total(.btcMined, of: company)
        sold = try context.total(.btcSold, of: company)
        opening = try context.instant(.btcHeld, of: company, at: dayBefore)
        held = try context.instant(.btcHeld, of: company)
        let operating = try context.total(.operatingHashrate, of: company)
        hashrateMetric = operating.expression != nil ? .operatingHashrate : .deployedHashrate
        hashrate =
            operating.expression != nil
            ? operating
            : ComputedFigure(
                try context.instant(.deployedHashrate, of: company, at: dayBefore),
                try context.instant(.deployedHashrate, of: company)
            ) { Formulas.meanOfEnds($0[0], $0[1]) }.marked(.derived)
        self.networkReward = networkReward
        self.networkHashrate = networkHashrate
    }

    /// Only computed if both holdings are of exactly their days: carried forward ones would not show
    /// what happened in the period.
    private var residual: ComputedFigure {
        guard !opening.marks.contains(.carried), !held.marks.contains(.carried) else {
            return ComputedFigure(
                reason: "the bitcoin held at both ends of the period is not known")
        }
        return ComputedFigure(held, opening, mined, sold) {
            Formulas.residual(closing: $0[0], opening: $0[1], mined: $0[2], sold: $0[3])
        }
    }

    private var perExahash: ComputedFigure {
        ComputedFigure(mined, hashrate.divisor("its hashrate")) {
            Formulas.minedPerExahash(mined: $0[0], hashrate: $0[1])
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
                    meaning: "the share of the mined bitcoin that was sold")
            ) { company in
                ComputedFigure(company.sold, company.mined.divisor("btc_mined")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(.btcHeld, \.held),
            minedPerExahash,
            CompanyColumn(
                FigureDefinition(
                    "realized_hashrate", "Realized hashrate", FigureUnit(.exahashPerSecond),
                    formula: "btc_mined × network_hashrate / network reward",
                    meaning: "the hashrate that would earn on average what the company mined")
            ) { company in
                ComputedFigure(company.mined, company.networkReward, company.networkHashrate) {
                    Formulas.realizedHashrate(mined: $0[0], reward: $0[1], networkHashrate: $0[2])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "opening_btc_held", "Opening BTC held", FigureUnit(.bitcoin),
                    formula: "btc_held on the day before the period",
                    meaning: "the bitcoin held when the period began"), \.opening),
            CompanyColumn(
                FigureDefinition(
                    "residual_btc", "Residual", FigureUnit(.bitcoin),
                    formula: "btc_held − (opening_btc_held + btc_mined − btc_sold)",
                    meaning: "the change of holdings other than by mining and selling",
                    isSigned: true), \.residual),
        ]
    }

    /// Bitcoin mined per EH/s. A column after it says per which kind of hashrate, because the two
    /// kinds do not compare.
    private static var minedPerExahash: CompanyColumn<CompanyProduction> {
        var column = CompanyColumn<CompanyProduction>(
            FigureDefinition(
                "btc_per_exahash", "Mined per EH/s", FigureUnit("BTC per EH/s"),
                formula:
                    "btc_mined / operating_hashrate, else / mean of deployed_hashrate at both ends",
                meaning:
                    "the bitcoin mined per EH/s that ran on average, or if that is not known per "
                    + "EH/s deployed")
        ) { company in
            company.perExahash
        }
        column.remark = (
            Column("btc_per_exahash_of", "Per EH/s of", .text),
            { company in
                guard company.perExahash.expression != nil else { return .missing }
                let shown = company.hashrateMetric == .operatingHashrate ? "operating" : "deployed"
                return .worded(company.hashrateMetric.code, shown: shown)
            }
        )
        return column
    }

    /// Names the companies whose bitcoin are per deployed, not operating, hashrate; nil if there
    /// are none.
    static func hashrateNote(_ rows: [(company: Company, row: Self)]) -> String? {
        let known = rows.filter { $0.row.perExahash.expression != nil }
        let deployed = known.filter { $0.row.hashrateMetric == .deployedHashrate }
        if deployed.isEmpty { return nil }
        let names = deployed.map(\.company.ticker).sorted().joined(separator: ", ")
        let subject = "Mined per EH/s is per deployed hashrate, not per operating hashrate, for"
        return deployed.count == known.count
            ? "\(subject) all companies: not all of it may have run."
            : "\(subject) \(names): not all of it may have run, so that these do not compare with the "
                + "others."
    }
}
