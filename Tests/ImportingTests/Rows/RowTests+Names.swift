import Importing
import Mining
import TestSupport
import Testing

/// Rows of observations: who, when, and who said so.

/// The names of subjects and metrics.
extension RowTests {
    @Test(
        "a subject is named by ticker, name or alias",
        arguments: [
            ("RIOT", "2025-12-31", "RIOT"), ("riot", "2025-12-31", "RIOT"),
            (" RIOT ", "2025-12-31", "RIOT"), ("Riot Platforms, Inc.", "2025-12-31", "RIOT"),
            ("Riot Blockchain", "2009-12-31", "RIOT"), ("CORZQ", "2024-01-31", "CORZ"),
            ("KEEL", "2026-04-01", "BITF"),
        ])
    func subjects(name: String, on: String, ticker: String) {
        let reading = Reading("subject,metric,period,value\n\"\(name)\",btc_held,\(on),1\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == [ticker])
    }

    @Test(
        "an unknown subject is an error that suggests the nearest name, or shows when an alias was valid",
        arguments: [
            ("RIOTT", #""RIOTT" is not in this book; did you mean RIOT?"#),
            (
                "Nobody at all",
                #""Nobody at all" is not in this book; import the company first, or add "#
                    + "--create-companies when you import its figures"
            ),
            (
                "KEEL",
                #"no company was called "KEEL" on 2025-12-31; it is BITF from 2026-04-01; "#
                    + #"write the "#
                    + "ticker"
            ),
            (
                "CORZQ",
                #"no company was called "CORZQ" on 2025-12-31; it is CORZ to 2024-01-31; "#
                    + #"write the "#
                    + "ticker"
            ),
            (
                "Spark",
                #"no company was called "Spark" on 2025-12-31; it is CLSK from 2025-09-01 to "#
                    + "2025-09-30; write the ticker"
            ),
            ("", "is empty, but every row needs it; fill it in or remove the row"),
        ])
    func unknownSubjects(name: String, sentence: String) {
        let reading = Reading("ticker,metric,period,value\n\(name),btc_held,2025-12-31,1\n")
        #expect(reading.problems == ["2: ticker: \(sentence)"])
    }

    @Test func `a book without companies says to import them first`() {
        let reading = Reading(
            "subject,metric,period,value\nRIOT,btc_held,2025,1\n", roster: Roster())
        #expect(
            reading.problems == [
                #"2: subject: "RIOT" is not in this book; import companies first, or add "#
                    + "--create-companies when you import figures"
            ])
    }

    @Test(
        "a metric that the subject cannot have is an error",
        arguments: [
            (
                "RIOT", "btc_price", "USD/BTC",
                #""RIOT" is a company, but btc_price is a metric of the network"#
            ),
            (
                "BTC", "deployed_hashrate", "EH/s",
                #""BTC" is the network, but deployed_hashrate is a metric of a company"#
            ),
            (
                "BTC", "fleet_efficiency", "J/TH",
                #""BTC" is the network, but fleet_efficiency is a metric of a company or a group"#
            ),
            (
                "us-listed", "market_cap", "USD",
                #""us-listed" is a group, but market_cap is a metric of a company"#
            ),
        ])
    func wrongKinds(subject: String, metric: String, unit: String, sentence: String) {
        let reading = Reading(
            "subject,metric,period,value,unit\n\(subject),\(metric),2025-12-31,1,\(unit)\n")
        #expect(
            reading.problems == ["2: subject: \(sentence); correct the subject or the metric"])
    }

    @Test(
        "a metric is read by code or name, and an unknown one suggests the nearest",
        arguments: [
            ("BTC Mined", nil), ("btc mined", nil), ("BTC_MINED", nil),
            (
                "btc_mind",
                #""btc_mind" is not a metric; did you mean btc_mined? Then import with --map "#
                    + "'btc_mind=btc_mined', or ignore its rows with --ignore-row 'btc_mind'"
            ),
            (
                "debt",
                #""debt" is not a metric; did you mean total_debt? Then import with --map "#
                    + "'debt=total_debt', or ignore its rows with --ignore-row 'debt'"
            ),
            (
                "xyzzy",
                #""xyzzy" is not a metric; say what it means with --map LABEL=METRIC (minerbook "#
                    + "list metrics shows all metrics), or ignore its rows with --ignore-row "
                    + "'xyzzy'"
            ),
            (
                "price",
                #""price" could be share_price, power_price, btc_price or btc_price_average; "#
                    + "choose one, such as --map 'price=share_price'"
            ),
            ("", "is empty, but every row needs it; fill it in or remove the row"),
        ] as [(String, String?)])
    func metrics(name: String, sentence: String?) {
        let reading = Reading("subject,metric,period,value\nRIOT,\(name),2025,1\n")
        #expect(reading.problems == (sentence.map { ["2: metric: \($0)"] } ?? []))
    }
}
