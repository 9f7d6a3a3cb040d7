import TestSupport
import Testing

@testable import CSV

@Suite("Sources of bytes")
struct ByteSourceTests {
    /// Two records, an error once, then the rest; it can't be copied.
    struct StutteringSource: ByteSource, ~Copyable {
        enum Stutter: Error, Equatable { case again }
        private var reads = 0

        mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
            reads += 1
            switch reads {
            case 1: for byte in "a\nb,\"".utf8 { buffer.append(byte) }
            case 2: throw Stutter.again
            case 3: for byte in "c\"\n".utf8 { buffer.append(byte) }
            default: break
            }
        }
    }

    @Test func `an error of the source is passed on, and reading can go on`() throws {
        var reader = CSVReader(StutteringSource())
        do {
            _ = try reader.next()
            Issue.record("the source's error is lost")
        } catch {
            switch error {
            case .source(let stutter): #expect(stutter as? StutteringSource.Stutter == .again)
            case .malformed, .damaged: Issue.record("\(error)")
            }
            #expect("\(error)" == "again")
        }
        #expect(try reader.next())
        #expect(try reader.record.text(at: 0) == "a")
        #expect(try reader.next())
        #expect(try reader.record.text(at: 1) == "c")
        #expect(try !reader.next())
    }

    @Test func `bytes in memory are read completely into buffers of any size`() throws {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        for room in [1, 7, 1000, 4096] {
            var source = MemorySource(bytes)
            var read: [UInt8] = []
            var before = -1
            while read.count > before {
                before = read.count
                read.append(addingCapacity: room) { source.read(into: &$0) }
            }
            #expect(read == bytes)
        }
    }

    @Test func `a file is read the same in pieces of any size`() throws {
        let csv = "\u{FEFF}\r\n\na,\"b\"\"\r\n\",c\r\r\n\"\"\"\",\"\"\n\"x\ny\rz\",é\r\n1,2,3,4,5\r"
        let bytes = Array(csv.utf8)
        let whole = try fields(of: bytes)
        #expect(whole.count == 4)
        for pieces in 1...12 {
            for bufferSize in 1...bytes.count {
                let read = try fields(of: bytes, pieces: pieces, bufferSize: bufferSize)
                #expect(read == whole, "pieces of \(pieces), a buffer of \(bufferSize)")
            }
        }
    }

    @Test func `random bytes give the same result in pieces of any size`() throws {
        var generator = SeededGenerator(seed: 4180)
        let alphabet = Array("ab,,;\"\"\"\n\n\r\0\u{1} ".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0xFE]
        for _ in 0..<5_000 {
            let bytes = generator.array(of: alphabet, upTo: 24)
            let whole = try outcome { try fields(of: bytes) }
            for (pieces, bufferSize) in [(1, 1), (1, 100), (2, 3), (5, 8), (100, 2)] {
                let read = try outcome {
                    try fields(of: bytes, pieces: pieces, bufferSize: bufferSize)
                }
                #expect(read == whole, "\(bytes) in pieces of \(pieces), a buffer of \(bufferSize)")
            }
        }
    }

    private func outcome(of read: () throws -> [[ReadField]]) throws -> Result<
        [[ReadField]], CSVError
    > {
        do {
            return .success(try read())
        } catch let error as CSVError {
            return .failure(error)
        }
    }
}
