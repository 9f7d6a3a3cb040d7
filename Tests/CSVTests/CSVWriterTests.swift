import TestSupport
import Testing

@testable import CSV

@Suite("Writing CSV")
struct CSVWriterTests {
    @Test(
        arguments: [
            ("RIOT", "RIOT"), ("", ""), ("38.5", "38.5"), ("Zürich", "Zürich"),
            ("a b", "a b"), ("a;b", "a;b"), ("tab\tin", "tab\tin"), ("it's", "it's"),
            ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("\"", "\"\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("two\rlines", "\"two\rlines\""),
            ("\r\n", "\"\r\n\""), (" a", "\" a\""), ("a ", "\"a \""), (" ", "\" \""),
            ("\u{FEFF}a", "\"\u{FEFF}a\""), ("=1+1", "=1+1"),
        ] as [(text: String, written: String)])
    func `a cell is quoted only if necessary`(text: String, written: String) {
        #expect(csv([[text, "x"]]) == "\(written),x\n")
    }

    @Test func `an empty cell alone in its row is written as two quotes`() throws {
        #expect(csv([[""], ["", ""], ["a"]]) == "\"\"\n,\na\n")
    }

    @Test func `a row without cells writes nothing`() {
        #expect(csv([[], ["a"], []]) == "a\n")
    }

    @Test(arguments: [
        (Dialect.Delimiter.semicolon, "\"a;b\";a,b\n"), (.comma, "a;b,\"a,b\"\n"),
        (.tab, "a;b\ta,b\n"), (.pipe, "a;b|a,b\n"),
    ])
    func `cells are divided by the dialect's delimiter`(
        delimiter: Dialect.Delimiter, written: String
    ) {
        #expect(csv([["a;b", "a,b"]], dialect: Dialect(delimiter: delimiter)) == written)
    }

    @Test(
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
            ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
            ("-", "'-"), ("", ""), ("a=b", "a=b"), (" =1", "\" =1\""), ("–", "–"), ("'=1", "''=1"),
            ("'a", "'a"),
        ] as [(text: String, written: String)])
    func `text that a spreadsheet would run as a formula is neutralized on request`(
        text: String, written: String
    ) {
        #expect(csv([[text, "x"]], neutralizesFormulas: true) == "\(written),x\n")
    }

    @Test func `a number is never neutralized`() {
        var writer = CSVWriter(neutralizesFormulas: true)
        writer.append(number: "-1.5")
        writer.append(number: "+3")
        writer.append(number: "1,5")
        writer.endRow()
        #expect(String(decoding: writer.output, as: UTF8.self) == "-1.5,+3,\"1,5\"\n")
    }

    @Test func `fields of a record can be written as they are, in any encoding`() throws {
        let bytes: [UInt8] = Array("\"a,\"\"b\"\"\",".utf8) + [0xFC, 0x0A]
        var reader = CSVReader(MemorySource(bytes))
        var writer = CSVWriter()
        while try reader.next() {
            for field in reader.record.fields {
                writer.append(text: reader.record.buffer.span.extracting(field.range))
            }
            writer.endRow()
        }
        #expect(writer.output == bytes)
    }

    @Test func `cells may be written byte by byte, or as another writer wrote them`() {
        var other = CSVWriter()
        other.append(text: "a,b")
        var writer = CSVWriter()
        for _ in 1...2 {
            writer.append(plain: 3) { for byte in "-15".utf8 { $0.append(byte) } }
            writer.append(written: other.output.span)
            writer.append(plain: 8) { _ in }
            writer.endRow()
        }
        writer.append(plain: 0) { _ in }
        writer.endRow()
        let nothing: [UInt8] = []
        writer.append(written: nothing.span)
        writer.endRow()
        #expect(
            String(decoding: writer.output, as: UTF8.self)
                == "-15,\"a,b\",\n-15,\"a,b\",\n\"\"\n\"\"\n")
    }

    @Test func `emptying the output does not change later output`() {
        var writer = CSVWriter()
        var written: [UInt8] = []
        for cell in ["a", "", "b,c"] {
            for _ in 1...2 {
                writer.append(text: cell)
                written += writer.output
                writer.output.removeAll(keepingCapacity: true)
            }
            writer.endRow()
        }
        #expect(
            String(decoding: written + writer.output, as: UTF8.self) == "a,a\n,\n\"b,c\",\"b,c\"\n")
    }

    @Test(arguments: Dialect.Delimiter.allCases)
    func `written cells read back unchanged`(delimiter: Dialect.Delimiter) throws {
        var generator = SeededGenerator(seed: UInt64(delimiter.rawValue))
        let dialect = Dialect(delimiter: delimiter)
        let alphabet: [Unicode.Scalar] = Array("ab,;|\t\"\n\r 1é₿🪙\u{FEFF}\u{1}'=".unicodeScalars)
        for _ in 0..<2_000 {
            let table = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    var text = ""
                    text.unicodeScalars += generator.array(of: alphabet, upTo: 8)
                    return text
                }
            }
            let written = csv(table, dialect: dialect)
            let read = try texts(of: written, dialect: dialect)
            // Strings that differ only in their composition compare equal, their scalars don't.
            #expect(
                read.map { $0.map { Array($0.unicodeScalars) } }
                    == table.map { $0.map { Array($0.unicodeScalars) } })
        }
    }

    private func csv(
        _ rows: [[String]], dialect: Dialect = Dialect(), neutralizesFormulas: Bool = false
    ) -> String {
        var writer = CSVWriter(dialect: dialect, neutralizesFormulas: neutralizesFormulas)
        for row in rows {
            for cell in row { writer.append(text: cell) }
            writer.endRow()
        }
        return String(decoding: writer.output, as: UTF8.self)
    }
}
