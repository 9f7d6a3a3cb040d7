import Importing
import Mining
import Profiles
import TestSupport
import Testing

/// JSON files that nobody would write.
@Suite("Any JSON input")
struct JSONFuzzTests {
    // A `|` becomes a delimiter, which only texts have here.
    private static let texts = [
        #"""
        [{"ticker": "RIOT", "period": "2025-11", "btc_mined": 428, "note": "a | \"b\" \u00e9"},
         {"ticker": "MARA", "period": "2025-12", "btc_mined": 1.5e2, "deployed_hashrate": null}]
        """#,
        #"""
        {"subject": "RIOT", "metric": "btc_mined", "period": "2025-11", "value": 428, "unit": "BTC"}
        {"metric": "btc_price", "subject": "BTC", "value": "88,000", "period": "2025-12-31"}
        """#,
        #"{"hashrates":[{"timestamp":1652486400,"avgHashrate":236499762108771800000}],"#
            + #""difficulty":[{"time":1652468330,"difficulty":31251101365711.12,"height":736249}]}"#,
        #"{"metric1":"hash-rate","hash-rate":[{"x":1707177600000,"y":5.5E8}],"values":[]}"#,
        #"{"data":[{"asset":"btc","time":"2025-01-01T00:00:00.000000000Z","PriceUSD":"94429.7"}]}"#,
        #"{"2025-12-30": {"btc_price": 88210.5}, "2025-12-31": {"btc_price": [1, {"a": true}]}}"#,
        #"[["ticker", "period", "btc_mined"], ["RIOT", "2025-11", 428], ["MARA", "2025-11", -1]]"#,
        #"""
        {"companies": [{"ticker": "XCO", "name": "X Corp.", "fiscal_year_end": 12}], "aliases": [],
         "observations": [{"subject": "XCO", "metric": "revenue", "period": "2025Q3",
                           "value": 15.8, "unit": "USD m"}]}
        """#,
        #"{"series": {"a": [["2023-09-02", 417.77]], "b": [["2023-09-02", 1]]}}"#,
    ]

    /// As in the fuzz test of CSV files, all of them are for `make fuzz`.
    #if DEBUG
        private static let fileCount = MutatedFile.count / 20
    #else
        private static let fileCount = MutatedFile.count
    #endif

    private static let partCount = 8

    @Test(arguments: 0..<partCount)
    func `every row of a mutated file is values, missing or a problem`(part: Int) throws {
        var options = ImportOptions()
        let known = try builtInProfiles.map { try Profile.builtIn($0.name) }
        options.knownProfiles = { known }
        var series = ImportOptions()
        series.adopt(
            try .reading("rows: series.*[*]\nrow-names: period\nmap: key=metric\nsubject: BTC"))
        var goodCount = 0
        for number in stride(from: part, to: Self.fileCount, by: Self.partCount) {
            let file = MutatedFile(number, of: Self.texts)
            let reading = Reading(
                json: file.bytes, options: number.isMultiple(of: 7) ? series : options)
            if check(reading) { goodCount += 1 }
        }
        #expect(goodCount > Self.fileCount / Self.partCount / 20)
    }

    @Test func `every prefix of a file is read`() {
        for text in Self.texts.map({ Array($0.utf8) }) {
            for count in text.indices { check(Reading(json: Array(text[..<count]))) }
        }
    }

    /// Checks what holds for any file; returns whether it has values.
    @discardableResult
    private func check(_ reading: Reading) -> Bool {
        let (counts, diagnostics) = (reading.counts, reading.diagnostics)
        let values =
            reading.companies.count + reading.aliases.count + reading.memberships.count
            + reading.observations.count + reading.claims.count
        #expect(counts.values == values)
        #expect(counts.rejected <= diagnostics.problemCount)
        #expect(
            reading.kind != nil || diagnostics.problemCount > 0 || diagnostics.warningCount > 0)
        for problem in diagnostics.problems {
            #expect(
                !"\(problem)".unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(problem.line >= 1)
        }
        return values > 0
    }
}
