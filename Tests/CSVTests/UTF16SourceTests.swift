import TestSupport
import Testing

@testable import CSV

@Suite("UTF-16")
struct UTF16SourceTests {
    private func bytes(_ units: [UInt16], isBigEndian: Bool) -> [UInt8] {
        units.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return isBigEndian ? [high, low] : [low, high]
        }
    }

    /// All that comes from the source; `room` bytes are asked for at a time.
    private func text(_ bytes: [UInt8], pieces: Int, room: Int, isBigEndian: Bool) throws -> String
    {
        var source = UTF16Source(
            PiecewiseSource(bytes, size: pieces), isBigEndian: isBigEndian)
        var text: [UInt8] = []
        var before = -1
        while text.count > before {
            before = text.count
            try text.append(addingCapacity: room) { try source.read(into: &$0) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    @Test(arguments: [false, true])
    func `text is the same in pieces of any size`(isBigEndian: Bool) throws {
        let written = "\u{FEFF}a,é,漢,😀\r\n\u{10FFFF}\u{0},\u{FFFF}"
        let bytes = bytes(Array(written.utf16), isBigEndian: isBigEndian)
        for pieces in 1...9 {
            for room in [1, 2, 3, 5, 100] {
                let read = try text(bytes, pieces: pieces, room: room, isBigEndian: isBigEndian)
                #expect(read == written, "pieces of \(pieces), room for \(room)")
            }
        }
    }

    @Test func `long text goes through in constant memory, chunk by chunk`() throws {
        let written = String(repeating: "a😀é\n", count: 30_000)
        let bytes = bytes(Array(written.utf16), isBigEndian: false)
        let read = try text(bytes, pieces: .max, room: 1000, isBigEndian: false)
        #expect(read == written)
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0xD800, 0x62], CSVError.unpairedSurrogate(line: 2)),
            ([0x61, 0x0D, 0x0A, 0xDC00], .unpairedSurrogate(line: 2)),
            ([0xD800, 0xD800, 0xDC00], .unpairedSurrogate(line: 1)),
            ([0x0D, 0x0D, 0xDBFF], .unpairedSurrogate(line: 3)),
        ] as [([UInt16], CSVError)])
    func `half a character is an error with its line`(units: [UInt16], error: CSVError) {
        for isBigEndian in [false, true] {
            let bytes = bytes(units, isBigEndian: isBigEndian)
            for pieces in [1, 3, 100] {
                #expect(throws: error) {
                    try text(bytes, pieces: pieces, room: 100, isBigEndian: isBigEndian)
                }
            }
        }
    }

    @Test func `an odd number of bytes is an error with its line`() {
        for bytes: [UInt8] in [[0x61], [0x61, 0, 0x0A, 0, 0x62], [0x0A, 0, 0x00, 0xD8, 0x00]] {
            let line = bytes.contains(0x0A) ? 2 : 1
            let error: CSVError =
                bytes.contains(0xD8) ? .unpairedSurrogate(line: line) : .truncatedUTF16(line: line)
            #expect(throws: error) {
                try text(bytes, pieces: 1, room: 100, isBigEndian: false)
            }
        }
    }

    @Test func `the records before half a character are read, and the error is final`() throws {
        let bytes = bytes(Array("a\nb\nc".utf16) + [0xD800], isBigEndian: true)
        var reader = CSVReader(UTF16Source(MemorySource(bytes), isBigEndian: true))
        #expect(try reader.next())
        #expect(try reader.next())
        #expect(try reader.record.text(at: 0) == "b")
        for _ in 1...2 {
            #expect { try reader.next() } throws: { error in
                "\(error)" == "\(CSVError.unpairedSurrogate(line: 3))"
            }
        }
    }

    @Test func `random bytes give the same result in pieces of any size`() {
        var generator = SeededGenerator(seed: 16)
        let alphabet: [UInt8] = [0x00, 0x0A, 0x0D, 0x61, 0xD8, 0xDC, 0xFE]
        for _ in 0..<2_000 {
            let bytes = generator.array(of: alphabet, upTo: 14)
            let whole = Result { try text(bytes, pieces: .max, room: 100, isBigEndian: true) }
            let piece = Result { try text(bytes, pieces: 1, room: 1, isBigEndian: true) }
            switch (whole, piece) {
            case (.success(let left), .success(let right)): #expect(left == right)
            case (.failure(let left), .failure(let right)): #expect("\(left)" == "\(right)")
            default: Issue.record("\(bytes)")
            }
        }
    }

    @Test func `a byte order mark names the encoding`() {
        #expect(TextEncoding(byteOrderMarkOf: [0xEF, 0xBB, 0xBF, 0x61]) == .utf8)
        #expect(TextEncoding(byteOrderMarkOf: [0xFF, 0xFE]) == .utf16LittleEndian)
        #expect(TextEncoding(byteOrderMarkOf: [0xFE, 0xFF, 0]) == .utf16BigEndian)
        #expect(TextEncoding(byteOrderMarkOf: [0x61, 0]) == nil)
        #expect(TextEncoding(byteOrderMarkOf: []) == nil)
    }
}

@Suite("Looking ahead")
struct PeekableSourceTests {
    @Test func `bytes that were peeked at are still read`() throws {
        let bytes = Array("a,b\nc,d\n".utf8)
        for size in [1, 3, 8, 100] {
            let source = PeekableSource(PiecewiseSource(bytes, size: 2), size: size)
            #expect(source.head == Array(bytes.prefix(size)))
            #expect(source.isWhole == (size == 100))
            var reader = CSVReader(source, bufferSize: 3)
            #expect(try reader.next())
            #expect(try reader.next())
            #expect(try reader.record.text(at: 1) == "d")
            #expect(try !reader.next())
        }
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `skipped lines may contain anything`(end: String) throws {
        let lines = ["\"never closed", "", "a,b", "c,d"]
        let bytes = Array("\u{FEFF}\(lines.joined(separator: end))".utf8)
        for bufferSize in [1, 2, 100] {
            var reader = CSVReader(
                MemorySource(bytes), skippedLines: 2, bufferSize: bufferSize)
            #expect(try reader.next())
            #expect(try reader.record.text(at: 0) == "a")
            #expect(reader.record.line == 3)
            var end = CSVReader(MemorySource(bytes), skippedLines: 9, bufferSize: bufferSize)
            #expect(try !end.next())
        }
    }
}
