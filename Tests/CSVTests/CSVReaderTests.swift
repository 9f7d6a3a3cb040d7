import Testing

@testable import CSV

@Suite("Reading CSV")
struct CSVReaderTests {
    static let cases: [(csv: String, records: [[String]])] = [
        // RFC 4180, section 2, rules 1 to 7.
        ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("ticker,value\r\nRIOT,1\r\n", [["ticker", "value"], ["RIOT", "1"]]),
        ("aaa, b ,ccc", [["aaa", " b ", "ccc"]]),
        (
            csv: "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
            [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]
        ),
        ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz", [["aaa", "b\r\nbb", "ccc"], ["zzz"]]),
        ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
        // Empty fields.
        (",", [["", ""]]),
        ("a,,c\n", [["a", "", "c"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("a,", [["a", ""]]),
        ("\"\"", [[""]]),
        ("\"\",\"\"\n", [["", ""]]),
        // Quotes.
        ("\"\"\"\"", [["\""]]),
        ("\"\"\"a\"\"\",\"\"\"\"\"\"", [["\"a\"", "\"\""]]),
        ("\"a,b\",\"c;d\"", [["a,b", "c;d"]]),
        ("\"\n\"", [["\n"]]),
        ("5\" disk,a\"\"b,\" c\"", [["5\" disk", "a\"\"b", " c"]]),
        (" \"a\",b", [[" \"a\"", "b"]]),
        ("12°3'4.5\"N 6°7'8.9\"W,b", [["12°3'4.5\"N 6°7'8.9\"W", "b"]]),
        ("1,\"\",\"\"\r\n2,3,4", [["1", "", ""], ["2", "3", "4"]]),
        ("1,\"{\"\"a\"\": [1, \"\"b\"\"]}\"\n", [["1", "{\"a\": [1, \"b\"]}"]]),
        ("1,\"so \n\"\"so\"\" \nso\"\n2,3\n", [["1", "so \n\"so\" \nso"], ["2", "3"]]),
        // Text.
        ("Bitcoin – ₿,Zürich,🪙\n", [["Bitcoin – ₿", "Zürich", "🪙"]]),
        ("tab\there,\u{1}\u{B}\u{C}\n", [["tab\there", "\u{1}\u{B}\u{C}"]]),
        ("a;b|c\n", [["a;b|c"]]),
    ]

    @Test(arguments: cases)
    func `a file is read as RFC 4180 says`(csv: String, records: [[String]]) throws {
        #expect(try texts(of: csv) == records)
    }

    @Test(arguments: ["", "\n", "\r\n\n\r", "\u{FEFF}", "\u{FEFF}\n"])
    func `a file without anything but blank lines has no record`(csv: String) throws {
        #expect(try texts(of: csv) == [])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a line ends in LF, CRLF or CR`(end: String) throws {
        let records = try fields(of: Array("a,b\(end)c\(end)\(end)\"d\"\(end)".utf8))
        #expect(records.map { $0.map(\.text) } == [["a", "b"], ["c"], ["d"]])
        #expect(records.map { $0[0].line } == [1, 2, 4])
    }

    @Test func `line ends may be mixed`() throws {
        #expect(try texts(of: "a\rb\nc\r\nd\n\re") == [["a"], ["b"], ["c"], ["d"], ["e"]])
    }

    @Test func `blank lines are skipped and counted`() throws {
        let records = try fields(of: Array("\n\na\n\r\n\rb\n\n".utf8))
        #expect(records == [[field("a", line: 3)], [field("b", line: 6)]])
    }

    @Test func `a line of spaces is a record`() throws {
        #expect(try texts(of: "a\n  \nb") == [["a"], ["  "], ["b"]])
    }

    @Test func `a record has its line, and each field its line and column`() throws {
        let csv = "id,note\n1,\"two\r\nlines\",x\n\n\"\r\n\n\r\",2,\"\"\"\"\n"
        let records = try fields(of: Array(csv.utf8))
        #expect(
            records == [
                [field("id"), field("note", column: 4)],
                [
                    field("1", line: 2), field("two\r\nlines", line: 2, column: 3, isQuoted: true),
                    field("x", line: 3, column: 8),
                ],
                [
                    field("\r\n\n\r", line: 5, isQuoted: true), field("2", line: 8, column: 3),
                    field("\"", line: 8, column: 5, isQuoted: true),
                ],
            ])
    }

    @Test func `an empty field differs from an empty field in quotes`() throws {
        let records = try fields(of: Array(",\"\"".utf8))
        #expect(records == [[field(""), field("", column: 2, isQuoted: true)]])
    }

    @Test func `a record with more or fewer fields than the header reads like any other`() throws {
        #expect(try texts(of: "a,b\n1\n1,2,3\n") == [["a", "b"], ["1"], ["1", "2", "3"]])
    }

    @Test func `a byte order mark of UTF-8 is skipped at the start of a record, and only there`()
        throws
    {
        let lines = [
            "\u{FEFF}\"a\",b", "\u{FEFF}c", "\u{FEFF}\u{FEFF}d,\u{FEFF}e", "\u{FEFF}\"\u{FEFF}f\"",
        ]
        let records = try fields(of: Array(lines.joined(separator: "\n").utf8))
        #expect(
            records == [
                [field("a", isQuoted: true), field("b", column: 5)],
                [field("c", line: 2)],
                [field("\u{FEFF}d", line: 3), field("\u{FEFF}e", line: 3, column: 6)],
                [field("\u{FEFF}f", line: 4, isQuoted: true)],
            ])
    }

    @Test func `a byte order mark on a blank line, or cut by the end of the file, is no problem`()
        throws
    {
        #expect(try texts(of: "a\n\u{FEFF}\n\u{FEFF}\r\nb\n\u{FEFF}") == [["a"], ["b"]])
        for size in 1...8 {
            var reader = CSVReader(
                MemorySource(Array("a\n\u{FEFF}b\n\u{FEFF}\n\u{FEFF}c".utf8)), bufferSize: size)
            var found: [String] = []
            while try reader.next() { found.append(try reader.record.text(at: 0)) }
            #expect(found == ["a", "b", "c"])
        }
    }

    @Test(arguments: Dialect.Delimiter.allCases)
    func `fields are divided by the dialect's delimiter only`(delimiter: Dialect.Delimiter) throws {
        let mark = String(UnicodeScalar(delimiter.rawValue))
        let others = Dialect.Delimiter.allCases.filter { $0 != delimiter }
        let text = String(others.map { Character(UnicodeScalar($0.rawValue)) })
        let csv = "\(text)\(mark)\"a\(mark)b\"\(mark)\n"
        #expect(
            try texts(of: csv, dialect: Dialect(delimiter: delimiter))
                == [[text, "a\(mark)b", ""]])
    }

    @Test func `a record may have any number of fields`() throws {
        for count in [15, 16, 17, 33, 10_000] {
            let names = (1...count).map { "column \($0)" }
            let csv = names.joined(separator: ",") + "\n" + names.joined(separator: ",") + "\n1,2\n"
            #expect(try texts(of: csv) == [names, names, ["1", "2"]])
        }
    }

    @Test func `the bytes of a field have no quotes`() throws {
        var reader = CSVReader(MemorySource(Array("a,\"b\"\"c\",d\n".utf8)))
        #expect(try reader.next())
        let record = reader.record
        let bytes = record.buffer.span.extracting(record.fields[1].range)
        #expect(bytes.indices.map { bytes[$0] } == Array("b\"c".utf8))
        #expect(record.line == 1)
        #expect(try !reader.next())
    }

    @Test func `a kept record does not change`() throws {
        var reader = CSVReader(
            MemorySource(Array("a,\"\"\"\"\nb,\"\"\"c\"\nd,e\n".utf8)), bufferSize: 4)
        var kept: [CSVRecord] = []
        while try reader.next() { kept.append(reader.record) }
        let texts = try kept.map { record in
            try record.fields.indices.map { try record.text(at: $0) }
        }
        #expect(texts == [["a", "\""], ["b", "\"c"], ["d", "e"]])
    }

    @Test func `after the end of the file there is no next record, even if asked again`() throws {
        var reader = CSVReader(MemorySource(Array("a".utf8)))
        #expect(reader.record.line == 0)
        #expect(try reader.next())
        #expect(reader.record.line == 1)
        for _ in 1...2 {
            #expect(try !reader.next())
            #expect(reader.record.fields.isEmpty)
            #expect(reader.record.line == 0)
        }
    }

    private func field(
        _ text: String, line: Int = 1, column: Int = 1, isQuoted: Bool = false
    ) -> ReadField {
        ReadField(text: text, line: line, byteColumn: column, isQuoted: isQuoted)
    }
}
