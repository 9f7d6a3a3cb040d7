import Mining

/// What a company pays for power and earns by it, as the book has it.
struct CompanyEconomics {
    private let powerCost: Computed
    private let powerCredits: Computed
    private let energyUsed: Computed
    private let publishedPowerPrice: Computed
    private let publishedCostPerBitcoin: Computed
    private let mined: Computed
    private let revenue: Computed
    private let costOfRevenue: Computed
    private let efficiency: Computed
    private let hashprice: Computed

    init<Source: Book>(of company: Company, _ setting: Setting<Source>, hashprice: Computed)
        throws(Source.Failure)
    {
        powerCost = try setting.total(.powerCost, of: company)
        powerCredits = try setting.total(.powerCredits, of: company)
        energyUsed = try setting.total(.energyUsed, of: company)
        let price = try setting.total(.powerPrice, of: company)
        publishedPowerPrice =
            price.expression != nil ? price : try setting.instant(.powerPrice, of: company)
        publishedCostPerBitcoin = try setting.total(.powerCostPerBtc, of: company)
        mined = try setting.total(.btcMined, of: company)
        revenue = try setting.total(.revenue, of: company)
        costOfRevenue = try setting.total(.costOfRevenue, of: company)
        efficiency = try setting.instant(.fleetEfficiency, of: company)
        self.hashprice = hashprice
    }

    private var powerPriceNet: Computed {
        Computed(powerCost, powerCredits, energyUsed.divisor("energy_used")) {
            Formulas.powerPriceNet(cost: $0[0], credits: $0[1], energy: $0[2])
        }
    }

    private var powerCostPerBitcoin: Computed {
        guard publishedCostPerBitcoin.expression == nil else { return publishedCostPerBitcoin }
        return Computed(powerCost, mined.divisor("btc_mined")) {
            Formulas.powerCostPerBitcoin(cost: $0[0], mined: $0[1])
        }.marked(.derived)
    }

    /// The published one, for the period or carried as instants are, else that of the bill.
    private var powerPrice: Computed {
        publishedPowerPrice.expression != nil ? publishedPowerPrice : powerPriceNet.marked(.derived)
    }

    static var columns: [CompanyColumn<Self>] {
        let perMegawattHour = FigureUnit(.dollarPerMegawattHour)
        return [
            CompanyColumn(
                FigureDefinition(
                    "power_price_net", "Power price net", perMegawattHour,
                    formula: "(power_cost − power_credits) / energy_used",
                    meaning: "what a MWh cost once credits are taken off, which may be negative"),
                \.powerPriceNet),
            CompanyColumn(
                FigureDefinition(
                    "power_cost_per_btc", "Power cost per BTC", FigureUnit(.dollarPerBitcoin),
                    formula: "power_cost_per_btc as published, else power_cost / btc_mined",
                    meaning: "what the electricity for a bitcoin cost, before credits"),
                \.powerCostPerBitcoin),
            CompanyColumn(
                FigureDefinition(
                    "company_gross_margin", "Gross margin", FigureUnit(.percent),
                    formula: "1 − cost_of_revenue / revenue",
                    meaning: "what is left of revenue after its cost, depreciation excluded")
            ) { row in
                Computed(row.revenue.divisor("revenue"), row.costOfRevenue) {
                    Formulas.companyGrossMargin(revenue: $0[0], cost: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "hashcost", "Hashcost", FigureUnit(.dollarPerPetahashDay),
                    formula: "fleet_efficiency × power_price × 24 / 1000",
                    meaning: "what power costs a PH/s in a day; where no power_price is published, "
                        + "at the power price net of credits")
            ) { row in
                Computed(row.efficiency, row.powerPrice) {
                    Formulas.hashcost(efficiency: $0[0], powerPrice: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "break_even_power_price", "Break-even power price", perMegawattHour,
                    formula: "hashprice × 1000 / (fleet_efficiency × 24)",
                    meaning: "the power price at which hashcost is all of hashprice")
            ) { row in
                Computed(row.hashprice, row.efficiency.divisor("fleet_efficiency")) {
                    Formulas.breakEvenPowerPrice(hashprice: $0[0], efficiency: $0[1])
                }
            },
        ]
    }
}
