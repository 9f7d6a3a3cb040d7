import Importing
import Testing

/// Lines above a header, which are skipped unless they look like a table.
@Suite("Tables above a header")
struct TableAboveHeaderTests {
    private let table = "ticker,date,BTC mined,BTC held\nCLSK,2025-12,598,12900\n"

    @Test(
        "a table above the header is refused, with the lines and the option",
        arguments: [
            ("Miner,As of,Coins\nRIOT,2025-12-31,17900\nMARA,2025-12-31,52100\n\n", "1 to 3", 4),
            ("Miner,Coins\nRIOT,17900\n", "1 to 2", 2),
            ("Holdings,,\nMiner,As of,Coins\nRIOT,2025-12-31,17900\n,,\n", "2 to 3", 4),
        ])
    func refused(lines: String, place: String, count: Int) {
        #expect(
            Reading(lines + table).problems == [
                "1: lines \(place), above the header on line \(count + 1), look like a table of "
                    + "their own; import it as a file of its own, or skip it with --skip-lines "
                    + "\(count)"
            ])
        let reading = Reading(lines + table, options: ImportOptions(skippedLines: count))
        #expect(reading.problems == [])
        #expect(reading.observations.count == 2)
    }

    @Test(
        "titles and remarks are skipped",
        arguments: [
            "Production,,\nas of,2025-12-31,\n", "Read on 2026-01-05\n", "a, b\nc, d\n",
            "Created on 10-17-2019,https://site.example\n", "Report\n2025\n",
        ])
    func skipped(lines: String) {
        let reading = Reading(lines + table)
        #expect(reading.problems == [])
        #expect(reading.observations.count == 2)
    }
}
