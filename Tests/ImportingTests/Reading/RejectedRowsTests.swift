import CSV
import Importing
import Mining
import Testing

/// Rejected rows mean the same when they are imported again.
@Suite("Rejected rows")
struct RejectedRowsTests {
    /// The rejected rows of a file.
    private func rejects(of text: String, _ options: ImportOptions = ImportOptions()) throws
        -> String
    {
        var (diagnostics, bytes) = (Diagnostics(), [UInt8]())
        let source = Array(text.utf8)
        let file = try ImportFile(
            "q4.csv", MemorySource(source), options: options, again: { MemorySource(source) },
            rejecting: { bytes += $0 }, reporting: &diagnostics)
        var rows = try #require(file).rows(roster: .miners)
        while try rows.next(reporting: &diagnostics) != nil {}
        #expect(diagnostics.problems == [])
        return String(decoding: bytes, as: UTF8.self)
    }

    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map {
            "\($0.value.subject) \($0.value.metric) \($0.value.period) \($0.value.value)"
        }
    }

    @Test(
        "a corrected row means what it means in its own file",
        arguments: [
            "Riot Platforms, Inc.\nMonth,BTC mined\n2025-11,428\n2025-12,x\n",
            "($ in thousands)\nTicker,Period,Revenue,Cash\nRIOT,2025Q3,5,6\nRIOT,2025Q4,x,7\n",
            "Riot Platforms\n\"$ in millions, except per share data\"\n,3Q25,4Q25\nCash,5,6\nRevenue,x,7\n"
                + "Share price,12,13\n",
            "Deployed hashrate (EH/s)\nMonth,RIOT,MARA\n2025-11,1,2\n2025-12,x,4\n",
            "BTC mined\nTicker,2025-11,2025-12\nRIOT,1,2\nMARA,x,4\n",
            "Year ended June 30\nTicker,Year,BTC mined\nIREN,2024,1\nIREN,2025,x\n",
            "In C$ thousands\nTicker,Period,Revenue,BTC mined\nRIOT,2025Q4,USD 5k,1\nRIOT,2025Q3,USD 6k,x\n",
            "Quarter ended September 30\nTicker;Metric;2025;2024\nRIOT;btc_mined;1;x\n",
        ])
    func meaning(text: String) throws {
        let whole = Reading(text.replacing("x", with: "3"))
        let rejected = try rejects(of: text)
        let mended = Reading(rejected.replacing(",x", with: ",3").replacing(";x", with: ";3"))
        #expect(mended.problems == [])
        #expect(!mended.observations.isEmpty)
        #expect(Set(figures(mended)).isSubset(of: figures(whole)))
    }

    @Test func `the texts above the table are above the header`() throws {
        #expect(
            try rejects(
                of: "\"Riot Platforms, Inc.\"\n($ in thousands)\n\nMonth,Revenue\n2025-12,x\n"
            )
            .hasPrefix(
                "\"Riot Platforms, Inc.\"\n($ in thousands)\nrejected_line,rejected_reason,Month,"
                    + "Revenue\n5,"))
    }

    @Test func `lines that --skip-lines skips are there again, so that it can be repeated`() throws
    {
        var options = ImportOptions(skippedLines: 3)
        options.defaults = [.unit: "USD k"]
        let text = "Total 5\n\n7\nTicker,Month,Revenue\nRIOT,2025-12,x\n"
        let rejected = try rejects(of: text, options)
        #expect(rejected.hasPrefix("Total 5\n7\n\"\"\nrejected_line,rejected_reason,Ticker"))
        let mended = Reading(rejected.replacing(",x", with: ",3"), options: options)
        #expect(figures(mended) == ["RIOT revenue 2025-12 3 USD k"])
    }

    @Test func `what JSON says beside its rows is above the header`() throws {
        let text =
            #"{"ticker":"RIOT","unit":"USD k","data":[{"period":"2025Q3","revenue":5},"#
            + #"{"period":"2025Q4","revenue":"x"}]}"#
        var (diagnostics, bytes) = (Diagnostics(), [UInt8]())
        let tables = JSONFile.tables(
            "q4.json", Array(text.utf8), ImportOptions(), reporting: &diagnostics)
        let table = try #require(tables.first)
        let file = try ImportFile(
            "q4.json", table: table.records, options: table.options, rejecting: { bytes += $0 },
            reporting: &diagnostics)
        var rows = try #require(file).rows(roster: .miners)
        while try rows.next(reporting: &diagnostics) != nil {}
        let rejected = String(decoding: bytes, as: UTF8.self)
        #expect(rejected.hasPrefix("unit: USD k\nticker: RIOT\nrejected_line,rejected_reason,"))
        let mended = Reading(rejected.replacing(",x", with: ",3"))
        #expect(mended.problems == [])
        #expect(figures(mended) == ["RIOT revenue 2025Q4 3 USD k"])
    }
}
