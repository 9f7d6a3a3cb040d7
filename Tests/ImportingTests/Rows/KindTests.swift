import Importing
import Mining
import Testing

@Suite("Companies, aliases, share facts, groups")
struct KindTests {
    @Test func `a company is read with all fields, or with only ticker and name`() {
        let reading = Reading(
            """
            name,ticker,country,exchange,fiscal_year_end,parent,cik,note
            "American Bitcoin Corp.",ABTC,United States,Nasdaq,12,HUT,1755953,by merger
            Hut 8 Corp.,HUT,,,,,,
            """, roster: Roster())
        #expect(reading.problems == [])
        #expect(
            reading.companies == [
                Located(
                    value: Company(
                        ticker: "ABTC", name: "American Bitcoin Corp.", country: "United States",
                        exchange: "Nasdaq", fiscalYearEnd: 12, parent: "HUT",
                        cik: 1_755_953, note: "by merger"),
                    line: 2),
                Located(value: Company(ticker: "HUT", name: "Hut 8 Corp."), line: 3),
            ])
    }

    @Test(
        "text that an export neutralised as a formula is restored",
        arguments: [
            ("'=1+1", "=1+1"), ("'-5 %", "-5 %"), ("''=1", "'=1"), ("'a", "'a"), ("=1", "=1"),
            ("'", "'"), ("''", "''"),
        ])
    func neutralizedText(cell: String, note: String) {
        let reading = Reading("ticker,name,note\nXCO,X Corp.,\(cell)", roster: Roster())
        #expect(reading.companies.map(\.value.note) == [note])
    }

    @Test(
        "a bad company is an error",
        arguments: [
            (
                ",X Corp.,,",
                "ticker: is empty, but every row needs it; fill it in or remove the row"
            ),
            ("XCO,,,", "name: is empty, but every row needs it; fill it in or remove the row"),
            ("XCO,X Corp.,13,", #"fiscal_year_end: "13" is not the number of a month, 1 to 12"#),
            ("XCO,X Corp.,0,", #"fiscal_year_end: "0" is not the number of a month, 1 to 12"#),
            (
                "XCO,X Corp.,June,",
                #"fiscal_year_end: "June" is not the number of a month, 1 to 12"#
            ),
            (
                "XCO,X Corp.,,xco",
                #"parent: "XCO" cannot be its own parent; leave the cell empty, or write - if it "#
                    + "has none"
            ),
            (
                "-,X Corp.,,",
                "ticker: is empty, but every row needs it; fill it in or remove the row"
            ),
            (
                "BTC,X Corp.,,",
                #"ticker: "BTC" is already the network in this book; choose another name"#
            ),
            (
                "us-listed,X Corp.,,",
                #"ticker: "us-listed" is already a group in this book; choose another name"#
            ),
        ])
    func badCompanies(row: String, sentence: String) {
        let reading = Reading("ticker,name,fiscal_year_end,parent\n\(row)\n")
        #expect(reading.problems == ["2: \(sentence)"])
        #expect(reading.companies.isEmpty)
    }

    @Test func `parents are checked once all companies are known`() {
        let reading = Reading(
            """
            ticker,name,parent
            ABTC,American Bitcoin Corp.,HUT
            HUT,Hut 8 Corp.,
            XCO,X Corp.,RIOTT
            """)
        #expect(reading.problems == [])
        let problems = parentProblems(
            of: reading,
            in: [
                Company(ticker: "HUT", name: "Hut 8 Corp."), Company(ticker: "RIOT", name: "Riot"),
            ])
        #expect(
            problems == [
                #"q4.csv:4: parent: "RIOTT" is not the ticker of a company in this book; "#
                    + "did you mean RIOT?"
            ])
    }

    private func parentProblems(of reading: Reading, in companies: [Company]) -> [String] {
        var check = ParentCheck()
        check.add(reading.companies, of: "q4.csv")
        var diagnostics = Diagnostics()
        check.report(Roster(companies: companies), companies, to: &diagnostics)
        return diagnostics.problems.map(\.description)
    }

    @Test func `circular parents are errors, in any letter case`() {
        let reading = Reading("ticker,name,parent\nA,A,B\nD,D,a\nC,C,A\n")
        let companies = [
            Company(ticker: "A", name: "A", parent: "b"),
            Company(ticker: "B", name: "B", parent: "C"),
            Company(ticker: "C", name: "C", parent: "a"),
            Company(ticker: "D", name: "D", parent: "A"),
        ]
        #expect(
            parentProblems(of: reading, in: companies) == [
                #"q4.csv:2: parent: "A" would be its own parent: A → B → C → A; correct the parent "#
                    + "of one of them",
                #"q4.csv:4: parent: "C" would be its own parent: C → A → B → C; correct the parent "#
                    + "of one of them",
            ])
    }

    @Test func `an alias is read with its days, and either may be open`() {
        let reading = Reading(
            """
            alias,ticker,valid_from,valid_to,note
            ARGO,riot,2025-03-01,2025-03-31,misprint
            KEEL,BITF,2026-04-01,,
            Old Name,MARA,,2024-01-31,
            """)
        #expect(reading.problems == [])
        #expect(
            reading.aliases.map(\.value) == [
                Alias(
                    alias: "ARGO", ticker: "RIOT", validFrom: day("2025-03-01"),
                    validTo: day("2025-03-31"), note: "misprint"),
                Alias(alias: "KEEL", ticker: "BITF", validFrom: day("2026-04-01")),
                Alias(alias: "Old Name", ticker: "MARA", validTo: day("2024-01-31")),
            ])
    }

    @Test func `share facts are ADS ratios and splits, from a day on`() {
        let reading = Reading(
            """
            ticker,from,ads_ratio,split,source,note
            riot,,15,,https://example.com/20-f,
            MARA,2025-08-01,,25-for-1,,
            MARA,2025-09-01,0.5,1:20,,both
            """)
        #expect(reading.problems == [])
        #expect(reading.kind == .shareBasis)
        #expect(
            reading.shareBases.map(\.value) == [
                ShareBasis(
                    ticker: "RIOT", adsRatio: ShareRatio(15, 1), source: "https://example.com/20-f"),
                ShareBasis(ticker: "MARA", from: day("2025-08-01"), split: ShareRatio(25, 1)),
                ShareBasis(
                    ticker: "MARA", from: day("2025-09-01"), adsRatio: ShareRatio(1, 2),
                    split: ShareRatio(1, 20), note: "both"),
            ])
    }

    @Test(
        "bad share facts are an error",
        arguments: [
            (
                "RIOT,2025-08-01,1:15,",
                #"ads_ratio: "1:15" is not the number of ordinary shares in one ADS, such as 15 "#
                    + "or 0.5"
            ),
            (
                "RIOT,2025-08-01,,25 to 1",
                #"split: "25 to 1" is not a split: write new shares for old ones, such as 25:1, "#
                    + "or 1:20 for a reverse split"
            ),
            (
                "RIOT,2025-08-01,,0:1",
                #"split: "0:1" is not a split: write new shares for old ones, such as 25:1, "#
                    + "or 1:20 for a reverse split"
            ),
            (
                "RIOT,2025-08-01,,1:1",
                #"split: "1:1" is not a split: write new shares for old ones, such as 25:1, "#
                    + "or 1:20 for a reverse split"
            ),
            (
                "RIOT,2025-08-01,,45678",
                #"split: "45678" is not a split: write new shares for old ones, such as 25:1, "#
                    + "or 1:20 for a reverse split"
            ),
            (
                "RIOT,1970-01-01,,25:1",
                #"from: "1970-01-01" is too early; programs write such dates for an empty date; "#
                    + "leave the cell empty if the day is unknown"
            ),
            (
                "RIOT,,,25:1",
                "from: a split needs the first day on which the shares trade after it; fill in from"
            ),
            (
                "RIOT,2025-08-01,,",
                "has neither an ads_ratio nor a split; fill in one of them or remove the row"
            ),
        ])
    func badShareFacts(row: String, sentence: String) {
        let reading = Reading("ticker,from,ads_ratio,split\n\(row)\n")
        #expect(reading.problems == ["2: \(sentence)"])
        #expect(reading.shareBases.isEmpty)
    }

    @Test(
        "a bad alias is an error",
        arguments: [
            (",RIOT,,", "alias: is empty, but every row needs it; fill it in or remove the row"),
            ("X,,,", "ticker: is empty, but every row needs it; fill it in or remove the row"),
            (
                "X,RIOTT,,",
                #"ticker: "RIOTT" is not the ticker of a company in this book; did you mean RIOT?"#
            ),
            (
                "X,KEEL,,",
                #"ticker: "KEEL" is not the ticker of a company in this book; did you mean BITF?"#
            ),
            (
                "X,BTC,,",
                #"ticker: "BTC" is not the ticker of a company in this book; import the "#
                    + #"company first"#
            ),
            (
                "X,RIOT,2025-03-31,2025-03-01",
                "valid_to: the end, 2025-03-01, is before the start, 2025-03-31; correct one "
                    + "of them"
            ),
            ("X,RIOT,March,", #"valid_from: "March" is not a day, such as 2025-12-31"#),
        ])
    func badAliases(row: String, sentence: String) {
        let reading = Reading("alias,ticker,valid_from,valid_to\n\(row)\n")
        #expect(reading.problems == ["2: \(sentence)"])
    }

    @Test func `a membership is read with its days`() {
        let reading = Reading(
            """
            group,ticker,joined_on,left_on,note
            US-Listed,RIOT,2025-09-01,,
            canada,bitf,,2026-03-31,moves
            """)
        #expect(reading.problems == [])
        #expect(
            reading.memberships.map(\.value) == [
                Membership(group: "us-listed", ticker: "RIOT", joinedOn: day("2025-09-01")),
                Membership(
                    group: "canada", ticker: "BITF", leftOn: day("2026-03-31"), note: "moves"),
            ])
    }

    @Test(
        "a bad membership is an error",
        arguments: [
            (",RIOT,,", "group: is empty, but every row needs it; fill it in or remove the row"),
            (
                "us-listed,XCO,,",
                #"ticker: "XCO" is not the ticker of a company in this book; import the "#
                    + #"company first"#
            ),
            (
                "us-listed,RIOT,2026-01-01,2025-01-01",
                "left_on: the end, 2025-01-01, is before the start, 2026-01-01; correct one of "
                    + "them"
            ),
            (
                "RIOT,MARA,,",
                #"group: "RIOT" is already a company in this book; choose another name"#
            ),
            (
                "BTC,MARA,,",
                #"group: "BTC" is already the network in this book; choose another name"#
            ),
        ])
    func badMemberships(row: String, sentence: String) {
        let reading = Reading("group,ticker,joined_on,left_on\n\(row)\n")
        #expect(reading.problems == ["2: \(sentence)"])
    }
}
