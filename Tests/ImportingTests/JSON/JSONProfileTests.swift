import Foundation
import Importing
import Mining
import Profiles
import Testing

/// JSON files of each site, read with its profile, and recognised without it.
@Suite("Profiles of JSON files")
struct JSONProfileTests {
    static let folder = repositoryFolder.appending(path: "Tests/Fixtures/Profiles")

    /// Reads a file, with a profile if there is a name of one, else with what is recognised.
    private func read(
        _ name: String, _ profile: String? = nil, as fileName: String? = nil,
        period: String? = nil
    ) throws -> Reading {
        var options = ImportOptions()
        if let period { options.defaults = [.period: period] }
        if let profile { options.adopt(try .builtIn(profile)) }
        let known = try builtInProfiles.map { try Profile.builtIn($0.name) }
        options.knownProfiles = { known }
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        return Reading(json: Array(bytes), name: fileName ?? name, options: options)
    }

    private static let files: [(String, String, [String])] = [
        (
            "mempool.json", "mempool",
            [
                "BTC network_hashrate 2022-05-13 236499762108772 MH/s",
                "BTC network_hashrate 2022-05-14 218185600000000 MH/s",
                "BTC network_hashrate 2025-12-30 1041123456789012 MH/s",
                "BTC difficulty 2022-05-13 31251101365711 difficulty",
                "BTC difficulty 2022-05-26 29897409688834 difficulty",
            ]
        ),
        (
            "mempool-timestamps.json", "mempool",
            [
                "BTC network_hashrate 2022-05-13 236499762108772 MH/s",
                "BTC difficulty 2022-05-13 31251101365711 difficulty",
            ]
        ),
        (
            "blockchain-two-charts.json", "blockchain-json",
            [
                "BTC fee_reward 2024-02-06 53.10194348 BTC/day",
                "BTC fee_reward 2024-02-07 40.00000000 BTC/day",
                "BTC btc_price_average 2024-02-06 42657.9 USD/BTC",
                "BTC btc_price_average 2024-02-07 43089.43 USD/BTC",
            ]
        ),
        (
            "blockchain-one-chart.json", "blockchain-json",
            [
                "BTC network_hashrate 2024-02-06 545112345.123457 TH/s",
                "BTC network_hashrate 2024-02-07 550000000 TH/s",
            ]
        ),
        (
            "coin-metrics-api.json", "coin-metrics-api",
            [
                "BTC blocks 2025-01-01 150 blocks",
                "BTC btc_price 2025-01-01 94429.765123 USD/BTC",
                "BTC network_hashrate 2025-01-01 785432109.876543 TH/s",
                "BTC blocks 2025-01-02 143 blocks",
                "BTC btc_price 2025-01-02 96880.25 USD/BTC",
            ]
        ),
    ]

    @Test("every value of a file is read", arguments: files)
    func values(file: String, profile: String, values: [String]) throws {
        let reading = try read(file, profile)
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(reading.observations.map(\.value.text).sorted() == values.sorted())
        #expect(Set(reading.observations.map(\.value.status)) == [.aggregated])
    }

    @Test("a file of a known layout is read with its profile", arguments: files)
    func recognised(file: String, profile: String, values: [String]) throws {
        let reading = try read(file)
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(reading.observations.map(\.value.text).sorted() == values.sorted())
        #expect(reading.diagnostics.notes.first == "\(file): read with the profile \(profile)")
    }

    @Test func `a profile names what it does not read`() throws {
        #expect(
            try read("mempool.json").diagnostics.notes == [
                "mempool.json: read with the profile mempool",
                "mempool.json:hashrates[*]: read timestamp as period, avgHashrate as "
                    + "network_hashrate in H/s",
                "mempool.json:difficulty[*]: read time as period, difficulty as difficulty in "
                    + "difficulty",
                "mempool.json:difficulty[*]: ignored the columns height and adjustment",
            ])
    }

    @Test func `a price of CoinGecko at midnight is that of the day before`() throws {
        let reading = try read("coingecko-market-chart.json", "coingecko-market-chart")
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(
            reading.observations.map(\.value.text) == [
                "BTC btc_price 2025-12-29 88210.5 USD/BTC",
                "BTC btc_price 2025-12-30 87498.2 USD/BTC",
                "BTC btc_price 2025-12-31 87611.123457 USD/BTC",
            ])
        #expect(
            reading.diagnostics.notes == [
                "coingecko-market-chart.json: ignored market_caps[*] and total_volumes[*]",
                "coingecko-market-chart.json: read time as period, price as btc_price in USD/BTC",
                "coingecko-market-chart.json: left out 1 row whose time is not midnight",
            ])
    }

    @Test func `holdings of companies need --period`() throws {
        let reading = try read(
            "coingecko-treasury.json", "coingecko-treasury", period: "2026-01-02")
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(
            reading.observations.map(\.value.text) == [
                "MARA btc_held 2026-01-02 53250 BTC", "RIOT btc_held 2026-01-02 18005.5 BTC",
            ])
        #expect(
            try read("coingecko-treasury.json", "coingecko-treasury").reasons.map(\.code)
                == [.missingColumns])
    }

    @Test(
        "a layout that other coins share needs --profile",
        arguments: ["coingecko-market-chart", "coingecko-treasury"])
    func named(profile: String) throws {
        let reading = try read("\(profile).json")
        #expect(
            reading.diagnostics.problems.map(\.description) == [
                "\(profile).json:1: the file has the layout of the profile \(profile), but files "
                    + "about other things have it too; if this one is what the profile reads, add "
                    + "--profile \(profile)"
            ])
        #expect(
            try read("\(profile).json", profile, as: "ethereum.json").reasons.map(\.code)
                == [.refusedFile])
    }

    @Test func `rows about another coin are problems`() throws {
        let reading = try read("coin-metrics-api-two-assets.json")
        #expect(
            reading.diagnostics.problems.map(\.description) == [
                "coin-metrics-api-two-assets.json:1: data[1]: asset is \"eth\", but the profile only "
                    + "takes rows with btc; remove this row"
            ])
    }

    @Test func `a file of another layout is an error that lists its arrays`() throws {
        let reading = try read("coin-metrics-api.json", "mempool")
        #expect(
            reading.diagnostics.problems.map(\.description) == [
                "coin-metrics-api.json:1: the file has no rows at hashrates[*] or difficulty[*], "
                    + "where the profile mempool looks for them; its arrays are data[*]"
            ])
    }

    @Test(
        "mistakes in the settings of JSON files are reported",
        arguments: [
            ("rows: data[", "\"data[\" is not a path of rows, such as data[*] or series.*[*]"),
            (
                "days-late: x",
                "\"x\" is not a number of days, such as 1 or hashrates[*]=1"
            ),
            (
                "days-late: data[*]=-1",
                "\"data[*]=-1\" is not a number of days, such as 1 or hashrates[*]=1"
            ),
            (
                "label: hash-rate",
                "\"hash-rate\" is not LABEL=METRIC, such as "
                    + "hash-rate=network_hashrate:TH/s"
            ),
            ("recognise: yes", "\"yes\" is not no"),
            ("partial-days: keep", "\"keep\" is not ignore"),
        ])
    func mistakes(line: String, message: String) {
        var diagnostics = Diagnostics()
        #expect(Profile("mine.profile", line, reporting: &diagnostics) == nil)
        #expect(diagnostics.problems.map(\.description) == ["mine.profile:1: " + message])
    }
}
