import Importing
import Mining
import Testing

/// Marks of footnotes behind the names of companies.
@Suite("Footnotes behind companies")
struct FootnoteTests {
    private func subjects(_ reading: Reading) -> [String] {
        reading.observations.map(\.value.subject)
    }

    @Test(
        "a company with the mark of a footnote is the company, and a note says so",
        arguments: [
            ("RIOT*", "RIOT"), ("RIOT (1)", "RIOT"), ("RIOT(1)", "RIOT"), ("MARA†", "MARA"),
            ("CleanSpark[2]", "CLSK"), ("\"Riot Platforms, Inc. (a)\"", "RIOT"),
            ("\"CORZ (1,2)\"", "CORZ"), ("RIOT¹²", "RIOT"), ("MARA **", "MARA"),
            ("IREN [3]*", "IREN"), ("NASDAQ:RIOT*", "RIOT"), ("Riot Blockchain (1)", "RIOT"),
            ("Mara Holdings¹", "MARA"), ("CleanSpark (CLSK)*", "CLSK"), ("BTC*", nil),
        ])
    func mark(cell: String, ticker: String?) {
        let shown = cell.replacing("\"", with: "")
        let metric = ticker == nil ? "btc_price" : "deployed_hashrate"
        let value = ticker == nil ? "87500 USD/BTC" : "38.5 EH/s"
        let reading = Reading(
            "subject,metric,period,value\n\(cell),\(metric),2025-12-31,\(value)\n")
        #expect(reading.problems == [])
        #expect(subjects(reading) == [ticker ?? "BTC"])
        #expect(
            reading.diagnostics.notes == ["q4.csv: \"\(shown)\" read as \(ticker ?? "BTC")"])
    }

    @Test func `a former name with a mark is the company on the day`() {
        let text = "ticker,date,BTC held\nCORZQ*,2023-12-31,5\n"
        #expect(subjects(Reading(text)) == ["CORZ"])
        #expect(Reading(text).diagnostics.notes.last == #"q4.csv: "CORZQ*" read as CORZ"#)
        let late = Reading(text.replacing("2023", with: "2025"))
        #expect(late.reasons.map(\.code) == [.expiredAlias])
    }

    @Test(
        "what is no mark, or stands behind an unknown name, is not left out",
        arguments: [
            "RIOT1", "RIOT (2025)", "RIOT (Canada)", "RIOT-2", "ACME*", "ACME (1)", "*", "(1)",
            "RIOT (m)", "RIOT (k)", "RIOT (b)",
        ]
    )
    func noMark(cell: String) {
        let reading = Reading("ticker,date,BTC held\n\(cell),2025-12-31,5\n")
        #expect(reading.reasons.map(\.code) == [.unknownSubject])
        #expect(reading.observations.isEmpty)
    }

    @Test func `a name with a mark that fits two companies is an error`() {
        let roster = Roster(companies: [
            Company(ticker: "AAA", name: "Core Inc."), Company(ticker: "BBB", name: "Core Ltd."),
        ])
        let reading = Reading("company,date,BTC held\nCore*,2025-12-31,5\n", roster: roster)
        #expect(
            reading.problems == [
                #"2: company: "Core*" could be AAA or BBB; write the ticker"#
            ])
    }

    @Test func `the mark is no part of the ticker of a new company`() {
        var options = ImportOptions()
        options.createsCompanies = true
        let reading = Reading(
            "ticker,date,BTC held\nCIFR*,2025-12-31,5\nCIFR,2025-11-30,4\nCIFR (1),2025-10-31,3\n",
            options: options)
        #expect(reading.problems == [])
        #expect(reading.companies.map(\.value.ticker) == ["CIFR"])
        #expect(subjects(reading) == ["CIFR", "CIFR", "CIFR"])
        #expect(
            reading.diagnostics.notes.suffix(2) == [
                #"q4.csv: "CIFR*" read as CIFR"#, #"q4.csv: "CIFR (1)" read as CIFR"#,
            ])
    }

    @Test func `columns that are named after companies have the same marks`() {
        let reading = Reading(
            "Month,RIOT[1],Mara Holdings²,CLSK(3)\n2025-12,1,2,3\n",
            options: .defaults([.metric: "btc_mined"]))
        #expect(reading.problems == [])
        #expect(subjects(reading) == ["RIOT", "MARA", "CLSK"])
    }

    @Test func `a factor behind a column of a company is no mark`() {
        let reading = Reading(
            "Date,RIOT (m),MARA (m)\n2025-12-31,371.8,378.2\n",
            options: .defaults([.metric: "shares_outstanding"]))
        #expect(reading.problems == [])
        #expect(
            reading.metricsAndValues == [
                "shares_outstanding 371.8 shares m", "shares_outstanding 378.2 shares m",
            ])
    }

    @Test func `a title with a mark names its company`() {
        for title in ["MARA Holdings¹", "RIOT*", "CleanSpark (1)"] {
            let reading = Reading("\(title)\nMetric,4Q25\nBTC mined,5\n")
            #expect(reading.problems == [])
            #expect(reading.observations.count == 1)
        }
    }
}
