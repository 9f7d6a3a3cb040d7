import CSV
import Mining
import TestSupport
import Testing

@testable import Importing

@Suite("Diagnostics")
struct DiagnosticsTests {
    @Test func `a message has the place, the problem and the remedy`() {
        let problem = ImportProblem(
            file: "q4.csv", line: 14, column: "deployed_hashrate",
            reason: .notValue("7l3", .hashrate))
        #expect(
            "\(problem)"
                == "q4.csv:14: deployed_hashrate: \"7l3\" is not a hashrate, such as 38.5 EH/s")
    }

    @Test func `the first problems are kept, and all are counted`() {
        let rows = (0..<200).map { "NOPE\($0),btc_mined,2025,x" }
        let reading = Reading(
            "subject,metric,period,value\n" + rows.joined(separator: "\n"), limit: 51)
        #expect(reading.diagnostics.problemCount == 400)
        #expect(reading.diagnostics.problems.count == 51)
        #expect(reading.diagnostics.problems.last?.line == 27)
        #expect(reading.counts.rejected == 200)
    }

    @Test func `problems of several files are collected in one place`() throws {
        var diagnostics = Diagnostics()
        for name in ["a.csv", "b.csv"] {
            let bytes = Array("ticker,name\nXCO,\n".utf8)
            let file = try #require(
                try ImportFile(name, MemorySource(bytes), reporting: &diagnostics))
            var rows = file.rows(roster: .miners)
            #expect(try rows.next(reporting: &diagnostics) == nil)
        }
        #expect(diagnostics.problems.map(\.file) == ["a.csv", "b.csv"])
    }

    @Test func `reading ends where a file stops being CSV, after the rows before`() {
        let reading = Reading(
            """
            subject,metric,period,value
            RIOT,btc_mined,2025,1
            RIOT,btc_mined,2024,"2
            RIOT,btc_mined,2023,3
            """)
        #expect(reading.counts.values == 1)
        #expect(reading.counts.rows == 1)
        #expect(
            reading.problems == [
                "3: field 4: the quote that opens it is never closed; close it, and write a "
                    + "quote within the text twice"
            ])
    }

    @Test func `a malformed header is reported`() {
        #expect(Reading([0xFF, 0xFE, 0x61]).reasons == [.malformed(.truncatedUTF16(line: 1))])
        #expect(
            Reading(Array("a,\u{0}b\n".utf8)).reasons == [.malformed(.nulByte(line: 1, field: 2))])
        #expect(
            Reading(Array("subject,metric,period,value,".utf8) + [0xFF]).problems == [
                "1: the text is not UTF-8; if it was saved as CSV by Excel, import the file with "
                    + "--encoding windows-1252; else save it as UTF-8"
            ])
    }

    @Test func `an error of the source ends the reading and is passed on`() throws {
        struct Broken: Error, CustomStringConvertible { let description = "Input/output error" }
        struct BrokenSource: ByteSource {
            func read(into buffer: inout OutputSpan<UInt8>) throws { throw Broken() }
        }
        var diagnostics = Diagnostics()
        let failure = #expect(throws: ImportFailure.self) {
            try ImportFile("q4.csv", BrokenSource(), reporting: &diagnostics)
        }
        #expect(failure?.cause is Broken)
        #expect(failure.map { "\($0)" } == "q4.csv: Input/output error")
    }

    @Test func `values come in batches, and the first one is small`() {
        let rows = (1...25).map { "RIOT,2025-01-\($0 < 10 ? "0" : "")\($0),\($0),\($0)" }
        let header = "ticker,date,BTC held,BTC mined\n"
        for (batchSize, batches) in [
            (10, [2, 10, 10, 10, 10, 8]), (7, [2, 8, 8, 8, 8, 8, 8]), (50, [6, 44]),
            (100, [12, 38]),
            (1, Array(repeating: 2, count: 25)), (400, [50]),
        ] {
            let reading = Reading(header + rows.joined(separator: "\n"), batchSize: batchSize)
            #expect(reading.batches == batches)
            #expect(reading.counts.rows == 25)
            #expect(reading.counts.values == 50)
        }
    }

    @Test func `line numbers are those of the file, even if fields contain line breaks`() {
        let reading = Reading(
            "subject,metric,period,value,note\r\n\r\nRIOT,btc_mined,2025,1,\"a\n\u{1B}b\"\r\n"
                + "RIOT,btc_mined,2024,2,c\r\n")
        #expect(reading.diagnostics.problems.map(\.line) == [3])
        #expect(reading.observations.map(\.line) == [5])
    }

    @Test func `messages cut and escape text from files`() {
        #expect(quoted("a\u{1B}[31m\n\u{202E}b\u{0}") == #""a\u{1B}[31m\u{A}\u{202E}b\u{0}""#)
        #expect(
            quoted(String(repeating: "é", count: 61)) == "\"\(String(repeating: "é", count: 60))…\""
        )
        #expect(quoted("a b – ₿ ü") == "\"a b – ₿ ü\"")
        let reading = Reading("ticker,name,\u{1B}]0;x\nR,R,\n")
        #expect(reading.reasons.first == .controlCharacter("\u{1B}]0;x"))
        #expect(reading.problems.allSatisfy { !$0.contains("\u{1B}") })
    }
}
