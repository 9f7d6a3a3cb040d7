import Importing
import Mining
import Testing

/// Where the rows of a JSON file are, and what their columns are called.
@Suite("Rows of JSON files")
struct JSONRowTests {
    private func read(_ text: String, profile: String = "", name: String = "q4.json") throws
        -> Reading
    {
        var options = ImportOptions()
        if !profile.isEmpty { options.adopt(try .reading(profile)) }
        return Reading(json: Array(text.utf8), name: name, options: options)
    }

    /// Figures of RIOT, written in different layouts.
    private static let figures = [
        "RIOT btc_mined 2025-11 428 BTC",
        "RIOT btc_mined 2025-12 460.5 BTC",
    ]

    @Test(
        "rows are found in every layout without a profile",
        arguments: [
            """
            [{"ticker": "RIOT", "period": "2025-11", "btc_mined": 428},
             {"ticker": "RIOT", "period": "2025-12", "btc_mined": 460.5}]
            """,
            """
            {"ticker": "RIOT", "period": "2025-11", "btc_mined": 428}
            {"period": "2025-12", "btc_mined": "460.5", "ticker": "RIOT"}
            """,
            """
            {"ok": true, "data": [{"ticker": "RIOT", "period": "2025-11", "btc_mined": 428},
                {"ticker": "RIOT", "period": "2025-12", "btc_mined": 460.5}], "errors": []}
            """,
            """
            {"2025-11": {"ticker": "RIOT", "btc_mined": 428},
             "2025-12": {"ticker": "RIOT", "btc_mined": 460.5}}
            """,
            """
            {"result": {"2025-11": {"ticker": "RIOT", "btc_mined": 428},
             "2025-12": {"ticker": "RIOT", "btc_mined": 460.5}}}
            """,
            """
            [["ticker", "period", "btc_mined"], ["RIOT", "2025-11", 428],
             ["RIOT", "2025-12", 460.5]]
            """,
            #"[{"ticker":"RIOT","2025-11":428,"2025-12":460.5,"metric":"btc_mined"}]"#,
        ])
    func layouts(text: String) throws {
        let reading = try read(text)
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(reading.observations.map(\.value.text) == Self.figures)
    }

    @Test func `a single object is one row`() throws {
        let reading = try read(#"{"ticker": "RIOT", "period": "2025-11", "btc_mined": 428}"#)
        #expect(reading.observations.map(\.value.text) == [Self.figures[0]])
    }

    @Test func `fields of objects inside a row have the path as their name`() throws {
        let reading = try read(
            #"{"miners": [{"id": {"code": "RIOT"}, "when": "2025-11", "mined": [1, 428]}]}"#,
            profile: """
                map: id.code=subject
                map: when=period
                map: mined[1]=btc_mined
                ignore-column: mined[0]
                """)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.text) == [Self.figures[0]])
    }

    @Test func `series by key, with names for the elements of their rows`() throws {
        let reading = try read(
            """
            {"source": "mempool", "series": {
              "hash_rate_ehs": [["2023-09-02", 417.77], ["2023-09-03", null]],
              "difficulty": [["2023-09-02", 55621444139429.57]]}}
            """,
            profile: """
                subject: BTC
                rows: series.*[*]
                row-names: period, value
                map: key=metric
                map: /source=source
                label: hash_rate_ehs=network_hashrate:EH/s
                label: difficulty=difficulty:difficulty
                """)
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.text) == [
                "BTC network_hashrate 2023-09-02 417.77 EH/s",
                "BTC difficulty 2023-09-02 55621444139430 difficulty",
            ])
        #expect(reading.observations.allSatisfy { $0.value.source == "mempool" })
        #expect(reading.counts.missing == 1)
    }

    @Test func `a value outside of the rows belongs to the rows of its own element`() throws {
        let reading = try read(
            """
            [{"values": [{"period": "2025-11", "btc_mined": 428}], "info": {"ticker": "RIOT"}},
             {"values": [{"period": "2025-11", "btc_mined": 700}], "info": {"ticker": "MARA"}}]
            """,
            profile: "rows: [*].values[*]\nmap: /[*].info.ticker=subject")
        #expect(
            reading.observations.map(\.value.text) == [
                Self.figures[0], "MARA btc_mined 2025-11 700 BTC",
            ])
    }

    @Test func `an integer of 22 digits is read, and rounded to the base unit`() throws {
        let reading = try read(
            #"[{"subject":"BTC","date":"2025-12-30","network_hashrate":1041123456789012345678}]"#,
            profile: "unit: H/s")
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.text)
                == ["BTC network_hashrate 2025-12-30 1041123456789012 MH/s"])
        #expect(reading.counts.rounded == 1)
    }

    @Test func `a column of a wide file may be in H/s, and fractions of the base unit are rounded`()
        throws
    {
        let reading = Reading(
            "subject,date,network_hashrate (H/s)\nBTC,2025-12-30,1041123456789012345678\n"
                + "BTC,2025-12-31,1041123456789012000000\n")
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.text) == [
                "BTC network_hashrate 2025-12-30 1041123456789012 MH/s",
                "BTC network_hashrate 2025-12-31 1041123456789012 MH/s",
            ])
        #expect(reading.counts.rounded == 1)
    }

    @Test func `an amount of H/s that does not fit is an error`() throws {
        let reading = Reading(
            "subject,date,network_hashrate (H/s)\nBTC,2025-12-30,1e26\n")
        #expect(reading.reasons.map(\.code) == [.tooLarge])
    }

    @Test func `a number has a decimal point even where texts have a comma`() throws {
        let text =
            #"[{"ticker":"RIOT","period":"2025-12","btc_mined":460.5},"#
            + #"{"ticker":"MARA","period":"2025-12","btc_mined":"1.460,5"}]"#
        let reading = try read(text, profile: "decimal: comma")
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.text) == [
                Self.figures[1], "MARA btc_mined 2025-12 1460.5 BTC",
            ])
    }

    @Test func `true is not a value, and null is a missing one`() throws {
        let reading = try read(
            #"[{"ticker":"RIOT","period":"2025-12","btc_mined":true,"btc_held":null}]"#)
        #expect(
            reading.diagnostics.problems.map(\.description) == [
                "q4.json:1: [0].btc_mined: btc_mined: \"true\" is not an amount of bitcoin, such as "
                    + "712.53 BTC"
            ])
    }

    @Test func `a file in UTF-16 is read`() throws {
        let text = #"[{"ticker":"RIOT","period":"2025-11","btc_mined":428}]"#
        let bytes = "\u{FEFF}\(text)".utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
        #expect(JSONFile.isJSON("download", head: bytes))
        let reading = Reading(json: bytes)
        #expect(reading.observations.map(\.value.text) == [Self.figures[0]])
    }

    @Test(
        "JSON is known by its content, else by its name",
        arguments: [
            ("a.csv", #"{"a": 1}"#, true), ("a.csv", " [\n {\"a\": 1}]", true),
            ("a.csv", "[[1]]", true), ("a", "[]", true), ("a", "{}", true),
            ("a.csv", "[notes],x\n1,2", false), ("a.csv", "{a},b\n", false), ("a.csv", "", false),
            ("a.json", "{a: 1}", true), ("A.NDJSON", "", true), ("a.json", "", false),
        ])
    func formats(name: String, text: String, isJSON: Bool) {
        #expect(JSONFile.isJSON(name, head: Array(text.utf8)) == isJSON)
    }

    @Test(
        "a path of rows is read and written",
        arguments: ["data[*]", "[*]", "*", ".", "series.*[*]", "a[0].b", #""a.b"[2].*"#])
    func patterns(text: String) throws {
        #expect(try #require(RowPattern(text)).description == text)
    }

    @Test(arguments: ["", "a.", ".a", "a[", "a[x]", "a[-1]", "a]", "a[0]b", #""a"#, "a..b"])
    func `other texts are not paths of rows`(text: String) {
        #expect(RowPattern(text) == nil)
    }
}
