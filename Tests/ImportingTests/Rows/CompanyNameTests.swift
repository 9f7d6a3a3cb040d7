import Importing
import Mining
import Testing

/// Names beside tickers, and tickers with an exchange.
@Suite("Company names")
struct CompanyNameTests {
    @Test(
        "a name that contradicts the ticker of its row is an error",
        arguments: ["MARA Holdings, Inc.", "mara holdings", "MARA", "Bitfarms", "KEEL", "Spark"])
    func contradiction(name: String) {
        let reading = Reading(
            "company,ticker,date,BTC held\n\"\(name)\",RIOT,2025-12-31,5\n")
        #expect(reading.reasons.map(\.code) == [.otherCompany])
        let long = Reading(
            "subject,company,metric,period,value\nRIOT,\"\(name)\",btc_held,2025-12-31,5\n")
        #expect(long.reasons.map(\.code) == [.otherCompany])
        let pivot = Reading(
            "ticker,company,metric,2025-11,2025-12\nRIOT,\"\(name)\",btc_mined,4,5\n")
        #expect(pivot.reasons.map(\.code) == [.otherCompany])
    }

    @Test(
        "any name that the company has or had, and an unknown one, fit the ticker",
        arguments: [
            "Riot Platforms, Inc.", "RIOT PLATFORMS INC", "Riot Platforms", "riot", "",
            "Riot Blockchain", "Another Name",
        ])
    func agreement(name: String) {
        let reading = Reading(
            "company,ticker,date,BTC held\n\"\(name)\",RIOT,2025-12-31,5\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["RIOT"])
    }

    @Test(
        "a ticker with an exchange is unknown, and the message names the company",
        arguments: ["RIOT.O", "RIOT-US", "RIOT.US", "RIOT US Equity", "NASDAQ:RIOT", "riot.oq"])
    func exchange(name: String) {
        let text = "ticker,date,BTC held\n\(name),2025-12-31,5\n"
        #expect(
            Reading(text).problems == [
                "2: ticker: \"\(name)\" is not in this book; did you mean RIOT?"
            ])
        var options = ImportOptions()
        options.createsCompanies = true
        let reading = Reading(text, options: options)
        if name.contains(where: { " :".contains($0) }) {
            #expect(reading.reasons.map(\.code) == [.notTicker])
            #expect(reading.problems.first?.hasSuffix("did you mean RIOT?") == true)
        } else {
            #expect(reading.diagnostics.warnings.map(\.reason.code) == [.sameCompany])
        }
        #expect(
            Reading("alias,ticker,valid_from,valid_to\nRR,\(name),,\n").problems
                == [
                    "2: ticker: \"\(name)\" is not the ticker of a company in this book; did you "
                        + "mean RIOT?"
                ])
    }

    @Test func `a file of companies that adds a known one under another ticker gets a warning`() {
        let reading = Reading(
            "ticker,name\nRIOT.O,Riot\nRPI,\"Riot Platforms, Inc.\"\nRIOT,Riot Holdings\nHIVE,Hive\n"
        )
        #expect(reading.problems == [])
        #expect(reading.companies.count == 4)
        #expect(
            reading.diagnostics.warnings.map(\.reason.code) == [.sameCompany, .similarCompany])
        #expect(reading.diagnostics.warnings.map(\.line) == [2, 3])
    }

    @Test func `two new companies that differ by an exchange are a warning`() {
        var options = ImportOptions()
        options.createsCompanies = true
        let reading = Reading(
            "ticker,date,BTC held\nCIFR,2025-12-31,5\nCIFR.O,2025-12-30,5\nBHP.L,2025-12-30,5\n",
            options: options)
        #expect(reading.diagnostics.warnings.map(\.line) == [3])
        #expect(reading.companies.map(\.value.ticker) == ["CIFR", "CIFR.O", "BHP.L"])
        let reversed = Reading(
            "ticker,date,BTC held\nCIFR.O,2025-12-31,5\nCIFR,2025-12-30,5\n", options: options)
        #expect(reversed.diagnostics.warnings.map(\.line) == [3])
    }
}
