import Importing
import Mining
import Testing

@Suite("Headers of three lines")
struct StackedHeaderTests {
    private func reading(
        _ text: String, profile: String = "yahoo", subject: String? = nil,
        name: String = "prices.csv"
    ) throws -> Reading {
        var options = ImportOptions()
        if let subject { options.defaults[.subject] = subject }
        options.adopt(try .builtIn(profile))
        return Reading(Array(text.utf8), name: name, options: options)
    }

    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map { located in
            let figure = located.value
            return
                "\(located.line) \(figure.subject) \(figure.metric) \(figure.period) \(figure.value)"
        }
    }

    private static let rows = "2025-12-30,12.51,9.22\n2025-12-31,12.66,9.37\n"
    private static let expected = [
        "4 RIOT share_price 2025-12-30 12.51 USD", "4 MARA share_price 2025-12-30 9.22 USD",
        "5 RIOT share_price 2025-12-31 12.66 USD", "5 MARA share_price 2025-12-31 9.37 USD",
    ]

    @Test(
        "the lines of companies and of columns may come in either order, named or not",
        arguments: [
            "Price,Close,Close\nTicker,RIOT,MARA\nDate,,\n",
            "Ticker,RIOT,MARA\nPrice,Close,Close\nDate,,\n",
            "Attributes,Close,Close\nSymbols,RIOT,MARA\nDate,,\n",
            ",Close,Close\n,RIOT,MARA\nDate,,\n", ",RIOT,MARA\n,Close,Close\nDate,,\n",
            "Price,Close,\nTicker,RIOT,MARA\nDate,,\n", "Price,Close\nTicker,RIOT,MARA\nDate\n",
        ])
    func orders(header: String) throws {
        let reading = try reading(header + Self.rows)
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(figures(reading) == Self.expected)
    }

    @Test(
        "the columns of a data frame with companies and metrics are read",
        arguments: [
            ",BTC mined,BTC mined,BTC held,BTC held\n,RIOT,MARA,RIOT,MARA\nMonth,,,,\n",
            ",BTC mined,,BTC held,\n,RIOT,MARA,RIOT,MARA\nMonth,,,,\n",
            "metric,btc_mined,btc_mined,btc_held,btc_held\nticker,RIOT,MARA,RIOT,MARA\nmonth,,,,\n",
            ",BTC mined,BTC mined,BTC held,BTC held\n,RIOT,MARA,RIOT,MARA\n",
            ",BTC mined,,BTC held,\nMonth,RIOT,MARA,RIOT,MARA\n",
            "Company,RIOT,MARA,RIOT,MARA\nMonth,BTC mined,BTC mined,BTC held,BTC held\n",
        ])
    func metrics(header: String) {
        let reading = Reading(header + "2025-11,428,750,19368,52850\n")
        #expect(reading.problems == [])
        #expect(
            figures(reading).map { $0.drop { $0 != " " }.dropFirst() } == [
                "RIOT btc_mined 2025-11 428 BTC", "MARA btc_mined 2025-11 750 BTC",
                "RIOT btc_held 2025-11-30 19368 BTC", "MARA btc_held 2025-11-30 52850 BTC",
            ])
    }

    @Test func `metrics below titles of groups have no companies above`() {
        let reading = Reading(
            ",Production,,Treasury,\nMonth,BTC mined,BTC sold,BTC held,Restricted BTC\n"
                + "2025-11,428,383,19368,3977\n", options: .defaults([.subject: "RIOT"]))
        #expect(Set(reading.observations.map(\.value.subject)).isSubset(of: ["RIOT"]))
        let names = Reading(",Riot Platforms,,\nMonth,BTC mined,BTC held\n2025-11,428,19368\n")
        #expect(names.observations.map(\.value.subject) == ["RIOT", "RIOT"])
    }

    @Test func `the company in the file needs no option, and other columns are ignored`() throws {
        let text = """
            Price,Close,High,Low,Open,Volume
            Ticker,RIOT,RIOT,RIOT,RIOT,RIOT
            Date,,,,,
            2025-12-30,12.51,12.9,12.4,12.6,9000000
            """
        for subject in [nil, "RIOT", "Riot Platforms"] {
            let reading = try reading(text, subject: subject)
            #expect(reading.diagnostics.problems.map(\.description) == [])
            #expect(figures(reading) == ["4 RIOT share_price 2025-12-30 12.51 USD"])
            #expect(
                reading.diagnostics.notes.prefix(3) == [
                    "prices.csv: read as comma, utf-8, a header of three lines",
                    "prices.csv: read Date as period, RIOT Close as a company",
                    "prices.csv: ignored the columns High, Low, Open and Volume",
                ])
        }
    }

    @Test func `another company in the option is an error`() throws {
        let reading = try reading(
            "Price,Close\nTicker,RIOT\nDate,\n2025-12-30,12.51\n", subject: "MARA")
        #expect(
            reading.diagnostics.problems.map(\.description) == [
                "prices.csv:1: RIOT Close: is of RIOT, as the header says, and not of MARA; leave out "
                    + "--subject, or import the right file"
            ])
    }

    @Test func `an unknown company is an error, and so is another coin`() throws {
        let unknown = try reading(
            "Price,Close,Close\nTicker,RIOT,AAPL\nDate,,\n2025-12-30,12.51,1\n")
        #expect(
            unknown.diagnostics.problems.map(\.description) == [
                "prices.csv:1: AAPL Close: is not a company in this book, but other columns are; import the company first; "
                    + "if it is no company, ignore it with --ignore-column 'AAPL'"
            ])
        let coin = "Price,Close\nTicker,BTC-USD\nDate,\n2025-12-30,88000\n"
        #expect(
            figures(try reading(coin, profile: "yahoo-bitcoin"))
                == ["4 BTC btc_price 2025-12-30 88000 USD/BTC"])
        let other = try reading(
            coin.replacing("BTC-USD", with: "ETH-USD"), profile: "yahoo-bitcoin")
        #expect(other.reasons.map(\.code) == [.noCompanyColumns])
    }

    @Test func `a company can be ignored with all of its columns`() throws {
        let text =
            "Price,Close,Close,High,High\nTicker,AAPL,MARA,AAPL,MARA\nDate,,,,\n"
            + "2025-12-31,1,9.37,2,10\n"
        var options = ImportOptions()
        options.adopt(try .builtIn("yahoo"))
        options.mappings.append(ColumnMapping(ignoring: "aapl"))
        let reading = Reading(text, options: options)
        #expect(reading.problems == [])
        #expect(figures(reading) == ["4 MARA share_price 2025-12-31 9.37 USD"])
        #expect(
            reading.diagnostics.notes.contains(
                "q4.csv: read AAPL Close as ignored, AAPL High as ignored, Date as period, MARA Close as "
                    + "a company"))
        options.mappings.append(ColumnMapping(ignoring: "AAPLE"))
        #expect(
            Reading(text, options: options).problems == [
                "1: --ignore-column: the files have no column \"AAPLE\"; write it as in the header"
            ])
    }

    @Test func `without a profile, the message names it`() throws {
        var options = ImportOptions()
        let known = try [Profile.builtIn("yahoo")]
        options.knownProfiles = { known }
        let reading = Reading(
            "Price,Close,Close,High,High\nTicker,RIOT,MARA,RIOT,MARA\nDate,,,,\n"
                + "2025-12-30,1,2,3,4\n",
            options: options)
        #expect(reading.reasons.map(\.code) == [.unknownColumn])
        #expect(reading.problems[0].contains("--profile yahoo"))
        #expect(reading.problems[0].contains(#"the columns "Close" and "High" are not known"#))
    }

    @Test func `a line that repeats a company's column is an error`() throws {
        let reading = try reading(
            "Price,Close,Close\nTicker,RIOT,RIOT\nDate,,\n2025-12-30,12.51,1\n")
        #expect(reading.reasons.map(\.code) == [.repeatedColumn])
    }

    @Test func `dates are read in the order that the column shows`() throws {
        let reading = try reading(
            "Price,Close\nTicker,RIOT\nDate,\n01/02/2025,12\n25/02/2025,13\n")
        #expect(
            figures(reading) == [
                "4 RIOT share_price 2025-02-01 12 USD", "5 RIOT share_price 2025-02-25 13 USD",
            ])
    }

    @Test(
        "other first lines are no such header",
        arguments: [
            "Price,Close\nTicker,RIOT\n2025-12-30,1\n", "Price,Close\nTicker,RIOT\nDate,x\n",
            "Ticker,RIOT\nTicker,Close\nDate,\n", ",RIOT\n,MARA\nDate,\n",
            "Price,Close\nTicker,\nDate,\n",
        ])
    func others(text: String) throws {
        let reading = try reading(text + "2025-12-31,2\n")
        #expect(!reading.diagnostics.notes.contains { $0.contains("three lines") })
        #expect(reading.observations.isEmpty)
    }
}
