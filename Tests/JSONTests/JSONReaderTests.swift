import JSON
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    /// The events of `text`, each with its path and text.
    private func events(_ text: String) throws -> [String] {
        let reader = JSONReader(Array(text.utf8))
        var events: [String] = []
        while let event = try reader.next() {
            let path = "\(reader.path)"
            events.append(
                "\(event)" + (path.isEmpty ? "" : " \(path)")
                    + (reader.text.isEmpty ? "" : " = \(reader.text)"))
        }
        return events
    }

    private func error(_ text: String) -> String {
        do throws(JSONError) {
            let reader = JSONReader(Array(text.utf8))
            while try reader.next() != nil {}
            return "no error"
        } catch {
            return "\(error.line):\(error.byteColumn): \(error)"
        }
    }

    @Test("every value has its path")
    func paths() throws {
        let found = try events(#"{"a": [1, {"b c": "x"}], "d": null}"#)
        #expect(
            found == [
                "beginObject", "key a = a", "beginArray a", "number a[0] = 1",
                "beginObject a[1]", #"key a[1]."b c" = b c"#, #"string a[1]."b c" = x"#,
                "endObject a[1]", "endArray a", "key d = d", "null d", "endObject",
            ])
    }

    @Test("numbers keep all their digits")
    func numbers() throws {
        let found = try events("[236499762108771800000, 1.50e-3, -0.10]")
        #expect(
            found.filter { $0.hasPrefix("number") } == [
                "number [0] = 236499762108771800000", "number [1] = 1.50e-3", "number [2] = -0.10",
            ])
    }

    @Test("escapes are decoded, also across pieces")
    func escapes() throws {
        let padding = String(repeating: " ", count: (64 << 10) - 4)
        let found = try events(padding + #"["a\"\u00e9\n"]"#)
        #expect(found.contains("string [0] = a\"é\n"))
    }

    @Test("values may follow each other, as in NDJSON")
    func severalValues() throws {
        #expect(try events("{}\n{}\n") == ["beginObject", "endObject", "beginObject", "endObject"])
    }

    @Test("a byte order mark is skipped")
    func byteOrderMark() throws {
        #expect(try events("\u{FEFF}[]") == ["beginArray", "endArray"])
    }

    @Test("after a skipped value comes the next event")
    func skipping() throws {
        let reader = JSONReader(Array(#"{"a": {"b": [1, [2]]}, "c": 3}"#.utf8))
        _ = try reader.next()
        _ = try reader.next()
        _ = try reader.next()
        try reader.skipValue()
        #expect(try reader.next() == .key)
        #expect(reader.text == "c")
    }

    /// What follows the value of the key `a` in `text`, which is skipped or read: events with their
    /// paths, texts and lines, and the error that ends it.
    private func rest(of text: String, skipping: Bool) -> [String] {
        let reader = JSONReader(Array(text.utf8))
        var events: [String] = []
        do throws(JSONError) {
            while try reader.next() != .key {}
            _ = try reader.next()
            if skipping {
                try reader.skipValue()
            } else {
                while reader.depth > 1, try reader.next() != nil {}
            }
            while let event = try reader.next() {
                events.append("\(event) \(reader.path) \(reader.text) \(reader.line)")
            }
        } catch {
            events.append("\(error.line):\(error.byteColumn): \(error)")
        }
        return events
    }

    @Test(
        "what follows a skipped value is as if it had been read, however long it is",
        arguments: [0, 1, 90, 700, 9000])
    func skippingPieces(count: Int) {
        let elements = (0..<count).map { #"{"n\n": [\#($0), {}], "é": [[]]}"# }
        let value = "[\(elements.joined(separator: ",\n"))]"
        for end in [#", "b": {"c": [1, "x"]}}"#, #", "b": 1} []"#, "", "]", #", "b": tru}"#] {
            let text = #"{"a": "# + value + end
            let skipped = rest(of: text, skipping: true)
            #expect(skipped == rest(of: text, skipping: false))
            #expect(!skipped.isEmpty)
        }
        let broken = #"{"a": [\#(value), {"x": }], "b": 1}"#
        #expect(rest(of: broken, skipping: true) == rest(of: broken, skipping: false))
        let deep = #"{"a": [\#(value), \#(String(repeating: "[", count: 600))"#
        #expect(rest(of: deep, skipping: true) == rest(of: deep, skipping: false))
        #expect(rest(of: deep, skipping: true).count == 1)
    }

    @Test(
        "errors name the line and the column",
        arguments: [
            ("{\n  \"a\": tru }", "2:10: not JSON: lexical error: invalid string in json text."),
            ("[1, 2,]", "1:7: not JSON: parse error: unallowed token at this point in JSON text"),
            ("[1, 2", "1:6: not JSON: the text ends inside a value"),
            ("[NaN]", "1:2: not JSON: lexical error: invalid char in json text."),
        ])
    func errors(text: String, expected: String) {
        #expect(error(text) == expected)
    }

    @Test("deep nesting is refused, and a million levels do not crash")
    func depth() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(error(deep) == "1:513: values are nested deeper than 512 levels")
        let allowed = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(error(allowed) == "no error")
    }

    @Test(
        "a value of more than 1 MB is refused, and what is between values may not be longer either",
        arguments: ["\"", "1", " "])
    func length(start: String) {
        let filling = start == "\"" ? "a" : start
        let long = "[0,\n\(start)" + String(repeating: filling, count: 5 << 19) + "\n\"]"
        #expect(
            error(long) == "2:4093: a value is longer than 1048576 bytes; look for a quote that is "
                + "never closed")
        #expect(rest(of: "{\"a\": \(long)", skipping: true).last?.contains("longer") == true)
    }

    @Test("a value of 1 MB is read")
    func longest() throws {
        let text = String(repeating: "a", count: (1 << 20) - 10)
        #expect(error("[\"\(text)\", \"\(text)\"]") == "no error")
    }
}
