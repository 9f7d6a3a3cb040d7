/// The table of all metrics. Every book has a copy of it, which the next command that writes to the
/// book brings up to date.
extension Metric {
    struct Properties {
        var code: String
        var name: String
        var unit: Unit
        var kind: Kind
        var subjects: [Subject.Kind]
        var maxAgeDays: Int?
        var plausible: PlausibleRange?
        var definition: String
    }

    var properties: Properties { Self.catalogue[rawValue - 1] }

    /// One row per case, in the order of the cases.
    static let catalogue: [Properties] = [
        .init(
            code: "deployed_hashrate", name: "Deployed hashrate", unit: .exahashPerSecond,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 1_000_000, decimals: 3, allowsZero: true),
            definition: "Self-mining machines installed and energized at the date (companies say "
                + "deployed, installed or energized). Not managed, hosted, "
                + "owned-but-undelivered or average operating hashrate."),
        .init(
            code: "managed_hashrate", name: "Hashrate under management", unit: .exahashPerSecond,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 1_000_000, decimals: 3, allowsZero: true),
            definition: "Self-mining plus hosted plus joint-venture machines at 100 %, at the date."
        ),
        .init(
            code: "hosted_hashrate", name: "Hosted hashrate", unit: .exahashPerSecond,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 1_000_000, decimals: 3, allowsZero: true),
            definition: "Customers' machines hosted by the company at the date."),
        .init(
            code: "target_hashrate", name: "Target hashrate", unit: .exahashPerSecond,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 1_000_000, decimals: 3, allowsZero: true),
            definition: "The deployed hashrate that the company says it will have at the date; "
                + "never counted as deployed."),
        .init(
            code: "operating_hashrate", name: "Average operating hashrate", unit: .exahashPerSecond,
            kind: .average, subjects: [.company], maxAgeDays: nil,
            plausible: .init(1, 1_000_000, decimals: 3, allowsZero: true),
            definition: "Average hashrate actually operating over the period."),
        .init(
            code: "btc_mined", name: "BTC mined", unit: .bitcoin,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(0, 21_000_000),
            definition: "Self-mined bitcoin over the period, the company's share of joint ventures "
                + "included as it reports it."),
        .init(
            code: "btc_sold", name: "BTC sold", unit: .bitcoin,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(0, 5_000, isPerDay: true),
            definition: "Bitcoin sold over the period."),
        .init(
            code: "btc_held", name: "BTC held", unit: .bitcoin,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(0, 21_000_000),
            definition: "All bitcoin held at the date, restricted, pledged and loaned coins "
                + "included."),
        .init(
            code: "btc_restricted", name: "BTC restricted", unit: .bitcoin,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(0, 21_000_000),
            definition: "The part of btc_held that is restricted, pledged or loaned."),
        .init(
            code: "market_cap", name: "Market capitalization", unit: .dollar,
            kind: .instant, subjects: [.company], maxAgeDays: 14,
            plausible: .init(100_000, 1_000_000_000_000),
            definition: "Share price times shares outstanding at the close of the date; the "
                + "source's note says basic or diluted."),
        .init(
            code: "share_price", name: "Share price", unit: .dollarPerShare,
            kind: .instant, subjects: [.company], maxAgeDays: 14,
            plausible: .init(1, 1_000_000, decimals: 2),
            definition: "Closing price per share (per ADS where that is what trades)."),
        .init(
            code: "shares_outstanding", name: "Shares outstanding", unit: .share,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1_000_000, 100_000_000_000),
            definition: "Basic shares outstanding at the date."),
        .init(
            code: "total_debt", name: "Total debt", unit: .dollar,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(10_000, 100_000_000_000, allowsZero: true),
            definition: "Interest-bearing debt, convertible notes included, at the date."),
        .init(
            code: "cash", name: "Cash and equivalents", unit: .dollar,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1_000, 100_000_000_000, allowsZero: true),
            definition: "Cash and cash equivalents at the date, bitcoin excluded."),
        .init(
            code: "fleet_efficiency", name: "Fleet efficiency", unit: .joulePerTerahash,
            kind: .instant, subjects: [.company, .group], maxAgeDays: 400,
            plausible: .init(5, 200),
            definition: "Energy per terahash of the deployed fleet; 1 J/TH = 1 W per TH/s = 1 MW "
                + "per EH/s."),
        .init(
            code: "power_capacity", name: "Operating power capacity", unit: .megawatt,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 200_000, decimals: 1, allowsZero: true),
            definition: "Energized electrical capacity at the date, gross."),
        .init(
            code: "power_pipeline", name: "Power pipeline", unit: .megawatt,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 1_000_000, decimals: 1, allowsZero: true),
            definition: "Contracted or secured capacity that is not energized yet."),
        .init(
            code: "hpc_contracted", name: "HPC capacity contracted", unit: .megawatt,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 200_000, decimals: 1, allowsZero: true),
            definition: "AI/HPC capacity under signed contracts, critical IT MW."),
        .init(
            code: "hpc_energized", name: "HPC capacity energized", unit: .megawatt,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1, 200_000, decimals: 1, allowsZero: true),
            definition: "AI/HPC capacity in service, critical IT MW."),
        .init(
            code: "revenue", name: "Revenue", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 30_000_000),
            definition: "Total revenue of the period as consolidated."),
        .init(
            code: "mining_revenue", name: "Mining revenue", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 30_000_000),
            definition: "Revenue from self-mining."),
        .init(
            code: "hosting_revenue", name: "Hosting revenue", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 30_000_000),
            definition: "Revenue from hosting customers' miners."),
        .init(
            code: "hpc_revenue", name: "AI/HPC revenue", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 30_000_000),
            definition: "Revenue from AI cloud and HPC colocation."),
        .init(
            code: "cost_of_revenue", name: "Cost of revenue", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 30_000_000),
            definition: "Cost of revenue, depreciation excluded."),
        .init(
            code: "power_cost", name: "Power cost", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 10_000_000),
            definition: "Electricity bought over the period, before credits."),
        .init(
            code: "power_credits", name: "Power credits", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .dollarsPerDay(upTo: 5_000_000),
            definition: "Curtailment and demand-response credits over the period."),
        .init(
            code: "energy_used", name: "Energy used", unit: .megawattHour,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(10, 500_000, allowsZero: true, isPerDay: true),
            definition: "Electricity used over the period."),
        .init(
            code: "power_price", name: "Power price", unit: .dollarPerMegawattHour,
            kind: .average, subjects: [.company, .group], maxAgeDays: 400,
            plausible: .init(5, 500, allowsZero: true, isOfSize: true),
            definition: "Average all-in price paid for power; may be negative."),
        .init(
            code: "power_cost_per_btc", name: "Power cost per BTC", unit: .dollarPerBitcoin,
            kind: .average, subjects: [.company], maxAgeDays: nil,
            plausible: .init(100, 1_000_000, allowsZero: true, isOfSize: true),
            definition: "Electricity cost per bitcoin mined over the period."),
        .init(
            code: "network_hashrate", name: "Network hashrate", unit: .exahashPerSecond,
            kind: .average, subjects: [.network], maxAgeDays: nil,
            plausible: .init(0, 10_000),
            definition: "Average hashrate of the Bitcoin network over the period (a day, a month)."),
        .init(
            code: "difficulty", name: "Difficulty", unit: .difficulty,
            kind: .instant, subjects: [.network], maxAgeDays: 30,
            plausible: .init(1, 2_000_000_000_000_000),
            definition: "Mining difficulty in force at the end of the date."),
        .init(
            code: "btc_price", name: "Bitcoin price", unit: .dollarPerBitcoin,
            kind: .instant, subjects: [.network], maxAgeDays: 7,
            plausible: .init(1, 1_000_000_000, decimals: 2),
            definition: "Closing price of the date, UTC."),
        .init(
            code: "btc_price_average", name: "Average bitcoin price", unit: .dollarPerBitcoin,
            kind: .average, subjects: [.network], maxAgeDays: nil,
            plausible: .init(1, 1_000_000_000, decimals: 2),
            definition: "Average price over the period."),
        .init(
            code: "hashprice_published", name: "Hashprice as published",
            unit: .dollarPerPetahashDay,
            kind: .average, subjects: [.network], maxAgeDays: nil,
            plausible: .init(1, 1_000_000_000),
            definition: "Revenue of 1 PH/s for a day as an index or data site prints it (its own "
                + "window and fees); the figure hashprice is computed instead."),
        .init(
            code: "fee_reward", name: "Transaction fees", unit: .bitcoinPerDay,
            kind: .average, subjects: [.network], maxAgeDays: nil,
            plausible: .init(0, 10_000),
            definition: "Transaction fees of all blocks, per day."),
        .init(
            code: "miner_revenue", name: "Miner revenue", unit: .dollar,
            kind: .flow, subjects: [.network], maxAgeDays: nil,
            plausible: .init(0, 1_000_000_000, isPerDay: true),
            definition: "Value of all block subsidies and fees paid to miners over the period, at "
                + "the prices of its days."),
        .init(
            code: "blocks", name: "Blocks mined", unit: .block,
            kind: .flow, subjects: [.network], maxAgeDays: nil,
            plausible: .init(0, 1_000, isPerDay: true),
            definition: "Blocks added to the chain over the period; a day of 600 s blocks has 144."),
        .init(
            code: "crypto_fair_value", name: "Fair value of crypto assets", unit: .dollar,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1_000, 1_000_000_000_000, allowsZero: true),
            definition:
                "Fair value of the crypto assets held at the date, as on the balance sheet, "
                + "restricted and pledged ones included."),
        .init(
            code: "net_income", name: "Net income", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(-100_000_000_000, 100_000_000_000),
            definition:
                "Net income of the period that belongs to the company's shareholders, after tax; a "
                + "loss is negative."),
        .init(
            code: "depreciation", name: "Depreciation and amortization", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(-100_000_000_000, 100_000_000_000),
            definition: "Depreciation and amortization over the period, a cost: positive."),
        .init(
            code: "sga", name: "Selling, general and administrative", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(-100_000_000_000, 100_000_000_000),
            definition:
                "Selling, general and administrative expenses over the period, a cost: positive. "
                + "Share-based compensation included or not, as reported."),
        .init(
            code: "capex", name: "Capital expenditures", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(-100_000_000_000, 100_000_000_000),
            definition:
                "Payments for property, plant and equipment over the period, mining machines and "
                + "deposits on them as reported; money spent is positive."),
        .init(
            code: "interest_expense", name: "Interest expense", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(-100_000_000_000, 100_000_000_000),
            definition:
                "Interest on debt over the period, a cost: positive. Interest earned is not deducted."
        ),
        .init(
            code: "impairment", name: "Impairment", unit: .dollar,
            kind: .flow, subjects: [.company], maxAgeDays: nil,
            plausible: .init(-100_000_000_000, 100_000_000_000),
            definition:
                "Impairment of assets over the period, a cost: positive; a reversal is negative."),
        .init(
            code: "restricted_cash", name: "Restricted cash", unit: .dollar,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(1_000, 100_000_000_000, allowsZero: true),
            definition:
                "Cash at the date that is pledged or held for a purpose, short and long term; not "
                + "part of the metric cash."),
        .init(
            code: "hpc_backlog", name: "AI/HPC backlog", unit: .dollar,
            kind: .instant, subjects: [.company], maxAgeDays: 400,
            plausible: .init(10_000, 1_000_000_000_000, allowsZero: true),
            definition:
                "Revenue that AI/HPC contracts signed by the date will still bring: the remaining "
                + "performance obligation as reported."),
    ]
}
