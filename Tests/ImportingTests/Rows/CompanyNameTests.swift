import Importing
import Mining
import Testing

/// Names beside tickers, and tickers with an exchange.
@Suite("Company names")
struct CompanyNameTests {
    @Test(
        "a name that contradicts the ticker of its row is an error",
        arguments: [
            "MARA Holdings, Inc.", "mara holdings", "MARA", "Bitfarms", "KEEL", "Spark",
            "CleanSpark (CLSK)", "CleanSpark (RIOT)", "Riot Platforms (CLSK)", "Another (CLSK)",
            "CleanSpark, Inc. (NASDAQ: CLSK)", "CLSK.O",
        ])
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
            "Riot Blockchain", "Another Name", "Riot Platforms (RIOT)", "Riot (Another)",
            "Riot Platforms (NASDAQ: RIOT)", "Another (RIOT)", "(formerly) Riot", "()", ")(",
        ])
    func agreement(name: String) {
        let reading = Reading(
            "company,ticker,date,BTC held\n\"\(name)\",RIOT,2025-12-31,5\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["RIOT"])
    }

    @Test(
        "an unknown name that looks like another company is an error",
        arguments: [
            ("MARA", "RIOT", "MARA Holding"), ("CLSK", "RIOT", "Clean Spark"),
            ("CORZ", "CLSK", "CoreScientific"), ("CORZ", "RIOT", "Core"),
            ("RIOT", "MARA", "Riot Blockchan"), ("RIOT", "MARA", "Riot Platfroms"),
        ])
    func similarName(other: String, ticker: String, name: String) {
        #expect(
            Reading("Company,Ticker,Date,BTC held\n\(name),\(ticker),2025-12-31,5\n").problems == [
                "2: Company: \"\(name)\" looks like \(other), but the ticker of this row is \(ticker); "
                    + "correct one of them, or ignore the name with --ignore-column 'Company'"
            ])
        #expect(
            Reading("Company,Ticker,Date,BTC held\n\(name),\(other),2025-12-31,5\n").problems == [])
    }

    @Test(
        "a ticker with the code of an exchange is the company, and a note says so",
        arguments: [
            "RIOT.O", "RIOT.OQ", "RIOT.N", "RIOT-US", "RIOT.US", "RIOT US", "RIOT US Equity",
            "RIOT UW Equity", "NASDAQ:RIOT", "NASDAQ: RIOT", "NasdaqGS:RIOT", "NASDAQ.RIOT",
            "NYSE American:RIOT", "RIOT:US", "riot.oq", "Riot_US",
        ], [false, true])
    func exchange(name: String, creates: Bool) {
        var options = ImportOptions()
        options.createsCompanies = creates
        let reading = Reading(
            "ticker,date,BTC held\n\(name),2025-12-31,5\n\(name),2025-12-30,5\n",
            options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["RIOT", "RIOT"])
        #expect(reading.companies == [])
        #expect(reading.diagnostics.warnings == [])
        #expect(reading.diagnostics.notes.last == "q4.csv: \"\(name)\" read as RIOT")
        #expect(reading.diagnostics.notes.count == 2)
        #expect(
            Reading("alias,ticker,valid_from,valid_to\nRR,\(name),,\n").problems
                == [
                    "2: ticker: \"\(name)\" is not the ticker of a company in this book; did you "
                        + "mean RIOT?"
                ])
    }

    @Test(
        "a name without punctuation or legal form is the company, and a note says so",
        arguments: [
            ("Riot Platforms Inc", "RIOT"), ("RIOT PLATFORMS", "RIOT"), ("MARA Holdings", "MARA"),
            ("Cleanspark", "CLSK"), ("Iren Ltd", "IREN"), ("Riot Blockchain, Inc.", "RIOT"),
            ("CleanSpark (CLSK)", "CLSK"), ("Riot Platforms (NASDAQ: RIOT)", "RIOT"),
        ], [false, true])
    func plainName(name: (text: String, ticker: String), creates: Bool) {
        var options = ImportOptions()
        options.createsCompanies = creates
        let reading = Reading(
            "company,date,BTC held\n\"\(name.text)\",2025-12-31,5\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == [name.ticker])
        #expect(
            reading.diagnostics.notes.last == "q4.csv: \"\(name.text)\" read as \(name.ticker)")
    }

    @Test(
        "a text that is only similar to a company is an error that suggests it",
        arguments: [
            ("RIOTUS", "RIOT"), ("RIOTT", "RIOT"), ("RIOT.L", "RIOT"), ("RIOT.TO", "RIOT"),
            ("RIOT Inc", "RIOT"), ("BTC.X", "BTC"), ("BTC-USD", "BTC"), ("RIOTNASDAQ", "RIOT"),
            ("Riot Platfroms", "RIOT"), ("Another (RIOT)", "RIOT"), ("RIOT.A", "RIOT"),
        ])
    func suspicion(name: String, code: String) {
        #expect(
            Reading("ticker,date,BTC held\n\(name),2025-12-31,5\n").problems == [
                "2: ticker: \"\(name)\" is not in this book; did you mean \(code)?"
            ])
    }

    @Test(
        "a new company that is similar to a known subject is a warning",
        arguments: [("RIOTUS", "RIOT"), ("RIOT.L", "RIOT"), ("BTC.X", "BTC"), ("BTCUS", "BTC")])
    func newSuspicion(ticker: String, code: String) {
        var options = ImportOptions()
        options.createsCompanies = true
        let sentence =
            "\"\(ticker)\" is a new company, but looks like \(code) with the name of an exchange; did "
            + "you mean \(code)? If so, undo this import and write \(code)"
        let figures = Reading("ticker,date,BTC held\n\(ticker),2025-12-31,5\n", options: options)
        #expect(figures.diagnostics.warnings.map(\.description) == ["q4.csv:2: \(sentence)"])
        let companies = Reading("ticker,name\n\(ticker),New\n")
        #expect(companies.diagnostics.warnings.map(\.description) == ["q4.csv:2: \(sentence)"])
    }

    @Test func `a text that fits two companies is an error that names both`() {
        let roster = Roster(
            companies: [
                Company(ticker: "ONE", name: "Twin Mining, Inc."),
                Company(ticker: "TWO", name: "Twin Mining Ltd"),
                Company(ticker: "SAME", name: "Equal"), Company(ticker: "LIKE", name: "Equal"),
                Company(ticker: "US", name: "Uranium"), Company(ticker: "NYSE", name: "Exchange"),
            ])
        for (text, choices) in [
            ("Twin Mining", "ONE or TWO"), ("Equal", "LIKE or SAME"), ("NYSE.US", "NYSE or US"),
            ("Twin Mining, Inc. (SAME)", "ONE, SAME or TWO"),
        ] {
            var options = ImportOptions()
            options.createsCompanies = true
            for options in [options, ImportOptions()] {
                let reading = Reading(
                    "company,date,BTC held\n\"\(text)\",2025-12-31,5\n", roster: roster,
                    options: options)
                #expect(
                    reading.problems == [
                        "2: company: \"\(text)\" could be \(choices); write the ticker"
                    ])
            }
        }
    }

    @Test func `an alias without its legal form is valid on its days only`() {
        let text = "company,date,BTC held\nSpark Inc,2025-09-30,5\nSpark Inc,2025-12-31,5\n"
        let reading = Reading(text)
        #expect(
            reading.problems == [
                "3: company: no company was called \"Spark Inc\" on 2025-12-31; it is CLSK from "
                    + "2025-09-01 to 2025-09-30; write the ticker"
            ])
        #expect(reading.observations.map(\.value.subject) == ["CLSK"])
    }

    @Test func `names are also checked against new companies`() {
        var options = ImportOptions()
        options.createsCompanies = true
        let reading = Reading(
            """
            ticker,company,date,BTC held
            CIFR,"Cipher Mining, Inc.",2025-12-31,5
            CIFR,Cipher Mining (CIFR),2025-12-30,5
            RIOT,Cipher Mining,2025-12-29,5
            CIFR,MARA Holdings,2025-12-28,5
            """, options: options)
        #expect(
            reading.problems == [
                "4: company: \"Cipher Mining\" is CIFR, but the ticker of this row is RIOT; correct "
                    + "one of them, or ignore the name with --ignore-column 'company'",
                "5: company: \"MARA Holdings\" is MARA, but the ticker of this row is CIFR; correct "
                    + "one of them, or ignore the name with --ignore-column 'company'",
            ])
    }

    @Test func `twenty spellings are listed, and the others are counted`() {
        let rows = (1...23).map { "\(String(repeating: "-", count: $0))Riot Platforms,2025,5\n" }
        let reading = Reading("company,date,BTC mined\n" + rows.joined())
        #expect(reading.problems == [])
        #expect(reading.diagnostics.notes.count == 22)
        #expect(reading.diagnostics.notes.last == "q4.csv: 3 more spellings read as companies")
    }

    @Test func `a file of companies that adds a known one under another ticker gets a warning`() {
        let reading = Reading(
            "ticker,name\nRIOT.O,Riot\nRPI,\"Riot Platforms, Inc.\"\nRIOT,Riot Holdings\nHIVE,Hive\n"
                + "HIVE.V,Hive\nGREE,Greenidge\nGREEUS,G\n"
        )
        #expect(reading.problems == [])
        #expect(reading.companies.count == 7)
        #expect(
            reading.diagnostics.warnings.map(\.reason.code)
                == [.sameCompany, .similarCompany, .sameCompany, .sameCompany])
        #expect(reading.diagnostics.warnings.map(\.line) == [2, 3, 6, 8])
    }

    @Test(
        "two new companies that differ by an exchange are a warning, whatever their order",
        arguments: ["CIFR.OQ", "CIFR.O", "CIFR-US", "CIFRUS", "NASDAQ.CIFR", "CIFR.L"])
    func twoNew(other: String) {
        var options = ImportOptions()
        options.createsCompanies = true
        for (first, second) in [("CIFR", other), (other, "CIFR")] {
            let reading = Reading(
                "ticker,date,BTC held\n\(first),2025-12-31,5\n\(second),2025-12-30,5\n"
                    + "BHP.L,2025-12-30,5\n", options: options)
            #expect(
                reading.diagnostics.warnings.map(\.description) == [
                    "q4.csv:3: \"\(second)\" is a new company, but looks like \(first) with the "
                        + "name of an exchange; did you mean \(first)? If so, undo this import and "
                        + "write \(first)"
                ])
            #expect(reading.companies.map(\.value.ticker) == [first, second, "BHP.L"])
        }
    }

    @Test func `a text with an exchange cannot become a ticker, and the message suggests one`() {
        var options = ImportOptions()
        options.createsCompanies = true
        for text in ["NASDAQ:CIFR", "CIFR US Equity"] {
            #expect(
                Reading("ticker,date,BTC held\n\(text),2025-12-31,5\n", options: options).problems
                    == [
                        "2: ticker: \"\(text)\" is not in this book, and it is not a valid ticker "
                            + "for a new company; did you mean CIFR?"
                    ])
        }
    }
}
