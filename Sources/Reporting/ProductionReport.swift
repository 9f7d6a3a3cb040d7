import Mining

/// What the members mined, sold and kept over a period, and how well their machines ran.
///
/// Tables: `companies` (one row per member, by bitcoin mined), `group` (their sums). The period
/// is what is reported on, a single day its month to date.
struct ProductionReport<Source: Book> {
    private let setting: Setting<Source>

    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            let nobody = CompanyFigures(definitions)
            return question.nothing("production", [nobody.table("Production", digits: nil)])
        }
        return try ProductionReport(setting: setting).account()
    }

    private func account() throws(Source.Failure) -> Account {
        let reward = try setting.networkReward()
        let network = try setting.networkHashrate()
        let columns = zip(
            Self.definitions,
            [
                mined, sold, liquidation, held, perExahash,
                { (company) throws(Source.Failure) in
                    Computed(try mined(company), reward, network) {
                        Formulas.realizedHashrate(
                            mined: $0[0], reward: $0[1], networkHashrate: $0[2])
                    }
                },
                opening, residual,
            ]
        ).map { CompanyColumn<Source>($0, $1) }
        let figures = try CompanyFigures(columns, of: setting.members)
            .ranked(by: Metric.btcMined.code)
        let group = FigureTable(
            subject: setting.question.scope.name,
            lines: Self.summed.map { metric in
                FigureTable.Line(
                    FigureDefinition(metric),
                    .sum(
                        figures[metric.code].map { ($0.company.ticker, $0.figure) },
                        of: setting.members, in: setting.question.scope, metric.code))
            })
        let (period, digits) = (setting.period, setting.question.digits)
        return Account(
            document: Document(
                report: "production", parameters: setting.parameters,
                tables: [
                    figures.table("Production over \(period)", digits: digits),
                    group.table("Together", name: "group", digits: digits),
                ],
                notes: [try setting.hint(.btcMined, in: figures)].compactMap(\.self)
                    + figures.notes + group.notes + ["Network reward: \(reward.basis ?? "")."]),
            workings: figures.workings(of: period) + group.workings(of: period))
    }

    private static var summed: [Metric] { [.btcMined, .btcSold, .btcHeld] }

    private static var definitions: [FigureDefinition] {
        [
            FigureDefinition(.btcMined), FigureDefinition(.btcSold),
            FigureDefinition(
                "liquidation", "Liquidation", FigureUnit(.percent),
                formula: "btc_sold / btc_mined",
                meaning: "how much of what was mined was sold"),
            FigureDefinition(.btcHeld),
            FigureDefinition(
                "btc_per_exahash", "Mined per EH/s", FigureUnit("BTC per EH/s"),
                formula: "btc_mined / operating_hashrate",
                meaning: "what an average EH/s in operation mined"),
            FigureDefinition(
                "realized_hashrate", "Realized hashrate", FigureUnit(.exahashPerSecond),
                formula: "btc_mined × network_hashrate / network reward",
                meaning: "the hashrate that earns on average what the company mined"),
            FigureDefinition(
                "opening_btc_held", "Opening BTC held", FigureUnit(.bitcoin),
                formula: "btc_held on the day before the period",
                meaning: "what was held when the period began"),
            FigureDefinition(
                "residual_btc", "Residual", FigureUnit(.bitcoin),
                formula: "btc_held − (opening_btc_held + btc_mined − btc_sold)",
                meaning: "what the holdings changed by other than by mining and selling",
                isSigned: true),
        ]
    }
}

extension ProductionReport {
    private func mined(_ company: Company) throws(Source.Failure) -> Computed {
        try setting.total(.btcMined, of: company)
    }

    private func sold(_ company: Company) throws(Source.Failure) -> Computed {
        try setting.total(.btcSold, of: company)
    }

    private func liquidation(_ company: Company) throws(Source.Failure) -> Computed {
        Computed(try sold(company), try mined(company)) { Formulas.percentage($0[0], of: $0[1]) }
    }

    private func held(_ company: Company) throws(Source.Failure) -> Computed {
        try setting.instant(.btcHeld, of: company, at: setting.period.last)
    }

    private func opening(_ company: Company) throws(Source.Failure) -> Computed {
        try setting.instant(.btcHeld, of: company, at: dayBefore)
    }

    private var dayBefore: Day { setting.period.first.advanced(by: -1) }

    /// Per EH/s in operation, else per EH/s deployed on average of both ends, marked as derived.
    private func perExahash(_ company: Company) throws(Source.Failure) -> Computed {
        var hashrate = try setting.total(.operatingHashrate, of: company)
        if hashrate.expression == nil {
            hashrate = Computed(
                try setting.instant(.deployedHashrate, of: company, at: dayBefore),
                try setting.instant(.deployedHashrate, of: company)
            ) { .quotient(.sum($0), .constant(DecimalNumber(2))) }.marked(.derived)
        }
        return Computed(try mined(company), hashrate) { .quotient($0[0], $0[1]) }
    }

    /// What is held on other days than the two would not show what happened between them.
    private func residual(_ company: Company) throws(Source.Failure) -> Computed {
        let (opening, closing) = (try opening(company), try held(company))
        guard !opening.marks.contains(.carried), !closing.marks.contains(.carried) else {
            return Computed(
                reason: "what \(company.ticker) held at both ends of the period is not known")
        }
        return Computed(closing, opening, try mined(company), try sold(company)) {
            Formulas.residual(closing: $0[0], opening: $0[1], mined: $0[2], sold: $0[3])
        }
    }
}
