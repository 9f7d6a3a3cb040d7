import Importing
import Mining
import Profiles
import TestSupport
import Testing

/// JSON files with mistakes of all kinds.
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

    private static let facts = [
        #"""
        {"cik":1507605,"entityName":"MARA Holdings, Inc.","facts":{"us-gaap":{"Revenues":{"label":
        null,"units":{"USD":[{"start":"2025-07-01","end":"2025-09-30","val":252410000,"accn":
        "0001507605-25-000028","fy":2025,"fp":"Q3","form":"10-Q","filed":"2025-11-04"},
        {"start":"2025-01-01","end":"2025-09-30","val":704800000,"accn":"0001507605-25-000028",
        "fy":2025,"fp":"Q3","form":"10-Q/A","filed":"2025-11-14","frame":"CY2025Q3"}]}},
        "LongTermDebtCurrent":{"units":{"USD":[{"end":"2025-09-30","val":1.5e6,"form":"10-Q",
        "filed":"2025-11-04"}]}},"BitcoinMiningThings":{"units":{"pure":[{"end":"2025-09-30"}]}}},
        "dei":{"EntityCommonStockSharesOutstanding":{"units":{"shares":[{"end":"2025-10-31",
        "val":378184353,"accn":"0001507605-25-000028","form":"10-Q","filed":"2025-11-04"}]}}}}}
        """#,
        #"""
        {"cik":1507605,"taxonomy":"us-gaap","tag":"CryptoAssetNumberOfUnits","entityName":"MARA",
        "units":{"Bitcoin":[{"end":"2025-09-30","val":52850.25,"accn":"1-25-1",
        "form":"10-Q","filed":"2025-11-04"},{"end":"2025-06-30","val":49951,"form":"10-Q"}]}}
        """#,
    ]

    /// Texts that have a meaning in JSON.
    private static let pieces = [
        "{", "}", "[", "]", ":", "[[", "{\"a\":", "null", "true", "1e99999", "-0", "0.1E-999",
        "\\u0000", "\\ud800", "\\", "//", "NaN", "{\"\":{}}", "\"val\":", "\"end\":", "\"units\":",
        "\"facts\":{", "\"period\":", "\"2025-12\":", String(repeating: "[", count: 600),
        String(repeating: "{\"a\":", count: 511),
        "[" + String(repeating: "0,", count: 2000) + "1]",
    ]

    /// As in the fuzz test of CSV files, all of them are for `make fuzz`.
    #if DEBUG
        private static let fileCount = MutatedFile.count / 20
    #else
        private static let fileCount = MutatedFile.count
    #endif

    private static let partCount = 8

    @Test(.timeLimit(.minutes(20)), arguments: 0..<partCount)
    func `every row of a mutated file is values, missing or a problem`(part: Int) throws {
        var options = ImportOptions()
        let known = try builtInProfiles.map { try Profile.builtIn($0.name) }
        options.knownProfiles = { known }
        options.knownProfile = { name in known.first { $0.name == name } }
        var series = ImportOptions()
        series.adopt(
            try .reading("rows: series.*[*]\nrow-names: period\nmap: key=metric\nsubject: BTC"))
        var goodCount = 0
        for number in stride(from: part, to: Self.fileCount, by: Self.partCount) {
            let areFacts = number / Self.partCount % 4 == 0
            let file = MutatedFile(
                number, of: areFacts ? Self.facts : Self.texts, inserting: Self.pieces)
            let reading =
                areFacts
                ? Reading(companyFacts: JSONFile.text(file.bytes), options: options)
                : Reading(json: file.bytes, options: number.isMultiple(of: 7) ? series : options)
            if reading.expectWhatHoldsForAnyFile() { goodCount += 1 }
        }
        #expect(goodCount > Self.fileCount / Self.partCount / 20)
        #if !DEBUG
            #expect(PeakMemory.megabytes < PeakMemory.limit)
        #endif
    }

    @Test func `every prefix of a file is read`() {
        for text in Self.texts.map({ Array($0.utf8) }) {
            for count in text.indices {
                Reading(json: Array(text[..<count])).expectWhatHoldsForAnyFile()
            }
        }
    }
}
