import Importing
import Mining
import Testing

/// What can be wrong with a JSON file.
@Suite("Problems of JSON files")
struct JSONProblemTests {
    private func problems(_ text: String, profile: String = "") throws -> [String] {
        var options = ImportOptions()
        if !profile.isEmpty { options.adopt(try .reading(profile)) }
        return Reading(json: Array(text.utf8), options: options).diagnostics.problems
            .map(\.description)
    }

    @Test(
        "a text that is not JSON is an error with its line, column and path",
        arguments: [
            (
                "{\"a\": [\n  {\"x\": 1},\n  {\"x\": tru}\n]}",
                "q4.json:3: a[1].x: the file is not JSON at line 3, column 11: lexical error: "
                    + "invalid string in json text; download it again, or save it as JSON"
            ),
            (
                "[1, 2,]",
                "q4.json:1: [1]: the file is not JSON at line 1, column 7: parse error: unallowed "
                    + "token at this point in JSON text; download it again, or save it as JSON"
            ),
            (
                "{\"data\": [{\"a\": 1}",
                "q4.json:1: data[0]: the file ends inside a value, at line 1, column 19; download it "
                    + "again, it is incomplete"
            ),
        ])
    func syntax(text: String, message: String) throws {
        #expect(try problems(text) == [message])
    }

    @Test func `the problem of a cell names the line and the path`() throws {
        let text = """
            {"data": [
              {"ticker": "RIOT", "period": "2025-11", "btc_mined": 428},
              {"ticker": "RIOT", "period": "2025-12",
               "btc_mined": "soon"}
            ]}
            """
        #expect(
            try problems(text) == [
                "q4.json:4: data[1].btc_mined: btc_mined: \"soon\" is not an amount of bitcoin, such "
                    + "as 712.53 BTC"
            ])
    }

    @Test func `a repeated key is a problem of its row`() throws {
        let text = """
            [{"ticker": "RIOT", "period": "2025-11", "btc_mined": 428, "btc_mined": 429},
             {"ticker": "RIOT", "period": "2025-12", "btc_mined": 460.5}]
            """
        #expect(
            try problems(text) == [
                "q4.json:1: [0]: the key \"btc_mined\" occurs twice in one object; keep only one "
                    + "of them"
            ])
    }

    @Test func `rows that the profile does not find are an error that lists the arrays`() throws {
        #expect(
            try problems(#"{"a": {"b": [1]}, "c": [2]}"#, profile: "rows: data[*]\nrows: x.*") == [
                "q4.json:1: the file has no rows at data[*] or x.*, where the profile mine.profile "
                    + "looks for them; its arrays are a.b[*] and c[*]"
            ])
    }

    @Test(
        "a file in which the rows are not certain is an error",
        arguments: [
            (
                #"{"a": [{"x": 1}], "b": {"c": [{"x": 1}]}}"#,
                "the rows could be a[*] or b.c[*]; say which in a profile, with a line such as "
                    + "rows: a[*]"
            ),
            (
                #"{"a": {"2025-01-01": 1}, "b": {"2025-01-01": 1}}"#,
                "the file has no rows: no array of objects or arrays, and no object of dates; its "
                    + "arrays are a.* and b.*"
            ),
            (
                "12",
                "the file has no rows: no array of objects or arrays, and no object of dates"
            ),
        ])
    func unclear(text: String, message: String) throws {
        #expect(try problems(text) == ["q4.json:1: " + message])
    }

    @Test func `rows with a thousand fields are refused`() throws {
        let row = (0..<1001).map { "\"k\($0)\": 1" }.joined(separator: ",")
        #expect(
            try problems("[{\(row)}]") == [
                "q4.json:1: the rows have more than 1000 fields; the rows may be nested deeper: "
                    + "say where in a profile, with a line such as rows: data[*]"
            ])
        let series = (0..<2000).map(String.init).joined(separator: ",")
        #expect(
            try problems("[{\"ticker\": \"RIOT\", \"prices\": [\(series)]}]") == [
                "q4.json:1: the rows have more than 1000 fields, most of them in \"prices\"; the "
                    + "rows may be nested deeper: say where in a profile, with a line such as "
                    + "rows: data[*]"
            ])
    }

    @Test(arguments: ["[]", #"{"companies": [], "observations": []}"#])
    func `a file without rows is a warning`(text: String) {
        let reading = Reading(json: Array(text.utf8))
        #expect(
            reading.diagnostics.warnings.map(\.description)
                == ["q4.json:1: there are no rows below the header"])
    }

    @Test func `rows on one line are told apart by their number`() {
        let text = (1...3).map { #"{"ticker":"RIOT","period":"2025-0\#($0)","btc_mined":\#($0)}"# }
        let oneLine = Reading(json: Array("[\(text.joined(separator: ","))]".utf8))
        #expect(oneLine.observations.map(\.line) == [1, 2, 3])
        let lines = Reading(json: Array("[\n\n\(text.joined(separator: ",\n\n"))]".utf8))
        #expect(lines.observations.map(\.line) == [3, 5, 7])
    }

    @Test func `arrays with other names in their first rows are problems`() throws {
        #expect(
            try problems(
                """
                {"a": [["period", "value"], ["2025-11", 1]], "b": [["value", "period"], [2, "2025-12"]]}
                """,
                profile: "subject: RIOT\nmetric: btc_mined\nrows: *[*]\nrow-names: first\n"
                    + "ignore-column: key"
            ).first
                == "q4.json:1: b[0]: the first row of this array has \"value\" where that of the "
                + "first array has \"period\"; import the arrays separately")
    }

    @Test func `arrays inside of arrays do not multiply`() throws {
        let empty = Array(repeating: "[]", count: 900).joined(separator: ",")
        var text = "1"
        for _ in 0..<10 { text = "[\(empty),\(text)]" }
        #expect(try problems("[\(text)]").count == 1)
    }
}
