import Testing

@testable import Mining

/// Books store metrics, units and statuses by number. A case that is inserted, moved or removed would
/// turn stored figures into figures of something else. Add new ones at the end, here as well.
@Suite("Stored numbers")
struct StoredNumberTests {
    @Test func `metrics keep their numbers`() {
        let codes = """
            deployed_hashrate managed_hashrate hosted_hashrate target_hashrate operating_hashrate
            btc_mined btc_sold btc_held btc_restricted market_cap share_price shares_outstanding
            total_debt cash fleet_efficiency power_capacity power_pipeline hpc_contracted
            hpc_energized revenue mining_revenue hosting_revenue hpc_revenue cost_of_revenue
            power_cost power_credits energy_used power_price power_cost_per_btc network_hashrate
            difficulty btc_price btc_price_average hashprice_published fee_reward miner_revenue
            blocks crypto_fair_value net_income depreciation sga capex interest_expense
            impairment restricted_cash hpc_backlog
            """.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(Metric.allCases.map(\.code) == codes)
        #expect(Metric.allCases.map(\.rawValue) == Array(1...codes.count))
    }

    @Test func `units keep their numbers`() {
        #expect(
            Unit.allCases.map { "\($0.rawValue) \($0.code)" } == [
                "1 MH/s", "2 GH/s", "3 TH/s", "4 PH/s", "5 EH/s", "6 ZH/s", "7 sat",
                "8 BTC", "9 US cents", "10 USD", "11 USD k", "12 USD m",
                "13 USD bn", "14 USD tn", "15 USD", "16 USD/BTC", "17 USD/MWh",
                "18 USD/kWh", "19 US cents/kWh", "20 USD/TH/day", "21 USD/PH/day",
                "22 USD/EH/day", "23 count", "24 shares", "25 shares k",
                "26 shares m", "27 shares bn", "28 blocks", "29 J/TH", "30 J/GH",
                "31 W", "32 kW", "33 MW", "34 GW", "35 Wh", "36 kWh", "37 MWh",
                "38 GWh", "39 TWh", "40 difficulty", "41 T", "42 BTC/day",
                "43 sat/day", "44 %", "45 bp", "46 x",
            ])
    }

    @Test func `statuses keep their numbers`() {
        #expect(
            Status.allCases.map { "\($0.rawValue) \($0.name)" } == [
                "1 reported", "2 preliminary", "3 restated", "4 aggregated", "5 estimated",
            ])
    }
}
