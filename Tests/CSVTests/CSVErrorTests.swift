import Testing

@testable import CSV

@Suite("What is refused as CSV")
struct CSVErrorTests {
    @Test(
        arguments: [
            (csv: "\"", CSVError.unclosedQuote(line: 1, field: 1)),
            (csv: "a,b\nc,\"d\ne,f\n", .unclosedQuote(line: 2, field: 2)),
            (csv: "\"a\n\",\"b\"\"\n\n", .unclosedQuote(line: 2, field: 2)),
            (csv: "\"a\"b,c", .textAfterQuote(line: 1, field: 1)),
            (csv: "\"a\" ,c", .textAfterQuote(line: 1, field: 1)),
            (csv: "\"a\" \"b\"", .textAfterQuote(line: 1, field: 1)),
            (csv: "a\n\nb,\"c\n\nd\" e\"\n", .textAfterQuote(line: 5, field: 2)),
            (csv: "\"a\"\u{1}", .textAfterQuote(line: 1, field: 1)),
            (csv: "a\nb,c\0d", .nulByte(line: 2, field: 2)),
            (csv: "\0", .nulByte(line: 1, field: 1)),
            (csv: "a,\"\n\0\"", .nulByte(line: 2, field: 2)),
        ] as [(csv: String, error: CSVError)])
    func `a malformed record is an error with its place`(csv: String, error: CSVError) {
        #expect(throws: error) { try texts(of: csv) }
    }

    @Test(
        arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61], [0xFF, 0xFE]] as [[UInt8]])
    func `a file with a UTF-16 byte order mark is an error`(bytes: [UInt8]) {
        #expect(throws: CSVError.utf16) { try fields(of: bytes) }
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80],
            Array("M\u{FC}nchen".unicodeScalars.map { UInt8($0.value) }),
        ] as [[UInt8]])
    func `a field that is not UTF-8 is an error when its text is read`(bytes: [UInt8]) throws {
        var reader = CSVReader(MemorySource(Array("a\n\"\n\",".utf8) + bytes + Array(",c\nd".utf8)))
        _ = try reader.next()
        #expect(try reader.next())
        #expect(throws: CSVError.invalidUTF8(line: 3, field: 2)) {
            try reader.record.text(at: 1)
        }
        #expect(try reader.record.text(at: 2) == "c")
        #expect(try reader.next())
        #expect(try reader.record.text(at: 0) == "d")
    }

    @Test func `the record before a malformed one is read, the one after it isn't`() throws {
        var reader = CSVReader(MemorySource(Array("a\n\"b\"c\nd\n".utf8)))
        #expect(try reader.next())
        for _ in 1...2 {
            #expect { try reader.next() } throws: { error in
                "\(error)" == "\(CSVError.textAfterQuote(line: 2, field: 1))"
            }
        }
    }

    @Test(arguments: [1, 7, 100])
    func `a record may be as long as the limit with its line end, and no longer`(
        bufferSize: Int
    ) throws {
        for end in ["\n", "\r\n"] {
            let fitting = String(repeating: "a", count: 20 - end.utf8.count) + end
            let records = try fields(
                of: Array("b\n\(fitting)c".utf8), maximumRecordSize: 20, bufferSize: bufferSize)
            #expect(records.count == 3)
            #expect(throws: CSVError.recordTooLong(line: 2, limit: 20)) {
                try fields(
                    of: Array("b\na\(fitting)c".utf8), maximumRecordSize: 20,
                    bufferSize: bufferSize)
            }
        }
        #expect(throws: CSVError.recordTooLong(line: 2, limit: 20)) {
            try fields(
                of: Array("b\n\"\(String(repeating: "a,\n", count: 100))".utf8),
                maximumRecordSize: 20, bufferSize: bufferSize)
        }
    }

    @Test(arguments: [100, 256 << 10])
    func `a record may have as many fields as a sheet has columns, and no more`(
        bufferSize: Int
    ) throws {
        for field in ["", "a", "\"a\""] {
            let fitting = Array(repeating: field, count: 16_384).joined(separator: ",")
            let records = try fields(
                of: Array("b\n\(fitting)\nc".utf8), bufferSize: bufferSize)
            #expect(records.map(\.count) == [1, 16_384, 1])
            #expect(throws: CSVError.tooManyFields(line: 2, limit: 16_384)) {
                try fields(of: Array("b\n\(fitting),\nc".utf8), bufferSize: bufferSize)
            }
        }
    }

    @Test(
        arguments: [
            (
                CSVError.unclosedQuote(line: 2, field: 3),
                "field 3: the quote that opens it is never closed; "
                    + "close it, and write a quote within the text twice"
            ),
            (
                .textAfterQuote(line: 2, field: 3),
                "field 3: text follows the closing quote; "
                    + "write a quote within the text twice, and nothing after the closing one"
            ),
            (
                .nulByte(line: 2, field: 3),
                "field 3: a NUL byte, which no text holds; "
                    + "if the file is UTF-16, say --encoding utf-16le or utf-16be; if it is a "
                    + "spreadsheet's own, save it as CSV"
            ),
            (
                .unpairedSurrogate(line: 2),
                "half a character of UTF-16, which no text holds; save the file again, as UTF-8"
            ),
            (
                .truncatedUTF16(line: 2),
                "the file is UTF-16 and ends within a character; save or copy it again, whole"
            ),
            (
                .invalidUTF8(line: 2, field: 3),
                "field 3: not valid UTF-8; save the file as UTF-8"
            ),
            (
                .recordTooLong(line: 2, limit: 16_777_216),
                "the record that begins here is longer than 16777216 bytes; "
                    + "look for a quote that is never closed"
            ),
            (
                .tooManyFields(line: 2, limit: 16_384),
                "the record that begins here has more than 16384 fields, more than a sheet can have; "
                    + "split the table, or write one figure on each line"
            ),
        ] as [(error: CSVError, sentence: String)])
    func `an error has a message with a remedy, and a line`(
        error: CSVError, sentence: String
    ) {
        #expect("\(error)" == sentence)
        #expect(error.line == 2)
    }

    @Test func `UTF-16 is named on the first line`() {
        #expect("\(CSVError.utf16)" == "the file is UTF-16; save it as UTF-8")
        #expect(CSVError.utf16.line == 1)
    }
}
