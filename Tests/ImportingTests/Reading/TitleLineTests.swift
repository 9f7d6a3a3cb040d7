import Importing
import Mining
import Testing

/// Lines of text above a table that CSV cuts at their commas.
@Suite("Titles with commas")
struct TitleLineTests {
    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map {
            "\($0.value.subject) \($0.value.metric) \($0.value.period) \($0.value.value)"
        }
    }

    @Test(
        "a title with commas above a table that is no wider is no header",
        arguments: [
            "Riot Platforms, Inc.", "Riot Platforms, Inc., NASDAQ: RIOT",
            "Riot Platforms, Inc.\nProduction, December 2025", "Riot Platforms, Inc.,",
            "Riot Platforms, Inc. as of December 31, 2025",
        ])
    func title(title: String) {
        let reading = Reading("\(title)\nMonth,BTC mined\n2025-12,460\n")
        #expect(reading.problems == [])
        #expect(figures(reading) == ["RIOT btc_mined 2025-12 460 BTC"])
        let company = title.split(separator: "\n")[0].split(separator: ",")
            .map { String($0).trimmed }.joined(separator: ", ")
        #expect(
            reading.diagnostics.notes.last == "q4.csv: the subject is RIOT, as \"\(company)\" says")
    }

    @Test func `it is the title of a second table, too`() {
        let text = """
            Riot Platforms, Inc.
            Month,BTC mined
            2025-12,460

            MARA Holdings, Inc.
            Month,BTC mined
            2025-12,749

            """
        #expect(Reading(text).reasons.map(\.code) == [.secondHeader])
        var options = ImportOptions()
        for (table, figure) in [
            (1, "RIOT btc_mined 2025-12 460 BTC"), (2, "MARA btc_mined 2025-12 749 BTC"),
        ] {
            options.table = table
            #expect(figures(Reading(text, options: options)) == [figure])
        }
    }

    @Test func `thousands of dollars above a table are no figure`() {
        let reading = Reading("Riot Platforms,,\n($000),,\nMonth,Revenue,Cash\n2025-12,5,6\n")
        #expect(reading.problems == [])
        #expect(
            figures(reading)
                == ["RIOT revenue 2025-12 5 USD k", "RIOT cash 2025-12-31 6 USD k"])
    }

    @Test func `a header with spaces behind its commas is a header`() {
        let reading = Reading("Ticker, Month, BTC mined\nRIOT, 2025-12, 460\n")
        #expect(reading.problems == [])
        #expect(figures(reading) == ["RIOT btc_mined 2025-12 460 BTC"])
    }

    @Test func `a line with figures is never taken for a title`() {
        let reading = Reading("Riot Platforms, 460 BTC\nMonth,BTC mined\n2025-12,460\n")
        #expect(reading.observations.isEmpty)
        #expect(reading.problems.count > 0)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
