import Importing
import Mining
import Testing

/// Columns whose meaning options say.
@Suite("Mapped columns")
struct MappingTests {
    @Test func `options give columns a meaning, and a note says how they were read`() throws {
        let reading = Reading(
            "Datum,Symbol,close=adj,Vol.,Hash Rate (PH/s)\n2025-12-31,RIOT,12.34,9,38500\n",
            options: try .mapping(
                "datum=period", "Symbol=subject", "close=adj=share_price:USD", "Vol.=ignore",
                "Hash Rate (PH/s)=Deployed hashrate"))
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.value.description) == ["12.34 USD", "38500 PH/s"])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Vol. as ignored, Symbol as subject, Datum as period, close=adj as "
                    + "share_price in USD, Hash Rate (PH/s) as deployed_hashrate in PH/s"
            ])
    }

    @Test func `a file with the usual header has no note`() {
        #expect(Reading("subject,metric,period,value\n").diagnostics.notes.isEmpty)
        #expect(Reading("ticker,name\n").diagnostics.notes.isEmpty)
    }

    @Test func `a mapped metric turns a file with company names into a file of figures`() throws {
        var options = try ImportOptions.mapping(
            "Symbol=ticker", "marketcap=market_cap:USD", "Rank=ignore", "Country=ignore")
        options.defaults = [.period: "2026-01-15"]
        let reading = Reading(
            "Rank,Name,Symbol,marketcap,country\n1,Riot,RIOT,5500000000,US\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.value.description) == ["5500000000 USD"])
    }

    @Test func `--metric or --subject BTC resolves an ambiguous column name`() {
        let named = Reading(
            "ticker,date,hashrate_ehs\nRIOT,2025-12-31,1\n",
            options: .defaults([.metric: "operating_hashrate"]))
        #expect(named.observations.map(\.value.metric) == [.operatingHashrate])
        let network = Reading(
            "date,Hash Rate (TH/s)\n2025-12-31,1\n", options: .defaults([.subject: "btc"]))
        #expect(network.observations.map(\.value.metric) == [.networkHashrate])
        let company = Reading(
            "date,Hash Rate (TH/s)\n2025-12-31,1\n", options: .defaults([.subject: "RIOT"]))
        #expect(
            company.problems == [
                "1: Hash Rate (TH/s): \"Hash Rate\" could be deployed_hashrate, "
                    + "managed_hashrate, hosted_hashrate, target_hashrate, operating_hashrate "
                    + "or network_hashrate; choose one, such as --map 'Hash Rate "
                    + "(TH/s)=deployed_hashrate:TH/s'"
            ])
    }

    @Test(
        "a bad mapping is an error",
        arguments: [
            (
                "Volume",
                #""Volume" is not COLUMN=MEANING, such as 'Hash Rate=deployed_hashrate:TH/s', "#
                    + "Date=period or Volume=ignore"
            ),
            (
                "=period",
                #""=period" is not COLUMN=MEANING, such as 'Hash Rate=deployed_hashrate:TH/s', "#
                    + "Date=period or Volume=ignore"
            ),
            (
                "Date=perod",
                #""perod" is not a metric, a known column name or ignore; did you mean "#
                    + "period?"
            ),
            (
                "Date=xyzzy",
                #""xyzzy" is not a metric, a known column name or ignore; "#
                    + "docs/csv-formats.md lists them all"
            ),
            ("Mined=btc_mind:BTC", #""btc_mind" is not a metric; did you mean btc_mined?"#),
        ])
    func refused(text: String, sentence: String) {
        do throws(ImportProblem.Reason) {
            _ = try ColumnMapping(text)
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.description == sentence)
        }
    }

    @Test func `a mapping of a missing column or with a wrong unit is an error`() throws {
        let text = "ticker,date,Cap\nRIOT,2025-12-31,1\n"
        #expect(
            Reading(text, options: try .mapping("Cap=market_cap:MW")).problems
                == ["1: Cap: \"MW\" is a power, not an amount of money, such as 3.2 USD bn"])
        #expect(
            Reading(text, options: try .mapping("Cap=market_cap:USD", "Capp=ignore")).problems
                == ["1: --map: the files have no column \"Capp\"; did you mean Cap?"])
    }
}

extension ImportOptions {
    static func mapping(_ texts: String...) throws -> ImportOptions {
        var options = ImportOptions()
        options.mappings = try texts.map { try ColumnMapping($0) }
        return options
    }
}
