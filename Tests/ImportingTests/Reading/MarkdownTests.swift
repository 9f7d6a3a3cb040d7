import CSV
import Importing
import Mining
import Testing

/// Tables that programs print with pipes: Markdown, and the shells of databases.
@Suite("Tables with pipes")
struct MarkdownTests {
    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map {
            "\($0.value.subject) \($0.value.metric) \($0.value.period) \($0.value.value)"
        }
    }

    @Test(
        "pipes at both ends and a line of hyphens are no data",
        arguments: [
            "| Ticker | Month | BTC mined |\n|---|---|---|\n| RIOT | 2025-11 | 428 |\n",
            "| Ticker | Month | BTC mined |\n|:--|:-:|--:|\n| RIOT | 2025-11 | 428 |\n",
            "Ticker | Month | BTC mined\n--- | --- | ---\nRIOT | 2025-11 | 428\n",
            " ticker |  month  | btc_mined \n--------+---------+-----------\n RIOT   | 2025-11 |       428\n",
            "+--------+---------+\n| ticker | month   | btc_mined |\n+--------+---------+\n"
                + "| RIOT   | 2025-11 | 428       |\n",
            "# Riot Platforms\n\n| Month | BTC mined |\n| --- | --- |\n| 2025-11 | 428 |\n",
            "|Ticker|Month|BTC mined|\n|RIOT|2025-11|428|\n",
        ])
    func table(text: String) {
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(figures(reading) == ["RIOT btc_mined 2025-11 428 BTC"])
    }

    @Test func `metrics may be down, and the title give the metric`() {
        let model = Reading(
            "| | Oct 2025 | Nov 2025 |\n|---|---|---|\n| BTC mined | 437 | 428 |\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(
            figures(model) == ["RIOT btc_mined 2025-10 437 BTC", "RIOT btc_mined 2025-11 428 BTC"])
        let across = Reading(
            "## BTC mined\n\n| Month | RIOT | MARA |\n|---|---|---|\n| 2025-11 | 428 | 750 |\n")
        #expect(
            figures(across) == ["RIOT btc_mined 2025-11 428 BTC", "MARA btc_mined 2025-11 750 BTC"])
    }

    @Test func `a text before the first pipe is an error`() {
        let reading = Reading(
            "| Ticker | Month | BTC mined |\n|---|---|---|\n| RIOT | 2025-11 | 428 |\n"
                + String(repeating: "| RIOT | 2025-10 | 437 |\n", count: 20)
                + "x| RIOT | 2025-12 | 460 |\n")
        #expect(
            reading.problems == [
                "24: \"x\" is in column 1, which has no name; empty the cell, name the column in the "
                    + "header, or ignore it with --ignore-column 'column 1'"
            ])
    }

    @Test func `corrected rejected rows of such a table can be imported`() throws {
        var (diagnostics, bytes) = (Diagnostics(), [UInt8]())
        let text = "| Ticker | Month | BTC mined |\n|---|---|---|\n| RIOT | 2025-11 | x |\n"
        let source = Array(text.utf8)
        let file = try ImportFile(
            "q4.md", MemorySource(source), again: { MemorySource(source) },
            rejecting: { bytes += $0 }, reporting: &diagnostics)
        var rows = try #require(file).rows(roster: .miners)
        while try rows.next(reporting: &diagnostics) != nil {}
        let rejected = String(decoding: bytes, as: UTF8.self)
        let mended = Reading(rejected.replacing("\" x \"", with: "428"))
        #expect(mended.problems == [])
        #expect(figures(mended) == ["RIOT btc_mined 2025-11 428 BTC"])
    }
}
