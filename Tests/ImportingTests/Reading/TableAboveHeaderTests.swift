import Importing
import Testing

/// Lines above a header, which are skipped unless they look like a table.
@Suite("Tables above a header")
struct TableAboveHeaderTests {
    private let table = "ticker,date,BTC mined,BTC held\nCLSK,2025-12,598,12900\n"

    @Test(
        "a table above the header is refused, with the lines and the option",
        arguments: [
            ("Miner,Counted,Coins\nRIOT,2025-12-31,17900\nMARA,2025-12-31,52100\n\n", "1 to 3", 4),
            // Names that import knows, but no figures among them.
            ("Miner,As of,Coins\nRIOT,2025-12-31,17900\nMARA,2025-12-31,52100\n\n", "1 to 3", 4),
            ("Miner,Coins\nRIOT,17900\n", "1 to 2", 2),
            ("Holdings,,\nMiner,Counted,Coins\nRIOT,2025-12-31,17900\n,,\n", "2 to 3", 4),
            ("Miner,Mined\nRIOT,402 BTC\nMARA,750 BTC\n", "1 to 3", 3),
            ("Site,Price\nRIOT,$12.41\n", "1 to 2", 2),
            ("Miner,Share\nRIOT,4.5%\nMARA,6%\n\n", "1 to 3", 4),
            ("Site,Hashrate\nRIOT,~38.5\n", "1 to 2", 2),
            ("Month,Mined\nDec 2025,402\nNov 2025,428 BTC\n", "1 to 3", 3),
            ("Site,Month,Note\nRIOT,Dec 2025,first\n", "1 to 2", 2),
            ("Item,Amount\nCost of revenue,(84.0)\n", "1 to 2", 2),
            ("Production of RIOT\n\nRevenue,158.2,149.9\n", "3", 3),
            ("RIOT,2025-12-31,17900\n", "1", 1), ("BTC held,17900 BTC\n", "1", 1),
            ("BTC mined\n402\n428\n", "1 to 3", 3), ("Coins\n17900 BTC\n\n", "1 to 2", 3),
            ("Item,Now,Then\nRevenue,$ 376.7,$ 637\n", "1 to 2", 2),
            ("Currency,USD\nNumber of shares,360 million\n", "1 to 2", 2),
        ])
    func refused(lines: String, place: String, count: Int) {
        let isOne = !place.contains(" ")
        // A blank line above the header makes it another table.
        let isApart = lines.hasSuffix("\n\n") || lines.hasSuffix(",,\n")
        let remedy =
            isApart
            ? "read only the table with the header on line \(count + 1) with --table 2"
            : "skip it with --skip-lines \(count)"
        #expect(
            Reading(lines + table).problems == [
                "1: \(isOne ? "line" : "lines") \(place), above the header on line \(count + 1), "
                    + "\(isOne ? "looks" : "look") like a table of \(isOne ? "its" : "their") own; "
                    + "import it as a file of its own, or \(remedy)"
            ])
        var options = ImportOptions(skippedLines: isApart ? nil : count)
        options.table = isApart ? 2 : nil
        let reading = Reading(lines + table, options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.count == 2)
    }

    @Test(
        "titles, remarks and descriptions are skipped",
        arguments: [
            "Production,,\nas of,2025-12-31,\n", "Read on 2026-01-05\n", "a, b\nc, d\n",
            "Created on 10-17-2019,https://site.example\n", "Report\n2025\n",
            "Company: Riot\nCurrency: USD\nUpdated: 2026-01-05\n",
            "Currency,USD\nDate,2025-12-31\nSource,https://riot.example\nUpdated,2026-01-05\n",
            "Company,Riot\nDate,2025-12-31\nUpdated,2026-01-05\n\n",
            "Company,Riot\nCurrency,USD\nQuarter ended,2025-12-31\nFiled,2026-02-20\n",
            "Company,Riot\nPeriod,2025Q4\nFiscal year,2025\n",
            "Month,Dec 2025\nPrepared,Jan 2026\n",
            "Report date:,2025-12-31\nNumber of rows:,125\nPage,1\n",
            "Version,3\nRows,2\nGenerated,2026-01-05 10:30\n", "Page,1,of\n",
            "Generated January 5, 2026, 10:30\n", "In thousands, except per share\n\n",
            "As of December 31, 2025\n", "Revenue of $1,234 thousand\n",
            "Riot,Date,2025-12-31\nUSD,Updated,2026-01-05\n",
            "Q4 2025,Q4 2024\n", "RIOT,Riot Platforms\nMARA,MARA Holdings\n",
        ])
    func skipped(lines: String) {
        let reading = Reading(lines + table)
        #expect(reading.problems == [])
        #expect(reading.observations.count == 2)
    }
}
