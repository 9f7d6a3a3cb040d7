import Importing
import Mining
import Testing

/// What options say where files don't.
@Suite("Defaults")
struct DefaultTests {
    @Test func `options replace missing columns of a long file`() {
        let reading = Reading(
            "date,value\n2025-11-30,36.5\n2025-12-31,38.5\n",
            options: .defaults([
                .subject: "RIOT", .metric: "deployed_hashrate", .unit: "EH/s",
                .publishedOn: "2026-01-05", .source: "release", .status: "preliminary",
            ]))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.value.description) == ["36.5 EH/s", "38.5 EH/s"])
        for observation in reading.observations.map(\.value) {
            #expect(observation.subject == "RIOT")
            #expect(observation.metric == .deployedHashrate)
            #expect(observation.publishedOn == day("2026-01-05"))
            #expect(observation.source == "release")
            #expect(observation.status == .preliminary)
        }
    }

    @Test func `a cell overrides an option unless it is empty`() {
        let reading = Reading(
            """
            ticker,metric,period,value,source,status,published_on
            MARA,btc_held,2025-12-31,1,a,restated,2026-01-02
            ,,,2,,,
            """,
            options: .defaults([
                .subject: "RIOT", .metric: "btc_mined", .period: "2025-12", .source: "b",
                .status: "estimated", .publishedOn: "2026-01-05",
            ]))
        #expect(reading.problems == [])
        let (first, second) = (reading.observations[0].value, reading.observations[1].value)
        #expect(first.subject == "MARA" && first.metric == .btcHeld && first.source == "a")
        #expect(first.status == .restated && first.publishedOn == day("2026-01-02"))
        #expect(second.subject == "RIOT" && second.metric == .btcMined && second.source == "b")
        #expect(second.status == .estimated && second.publishedOn == day("2026-01-05"))
        #expect(second.period == period("2025-12"))
    }

    @Test(
        "a unit in the cell overrides the header's, which overrides the option's",
        arguments: [
            ("Deployed hashrate", "38500", "38500 PH/s"),
            ("Deployed hashrate (EH/s)", "38.5", "38.5 EH/s"),
            ("Deployed hashrate (PH/s)", "38.5 EH/s", "38.5 EH/s"),
            ("Deployed hashrate", "38.5 EH/s", "38.5 EH/s"),
            // The option is for a hashrate, so it does not apply to bitcoin.
            ("BTC held", "1", "1 BTC"),
        ])
    func units(column: String, cell: String, printed: String) {
        let reading = Reading(
            "ticker,date,\(column)\nRIOT,2025-12-31,\(cell)\n", options: .defaults([.unit: "PH/s"]))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.value.description) == [printed])
    }

    @Test func `a default unit of another dimension does not apply`() {
        let reading = Reading(
            "subject,metric,period,value,unit\nRIOT,revenue,2025,3,\nRIOT,revenue,2024,2,USD m\n",
            options: .defaults([.unit: "EH/s"]))
        #expect(reading.problems == [#"2: revenue: "3" has no unit, such as USD"#])
        #expect(reading.observations.map(\.value.value.description) == ["2 USD m"])
    }

    @Test func `with --subject and --period, a wide file needs only figures`() {
        let reading = Reading(
            "BTC held,Market cap (USD bn)\n18005,5.5\n",
            options: .defaults([.subject: "Riot Blockchain", .period: "2025Q4"]))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["RIOT", "RIOT"])
        #expect(
            reading.observations.map(\.value.period.description) == ["2025-12-31", "2025-12-31"])
    }

    @Test func `a claim takes subject, unit, source and day from options`() {
        let reading = Reading(
            "publisher,figure,on,value\nJ,market_cap,2026-01-15,62\n",
            options: .defaults([
                .subject: "us-listed", .unit: "USD bn", .source: "u", .publishedOn: "2026-01-16",
            ]))
        #expect(reading.problems == [])
        #expect(reading.claims.map(\.value.value.description) == ["62 USD bn"])
        #expect(reading.claims.map(\.value.source) == ["u"])
        #expect(reading.claims.map(\.value.publishedOn) == [day("2026-01-16")])
    }

    @Test func `an unknown default subject is reported under its option`() {
        let reading = Reading(
            "date,BTC held\n2025-12-31,1\n", options: .defaults([.subject: "RIOTT"]))
        #expect(
            reading.problems == [
                #"2: --subject: "RIOTT" is not in this book; did you mean RIOT?"#
            ])
    }

    @Test func `columns are ignored by name, in any letter case`() {
        var options = ImportOptions()
        options.mappings = ["volume", "CHIEF executive"].map(ColumnMapping.init(ignoring:))
        let reading = Reading(
            "ticker,date,BTC held,Volume,Chief_Executive\nRIOT,2025-12-31,1,x,y\n",
            options: options)
        #expect(reading.problems == [])
        #expect(reading.counts.values == 1)
    }

    @Test func `ignoring a missing column is an error that suggests the nearest name`() {
        var options = ImportOptions()
        options.mappings = ["Volumn", "xyzzy"].map(ColumnMapping.init(ignoring:))
        let reading = Reading(
            "ticker,date,BTC held,note\nRIOT,2025-12-31,1,\n", options: options)
        #expect(
            reading.problems == [
                #"1: --ignore-column: the files have no column "Volumn"; write it as in the "#
                    + #"header"#,
                #"1: --ignore-column: the files have no column "xyzzy"; write it as in the header"#,
            ])
        options.mappings = [ColumnMapping(ignoring: "nota")]
        let near = Reading("ticker,date,BTC held,note\nRIOT,2025-12-31,1,\n", options: options)
        #expect(
            near.problems == [
                #"1: --ignore-column: the files have no column "nota"; did you mean note?"#
            ])
    }
}

extension ImportOptions {
    static func defaults(_ defaults: [ObservationField: String]) -> ImportOptions {
        var options = ImportOptions()
        options.defaults = defaults
        return options
    }
}
