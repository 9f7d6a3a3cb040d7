import Mining

/// What a company pays for power and earns, as the book has it.
struct CompanyEconomics {
    private let powerCost: ComputedFigure
    private let powerCredits: ComputedFigure
    private let energyUsed: ComputedFigure
    private let publishedPowerPrice: ComputedFigure
    private let powerCostPerBitcoin: ComputedFigure
    private let revenue: ComputedFigure
    private let costOfRevenue: ComputedFigure
    private let efficiency: ComputedFigure
    private let hashprice: ComputedFigure

    init<Source: Book>(
        of company: Company, _ context: ReportContext<Source>, hashprice: ComputedFigure
    )
        throws(Source.Failure)
    {
        powerCost = try context.total(.powerCost, of: company)
        powerCredits = try context.total(.powerCredits, of: company)
        energyUsed = try context.total(.energyUsed, of: company)
        publishedPowerPrice = try context.reader.current(
            .powerPrice, of: company.ticker, over: context.period)
        powerCostPerBitcoin = try context.reader.powerCostPerBitcoin(
            of: company.ticker, over: context.period)
        revenue = try context.total(.revenue, of: company)
        costOfRevenue = try context.total(.costOfRevenue, of: company)
        efficiency = try context.instant(.fleetEfficiency, of: company, at: context.period.last)
        self.hashprice = hashprice
    }

    private var powerPriceNet: ComputedFigure {
        ComputedFigure(powerCost, powerCredits, energyUsed.divisor("energy_used")) {
            Formulas.powerPriceNet(cost: $0[0], credits: $0[1], energy: $0[2])
        }
    }

    /// As published for the period, or carried forward; else computed from the power bill.
    private var powerPrice: ComputedFigure {
        publishedPowerPrice.expression != nil ? publishedPowerPrice : powerPriceNet.marked(.derived)
    }

    private var hashcost: ComputedFigure {
        ComputedFigure(efficiency, powerPrice) {
            Formulas.hashcost(efficiency: $0[0], powerPrice: $0[1])
        }
    }

    /// The published power price that the hashcost rests on, if it is of another period than asked for:
    /// carried forward, or of a part of it. nil otherwise.
    private func otherPowerPrice(than period: Period) -> Observation? {
        guard let inputs = publishedPowerPrice.expression?.inputs, inputs.count == 1,
            inputs[0].observation.period != period, hashcost.expression != nil
        else { return nil }
        return inputs[0].observation
    }

    /// Which companies' hashcost rests on the power price of another period; nil if none does.
    static func powerPriceNote(_ rows: [(company: Company, row: Self)], over period: Period)
        -> String?
    {
        let prices = rows.compactMap { company, row in
            row.otherPowerPrice(than: period).map { price in
                "\(company.ticker) \(price.value) of \(price.period)"
            }
        }
        if prices.isEmpty { return nil }
        return "Hashcost: power prices that are not of \(period): "
            + "\(prices.joined(separator: ", "))."
    }

    /// The power cost of a bitcoin, in every report.
    static let powerCostPerBitcoinDefinition = FigureDefinition(
        "power_cost_per_btc", "Power cost per BTC", FigureUnit(.dollarPerBitcoin),
        formula: "power_cost_per_btc as published, else power_cost / btc_mined",
        meaning: "the cost of the electricity for a bitcoin, before credits")

    static var columns: [CompanyColumn<Self>] {
        let perMegawattHour = FigureUnit(.dollarPerMegawattHour)
        return [
            CompanyColumn(
                FigureDefinition(
                    "power_price_net", "Power price net", perMegawattHour,
                    formula: "(power_cost − power_credits) / energy_used",
                    meaning: "the cost of a MWh after credits, which may be negative"),
                \.powerPriceNet),
            CompanyColumn(powerCostPerBitcoinDefinition, \.powerCostPerBitcoin),
            CompanyColumn(
                FigureDefinition(
                    "company_gross_margin", "Gross margin", FigureUnit(.percent),
                    formula: "1 − cost_of_revenue / revenue",
                    meaning: "the share of revenue left after its cost, without depreciation")
            ) { row in
                ComputedFigure(row.revenue.divisor("revenue"), row.costOfRevenue) {
                    Formulas.companyGrossMargin(revenue: $0[0], cost: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "hashcost", "Hashcost", FigureUnit(.dollarPerPetahashDay),
                    formula: "fleet_efficiency × power_price × 24 / 1000",
                    meaning:
                        "the cost of power for a PH/s in a day; if no power_price is published, "
                        + "at the power price net of credits"), \.hashcost),
            CompanyColumn(
                FigureDefinition(
                    "break_even_power_price", "Break-even power price", perMegawattHour,
                    formula: "hashprice × 1000 / (fleet_efficiency × 24)",
                    meaning: "the power price at which hashcost equals hashprice")
            ) { row in
                ComputedFigure(row.hashprice, row.efficiency.divisor("fleet_efficiency")) {
                    Formulas.breakEvenPowerPrice(hashprice: $0[0], efficiency: $0[1])
                }
            },
        ]
    }
}
