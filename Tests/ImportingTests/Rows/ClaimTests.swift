import Importing
import Mining
import Testing

@Suite("Claims")
struct ClaimTests {
    @Test(
        "a claim is read in the dimension of its figure",
        arguments: [
            ("us-listed,companies,2026-01-15,,14,count", "14 count"),
            ("us-listed,companies,2026-01-15,,14,", "14 count"),
            ("us-listed,hashrate,2026-01-15,,419,EH/s", "419 EH/s"),
            ("us-listed,hashrate.change,2026-01-15,2025-11-30,12 EH/s,", "12 EH/s"),
            ("us-listed,Market_Cap,2026-01-15,,62,USD bn", "62 USD bn"),
            ("us-listed,market_cap,2026-01-15,,$62 bn,", "62 USD bn"),
            ("us-listed,market_cap.change_percent,2026-01-15,2025-12-31,26%,", "26 %"),
            ("BTC,difficulty.change_percent,2026-01,2025-12,-2.5,%", "-2.5 %"),
            ("us-listed,gross_margin,2026-01-15,,47,%", "47 %"),
            ("us-listed,gross_margin.change_bp,2026-01-15,2025-12-31,300bp,", "300 bp"),
            ("us-listed,block_reward_multiple,2026-01-15,,1.5,x", "1.5 x"),
            ("BTC,block_reward_revenue,2024-05,,\"49,000\",USD/EH/day", "49000 USD/EH/day"),
            ("RIOT,btc_held,2025Q4,,18005,", "18005 BTC"),
        ])
    func good(cells: String, printed: String) {
        let reading = Reading(
            "publisher,subject,figure,on,since,value,unit\nJPMorgan,\(cells)\n")
        #expect(reading.problems == [])
        #expect(reading.claims.map(\.value.value.description) == [printed])
    }

    @Test func `a claim keeps its periods, source and note`() {
        let reading = Reading(
            """
            publisher,subject,figure,on,since,value,unit,published_on,source,note
            JPMorgan,us-listed,hashrate.change,2026-01-15,2025-11-30,12,EH/s,2026-01-16,url,or two
            JPMorgan,IREN,revenue,FY26Q1,FY25Q4,240,USD m,,,
            """)
        #expect(reading.problems == [])
        #expect(reading.claims[0].value.on == period("2026-01-15"))
        #expect(reading.claims[0].value.since == period("2025-11-30"))
        #expect(reading.claims[0].value.publishedOn == day("2026-01-16"))
        #expect(reading.claims[0].value.source == "url")
        #expect(reading.claims[0].value.note == "or two")
        #expect(reading.claims[1].value.on == period("2025Q3"))
        #expect(reading.claims[1].value.since == period("2025Q2"))
        #expect(reading.claims[1].value.source == "")
        #expect(reading.claims.map(\.line) == [2, 3])
    }

    @Test(
        "a bad claim is an error",
        arguments: [
            (
                ",us-listed,companies,2026,,14,",
                "publisher: is empty, but every row needs it; fill it in or remove the row"
            ),
            (
                "J,us-list,companies,2026,,14,",
                #"subject: "us-list" is not in this book; did you mean us-listed?"#
            ),
            (
                "J,us-listed,markt_cap,2026,,14,",
                #"figure: "markt_cap" is not a figure, such as hashrate, hashrate.change, "#
                    + "hashrate.change_percent or gross_margin.change_bp; did you mean market_cap?"
            ),
            (
                "J,us-listed,.change,2026,,14,",
                #"figure: ".change" is not a figure, such as hashrate, hashrate.change, "#
                    + "hashrate.change_percent or gross_margin.change_bp"
            ),
            (
                "J,us-listed,companies,2026,,N/A,",
                "value: a claim needs a value, such as 350500000; fill it in or remove the row"
            ),
            (
                "J,us-listed,market_cap,2026,,26,%",
                #"unit: "%" is a percentage, not an amount of money, such as 3.2 USD bn"#
            ),
            (
                "J,us-listed,market_cap.change_percent,2026,,26,USD bn",
                #"unit: "USD bn" is an amount of money, not a percentage, such as 41.2 %"#
            ),
            (
                "J,us-listed,market_cap.change_percent,2026,,26,",
                #"value: "26" has no unit, such as %"#
            ),
            (
                "J,us-listed,companies,2026,2025-02-30,14,",
                #"since: "2025-02-30" is a day that does not exist; correct it"#
            ),
            (
                "J,us-listed,companies,2026,FY25,14,",
                #"since: "FY25" needs the fiscal year end of "us-listed"; import the company "#
                    + "with its fiscal_year_end, or write the months"
            ),
        ])
    func bad(row: String, sentence: String) {
        let reading = Reading("publisher,subject,figure,on,since,value,unit\n\(row)\n")
        #expect(reading.problems == ["2: \(sentence)"])
        #expect(reading.claims.isEmpty)
    }
}
