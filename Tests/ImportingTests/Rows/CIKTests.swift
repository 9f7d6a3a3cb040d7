import Importing
import Mining
import Testing

/// The column `cik` of companies, and companies named by it.
@Suite("Numbers of the SEC in files")
struct CIKTests {
    @Test(arguments: ["1507605", "0001507605", "CIK0001507605", "cik1507605"])
    func `a company is read with its number, however it is written`(cell: String) {
        let reading = Reading("ticker,name,cik\nXCO,X Corp.,\(cell)\nYCO,Y Corp.,\n")
        #expect(reading.problems == [])
        #expect(reading.companies.map(\.value.cik) == [1_507_605, nil])
    }

    @Test(arguments: ["0", "CIK", "RIOT", "12345678901", "-5", "1507605.0", "1,507,605"])
    func `a text that is not a CIK is an error`(cell: String) {
        let reading = Reading("ticker,name,cik\nXCO,X Corp.,\"\(cell)\"\n")
        #expect(
            reading.problems == [
                "2: cik: \"\(cell)\" is not a CIK, the number under which the SEC lists a company, "
                    + "such as 1507605 or CIK0001507605"
            ])
        #expect(reading.companies.isEmpty)
    }

    @Test func `a header with a cik is that of companies, even if a column is missing`() {
        let reading = Reading("ticker,cik\nXCO,1\n")
        #expect(reading.reasons.map(\.code) == [.missingColumns])
        #expect(reading.problems.first?.contains("name") == true)
    }

    private func problems(of text: String, in companies: [Company]) -> [String] {
        var check = CIKCheck()
        check.add(Reading(text).companies, of: "q4.csv")
        var diagnostics = Diagnostics()
        check.report(companies, to: &diagnostics)
        return diagnostics.problems.map(\.description)
    }

    @Test func `the number of another company is an error that names both`() {
        let companies = [
            Company(ticker: "RIOT", name: "Riot", cik: 7),
            Company(ticker: "XCO", name: "X", cik: 7),
            Company(ticker: "YCO", name: "Y", cik: 8),
        ]
        #expect(
            problems(of: "ticker,name,cik\nxco,X,7\nYCO,Y,8\nRIOT,Riot,\n", in: companies) == [
                "q4.csv:2: cik: 7 would be the CIK of both xco and RIOT; correct one of them"
            ])
        #expect(
            problems(of: "ticker,name,cik\nXCO,X,7\nRIOT,Riot,7\n", in: companies) == [
                "q4.csv:2: cik: 7 would be the CIK of both XCO and RIOT; correct one of them",
                "q4.csv:3: cik: 7 would be the CIK of both RIOT and XCO; correct one of them",
            ])
        #expect(problems(of: "ticker,name\nXCO,X\n", in: companies).isEmpty)
    }

    private static let header = "subject,metric,period,value,unit\n"

    @Test(arguments: ["CIK0001507605", "cik1507605", "CIK01507605"])
    func `a figure names its company by the number`(name: String) {
        let reading = Reading(Self.header + "\(name),btc_mined,2025-12,7,BTC\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["MARA"])
    }

    @Test func `a number that no company has is an error, and never a new company`() {
        let text = Self.header + "CIK0000000077,btc_mined,2025-12,7,BTC\n"
        var creating = ImportOptions()
        creating.createsCompanies = true
        for reading in [Reading(text), Reading(text, options: creating)] {
            #expect(
                reading.problems == [
                    "2: subject: no company of this book has the CIK 77; add it to companies.csv in "
                        + "the column cik, or name the company with --subject"
                ])
            #expect(reading.companies.isEmpty)
        }
    }

    @Test func `where a ticker is needed, the message for a CIK suggests it`() {
        let reading = Reading("group,ticker,joined_on\nus-listed,CIK1507605,\n")
        #expect(
            reading.problems == [
                "2: ticker: \"CIK1507605\" is not the ticker of a company in this book; did you "
                    + "mean MARA?"
            ])
    }
}
