import Importing
import Mining
import Testing

/// Names of columns as statements of companies print them.
@Suite("Columns named as in statements")
struct StatementNameTests {
    @Test(
        arguments: [
            ("Total revenues", .revenue), ("Revenues", .revenue), ("Total net revenue", .revenue),
            ("Cost of revenues", .costOfRevenue), ("Cash and cash equivalents", .cash),
            ("Net income (loss)", .netIncome), ("Net income", .netIncome),
            ("Net (loss) income", .netIncome),
            ("Depreciation and amortization", .depreciation), ("D&A", .depreciation),
            ("Depreciation & amortisation", .depreciation),
            ("SG&A", .sga), ("Selling, general and administrative", .sga),
            ("Selling, general and administrative expenses", .sga),
            ("Capital expenditures", .capex), ("capex", .capex),
            ("Purchases of property, plant and equipment", .capex),
            ("Interest expense", .interestExpense), ("Impairment losses", .impairment),
        ] as [(String, Metric)])
    func `a name is read with and without a unit`(name: String, metric: Metric) {
        for (suffix, cell) in [("", "3 USD m"), (" (USD m)", "3"), (" [USD m]", "3")] {
            let reading = Reading("ticker,period,\"\(name)\(suffix)\"\nRIOT,2025Q4,\(cell)\n")
            #expect(reading.problems == [])
            #expect(reading.observations.map(\.value.metric) == [metric])
            #expect(reading.observations.map { "\($0.value.value)" } == ["3 USD m"])
        }
    }

    @Test func `a loss in parentheses is a net income below zero, without a warning`() {
        let reading = Reading(
            "subject,metric,period,value,unit\nRIOT,Net income (loss),2025Q4,(104.4),USD m\n")
        #expect(reading.problems == [])
        #expect(reading.diagnostics.warnings.isEmpty)
        #expect(reading.observations.map { "\($0.value.value)" } == ["-104.4 USD m"])
    }

    @Test(arguments: ["depreciation", "sga", "capex", "interest_expense", "impairment"])
    func `a cost in parentheses is a warning`(code: String) {
        let reading = Reading(
            "subject,metric,period,value,unit\nRIOT,\(code),2025Q4,(104.4),USD m\n")
        #expect(reading.problems == [])
        #expect(reading.diagnostics.warnings.map(\.reason.code) == [.negativeCost])
    }
}
