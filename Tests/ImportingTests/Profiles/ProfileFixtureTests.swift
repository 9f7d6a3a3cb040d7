import Foundation
import Importing
import Mining
import Profiles
import Testing

/// A file of each site, read with its profile.
@Suite("Profiles of sites")
struct ProfileFixtureTests {
    private static let folder = repositoryFolder.appending(path: "Tests/Fixtures/Profiles")

    private func read(_ name: String, _ profile: String, period: String? = nil) throws -> Reading {
        var options = ImportOptions()
        if let period { options.defaults = [.period: period] }
        options.adopt(try .builtIn(profile))
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        return Reading(Array(bytes), name: name, options: options)
    }

    @Test(
        "every value of a file is read",
        arguments: [
            (
                "coin-metrics-2019.csv", "coin-metrics",
                [
                    "BTC blocks 2010-01-02 12 blocks", "BTC difficulty 2010-01-02 1 difficulty",
                    "BTC fee_reward 2010-01-02 0 BTC/day",
                    "BTC blocks 2019-10-18 142 blocks",
                    "BTC difficulty 2019-10-18 13008091666972 difficulty",
                    "BTC fee_reward 2019-10-18 18.7267923 BTC/day",
                    "BTC btc_price 2019-10-18 7955.123456 USD/BTC",
                    "BTC blocks 2019-10-19 146 blocks",
                    "BTC difficulty 2019-10-19 13008091666972 difficulty",
                    "BTC fee_reward 2019-10-19 15.33117915 BTC/day",
                    "BTC btc_price 2019-10-19 7956.123458 USD/BTC",
                    "BTC blocks 2019-10-20 150 blocks",
                    "BTC difficulty 2019-10-20 13008091666972 difficulty",
                    "BTC fee_reward 2019-10-20 14 BTC/day",
                    "BTC btc_price 2019-10-20 7957.123457 USD/BTC",
                ], 1, 5
            ),
            (
                "coin-metrics-2020.csv", "coin-metrics",
                [
                    "BTC blocks 2020-03-25 950 blocks",
                    "BTC difficulty 2020-03-25 16552923967337 difficulty",
                    "BTC fee_reward 2020-03-25 53.5 BTC/day",
                    "BTC network_hashrate 2020-03-25 112694302.5 TH/s",
                    "BTC btc_price 2020-03-25 6700.25 USD/BTC",
                    "BTC miner_revenue 2020-03-25 13650000.25 USD",
                    "BTC btc_price 2020-03-26 6701 USD/BTC",
                ], 5, 0
            ),
            (
                "blockchain-hash-rate.csv", "blockchain-hash-rate",
                [
                    "BTC network_hashrate 2018-10-27 51000000.25 TH/s",
                    "BTC network_hashrate 2018-10-28 52000000 TH/s",
                    "BTC network_hashrate 2018-10-29 53000000.123456 TH/s",
                    "BTC network_hashrate 2018-10-30 54000000 TH/s",
                ], 0, 1
            ),
            (
                "blockchain-hash-rate-no-header.csv", "blockchain-hash-rate",
                [
                    "BTC network_hashrate 2017-11-26 10244850.5 TH/s",
                    "BTC network_hashrate 2017-11-27 11383166 TH/s",
                ], 0, 0
            ),
            (
                "blockchain-difficulty-epoch.csv", "blockchain-difficulty",
                [
                    "BTC difficulty 2019-12-25 12948593567723 difficulty",
                    "BTC difficulty 2019-12-26 12948593567724 difficulty",
                ], 0, 1
            ),
            (
                "blockchain-market-price-milliseconds.csv", "blockchain-market-price",
                [
                    "BTC btc_price_average 2019-12-25 7250.5 USD/BTC",
                    "BTC btc_price_average 2019-12-26 7280.25 USD/BTC",
                ], 0, 0
            ),
            (
                "blockchain-miners-revenue-dmy.csv", "blockchain-miners-revenue",
                [
                    "BTC miner_revenue 2018-01-02 53211234.57 USD",
                    "BTC miner_revenue 2018-01-03 50000000 USD",
                ], 0, 1
            ),
            (
                "yahoo-RIOT.csv", "yahoo",
                [
                    "RIOT share_price 2017-01-03 3.820000 USD",
                    "RIOT share_price 2017-01-05 4.140000 USD",
                ], 1, 0
            ),
            (
                "yfinance-mara.csv", "yahoo",
                [
                    "MARA share_price 2025-07-28 17.5 USD",
                    "MARA share_price 2025-07-29 17.700000 USD",
                ], 0, 1
            ),
            (
                "yahoo-bitcoin.csv", "yahoo-bitcoin",
                [
                    "BTC btc_price 2025-12-30 88430.132812 USD/BTC",
                    "BTC btc_price 2025-12-31 87508.8 USD/BTC",
                ], 0, 0
            ),
            (
                "HistoricalData_CLSK.csv", "nasdaq",
                [
                    "CLSK share_price 2025-08-01 10.85 USD",
                    "CLSK share_price 2025-07-31 11.37 USD",
                ], 0, 0
            ),
            (
                "stooq-bulk.txt", "stooq",
                [
                    "RIOT share_price 2025-12-30 12.66 USD",
                    "MARA share_price 2025-12-30 9.2245 USD",
                ], 0, 0
            ),
            ("riot_us_d.csv", "stooq", ["RIOT share_price 2025-12-30 12.66 USD"], 0, 0),
            (
                "RIOT Historical Data.csv", "investing",
                [
                    "RIOT share_price 2019-11-25 1.84 USD",
                    "RIOT share_price 2019-11-22 1170.50 USD",
                ], 0, 0
            ),
            (
                "investing-bitcoin.csv", "investing-bitcoin",
                [
                    "BTC btc_price 2019-11-25 7199.4 USD/BTC",
                    "BTC btc_price 2019-11-02 9300.6 USD/BTC",
                ], 0, 0
            ),
            (
                "cryptodatadownload.csv", "cryptodatadownload",
                [
                    "BTC btc_price 2019-10-17 8030.3 USD/BTC",
                    "BTC btc_price 2019-10-16 8000 USD/BTC",
                ], 0, 0
            ),
            (
                "cryptodatadownload-2022.csv", "cryptodatadownload",
                ["BTC btc_price 2022-03-01 44421.2 USD/BTC"], 0, 0
            ),
        ] as [(String, String, [String], Int, Int)])
    func values(file: String, profile: String, values: [String], missing: Int, rounded: Int) throws
    {
        let reading = try read(file, profile)
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(reading.observations.map(\.value.text) == values)
        #expect(reading.counts.missing == missing)
        #expect(reading.counts.rounded == rounded)
        let status = Set(reading.observations.map(\.value.status))
        #expect(status == [.aggregated])
        let sources = Set(reading.observations.map(\.value.source))
        #expect(sources.count == 1 && sources.first?.contains(", https://") == true)
    }

    @Test func `a ranking without a date needs --period`() throws {
        let reading = try read("companiesmarketcap.csv", "companiesmarketcap", period: "2026-01-02")
        #expect(
            reading.observations.map(\.value.text) == [
                "IREN market_cap 2026-01-02 12345678901 USD",
                "IREN share_price 2026-01-02 45.67 USD",
                "RIOT market_cap 2026-01-02 4708123456 USD",
                "RIOT share_price 2026-01-02 12.66 USD",
            ])
        #expect(
            reading.diagnostics.notes.last
                == "companiesmarketcap.csv: ignored the columns Rank and country")
        #expect(
            try read("companiesmarketcap.csv", "companiesmarketcap").problems(of: 1) == [
                "observations in columns need the column period; the usual header is "
                    + "ticker,date,deployed_hashrate (EH/s),market_cap (USD bn),…; or set "
                    + "--period for all rows"
            ])
    }

    @Test func `columns that a profile ignores are listed`() throws {
        #expect(
            try read("yahoo-RIOT.csv", "yahoo").diagnostics.notes == [
                "yahoo-RIOT.csv: read Date as period, Close as share_price in USD",
                "yahoo-RIOT.csv: ignored the columns Open, High, Low, Adj Close and Volume",
            ])
        #expect(
            try read("blockchain-hash-rate-no-header.csv", "blockchain-hash-rate").diagnostics.notes
                == [
                    "blockchain-hash-rate-no-header.csv: read as comma, utf-8, without a header",
                    "blockchain-hash-rate-no-header.csv: read column 1 as period, column 2 as "
                        + "network_hashrate in TH/s",
                ])
    }

    @Test func `symbols other than bitcoin's are errors`() throws {
        #expect(
            try read("cryptodatadownload-ether.csv", "cryptodatadownload").problems(of: 3) == [
                "\"ETHUSD\" is not in this book; import the company first, or add "
                    + "--create-companies when you import its figures"
            ])
    }

    @Test(
        "a file of another coin is refused",
        arguments: [
            ("eth.csv", "coin-metrics", "time,PriceUSD,BlkCnt\n2025-12-31,2967,7000\n"),
            ("csv/ltc.csv", "coin-metrics", "time,PriceUSD,BlkCnt\n2025-12-31,77,576\n"),
            ("data.csv", "coin-metrics", "time,PriceUSD,BlkCnt\n2025-12-31,2967,6911.0\n"),
            ("data.csv", "coin-metrics", "asset,time,PriceUSD\neth,2025-12-31,2967\n"),
            ("ETH-USD.csv", "yahoo-bitcoin", "Date,Close\n2025-12-31,2967\n"),
            (
                "Ethereum Historical Data.csv", "investing-bitcoin",
                "Date,Price\n12/31/2025,2967\n"
            ),
        ])
    func otherCoins(name: String, profile: String, text: String) throws {
        var options = ImportOptions()
        options.adopt(try .builtIn(profile))
        let reading = Reading(Array(text.utf8), name: name, options: options)
        #expect(reading.observations.isEmpty)
        let codes = reading.reasons.map(\.code)
        #expect(codes == [name == "data.csv" ? .notRequiredText : .refusedFile])
    }

    @Test func `a file of bitcoin may name its asset`() throws {
        var options = ImportOptions()
        options.adopt(try .builtIn("coin-metrics"))
        let text = "asset,time,PriceUSD,BlkCnt\nbtc,2025-12-31,87500.5,144\n"
        let reading = Reading(Array(text.utf8), name: "metrics.csv", options: options)
        #expect(reading.reasons.isEmpty)
        #expect(reading.observations.count == 2)
    }

    @Test func `rows that are not daily are errors`() throws {
        let sentence = "<PER> is \"60\", but the profile only takes rows with D; remove this row"
        let reading = try read("stooq-hourly.txt", "stooq")
        #expect(reading.problems(of: 2) == [sentence])
        #expect(reading.problems(of: 3) == [sentence])
    }

    @Test func `a file of another site is an error that names the profile and its columns`() throws
    {
        #expect(
            try read("HistoricalData_CLSK.csv", "yahoo").problems(of: 1) == [
                "\"Date,Close/Last,Volume,Open,High,Low\" has no column of figures that the "
                    + "profile yahoo knows; it reads Close; choose another profile from "
                    + "minerbook list profiles, or give a column a meaning with --map"
            ])
        #expect(
            try read("yahoo-bitcoin.csv", "blockchain-hash-rate").problems(of: 1) == [
                "\"Date,Open,High,Low,Close,Adj Close,Volume\" has no column of figures that "
                    + "the profile blockchain-hash-rate knows; it reads hash-rate or y; choose "
                    + "another profile from minerbook list profiles, or give a column a meaning "
                    + "with --map"
            ])
    }

    @Test(arguments: builtInProfiles.map(\.name))
    func `a web page is reported as one`(profile: String) throws {
        #expect(
            try read("web-page-RIOT.csv", profile).problems(of: 1) == [
                "the file is a web page, not CSV; download it again with the site's button or "
                    + "link for CSV"
            ])
    }

    @Test(arguments: builtInProfiles.map(\.name))
    func `a built-in profile has a description and a source`(name: String) throws {
        let profile = try Profile.builtIn(name)
        #expect(!profile.about.isEmpty && profile.about.count <= 80)
        #expect(!profile.metrics.isEmpty)
    }
}

extension Observation {
    /// Whose, what, when and how much.
    var text: String { "\(subject) \(metric.code) \(period) \(value)" }
}

extension Reading {
    /// The sentences about a line, without the place.
    func problems(of line: Int) -> [String] {
        diagnostics.problems.filter { $0.line == line }.map { "\($0.reason)" }
    }
}
