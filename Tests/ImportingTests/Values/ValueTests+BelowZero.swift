import Importing
import Mining
import Testing

/// Values below zero.
extension ValueTests {
    @Test(
        "a value below zero is an error for metrics that cannot be negative",
        arguments: Metric.allCases.filter { !$0.mayBeNegative })
    func belowZero(metric: Metric) {
        let reading = Reading(oneRow(metric.code, "-3", metric.unit.code))
        #expect(
            reading.problems == [
                "2: \(metric.code): \"-3\" is below zero, but \(metric.code) cannot be; write "
                    + "it without the sign, or correct it"
            ])
        #expect(Reading(oneRow(metric.code, "-0", metric.unit.code)).problems.isEmpty)
    }

    @Test(
        "money flows and the price of power may be below zero",
        arguments: [
            "revenue", "mining_revenue", "hosting_revenue", "hpc_revenue", "cost_of_revenue",
            "power_cost", "power_credits", "power_price", "power_cost_per_btc", "net_income",
            "depreciation", "sga", "capex", "interest_expense", "impairment",
        ])
    func negative(code: String) throws {
        let metric = try #require(Metric(code: code))
        #expect(metric.mayBeNegative)
        #expect(Reading(oneRow(code, "-3", metric.unit.code)).problems.isEmpty)
        #expect(Metric.allCases.count(where: \.mayBeNegative) == 15)
    }

    @Test func `a claimed change may be below zero, and a claimed figure if its metric may be`() {
        let header = "publisher,subject,figure,on,value,unit\n"
        let fall = Reading(
            header + "X,RIOT,btc_held.change,2025-12-31,-3,BTC\n"
                + "X,RIOT,gross_margin,2025-12-31,-3%,\n"
                + "X,RIOT,gross_margin.change_bp,2025-12-31,-300bp,\n"
                + "X,RIOT,market_cap.change_percent,2025-12-31,-47%,\n")
        #expect(fall.problems.isEmpty)
        #expect(fall.claims.map { "\($0.value.value)" } == ["-3 BTC", "-3 %", "-300 bp", "-47 %"])
        let held = Reading(header + "X,RIOT,btc_held,2025-12-31,-3,BTC\n")
        #expect(held.reasons == [.belowZero("-3", of: "btc_held")])
    }
}
