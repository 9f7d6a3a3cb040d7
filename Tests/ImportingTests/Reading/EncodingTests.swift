import CSV
import Importing
import Testing

/// Encodings, byte order marks and breaks within texts.
@Suite("Encodings and breaks")
struct EncodingTests {
    private let header = "ticker,date,BTC held,note\n"

    @Test func `a file that may be windows-1252 has one message, which says so`() {
        let bytes =
            Array("\(header)RIOT,2025-12-31,17900,ok\nMARA,2025-12-31,17".utf8) + [0xA0]
            + Array("900,Z".utf8) + [0xFC] + Array("rich\nMARA,2025-12-30,17".utf8) + [0xA0, 0x0A]
        #expect(
            Reading(bytes).problems == [
                "3: the text is not UTF-8; if it was saved as CSV by Excel, import the file with "
                    + "--encoding windows-1252; else save it as UTF-8"
            ])
    }

    @Test func `windows-1252 is read with the option`() {
        let bytes =
            Array("\(header)RIOT,2025-12-31,17".utf8) + [0xA0] + Array("900,Z".utf8)
            + [0xFC] + Array("rich ".utf8) + [0x96, 0x20, 0x80, 0x0A]
        let reading = Reading(bytes, options: ImportOptions(encoding: .windows1252))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.note) == ["Zürich – €"])
        #expect(reading.observations.map(\.value.value.base) == [1_790_000_000_000])
        #expect(reading.diagnostics.notes.first == "q4.csv: read as comma, windows-1252")
    }

    @Test func `bytes that windows-1252 does not have do not suggest it`() {
        let bytes = Array("\(header)RIOT,2025-12-31,17900,".utf8) + [0x81, 0xFC, 0x0A]
        #expect(Reading(bytes).problems == ["2: the text is not UTF-8; save the file as UTF-8"])
    }

    @Test func `a header that is not UTF-8 has the same message`() {
        let bytes = Array("ticker,date,BTC held,Bemerkung f".utf8) + [0xFC] + Array("r\n".utf8)
        #expect(
            Reading(bytes).problems == [
                "1: the text is not UTF-8; if it was saved as CSV by Excel, import the file with "
                    + "--encoding windows-1252; else save it as UTF-8"
            ])
    }

    @Test func `a byte order mark at the start of a record is skipped`() {
        let reading = Reading(
            header + "RIOT,2025-12-31,17900,\n\u{FEFF}MARA,2025-12-31,52100,\n\u{FEFF}\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["RIOT", "MARA"])
    }

    @Test(arguments: ["\n", "\r\n", "\r", " \n ", "\n\n"])
    func `a line break in a header is a space`(mark: String) {
        let text =
            "\"Ticker\(mark)\",date,\"Deployed\(mark)hashrate\(mark)(EH/s)\"\nRIOT,2025-12-31,38.5\n"
        #expect(Reading(text).problems == [])
        #expect(Reading(text).observations.map(\.value.metric) == [.deployedHashrate])
        #expect(
            Reading(text).diagnostics.notes.last
                == "q4.csv: read Ticker as subject, date as period, Deployed hashrate (EH/s) as "
                + "deployed_hashrate in EH/s")
    }

    @Test func `breaks and tabs in notes and sources are spaces, and are counted`() {
        let reading = Reading(
            "ticker,date,BTC held,source,note\n"
                + "RIOT,2025-12-31,17900,\"https://a.example\n\",\"one\r\ntwo\n\n three\tfour\"\n"
                + "MARA,2025-12-31,52100,a  b,\"a\tb\"\nMARA,2025-12-30,x,,\"a\nb\"\n")
        #expect(reading.observations.map(\.value.source) == ["https://a.example", "a  b"])
        #expect(reading.observations.map(\.value.note) == ["one two three four", "a b"])
        #expect(reading.counts.joinedTexts == 3)
        #expect(reading.reasons.map(\.code) == [.notValue])
    }

    @Test func `breaks in the notes of other files are spaces too`() {
        #expect(
            Reading("ticker,name,note\nHUT,Hut 8,\"a\nb\"\n").companies.map(\.value.note) == ["a b"]
        )
        #expect(
            Reading("alias,ticker,note\nRiot B,RIOT,\"a\nb\"\n").aliases.map(\.value.note)
                == ["a b"])
        #expect(
            Reading("group,ticker,note\nus-listed,RIOT,\"a\nb\"\n").counts.joinedTexts == 1)
        #expect(
            Reading("ticker,from,split,source\nRIOT,2025-01-02,2:1,\"a\nb\"\n").shareBases
                .map(\.value.source) == ["a b"])
        let claims = Reading(
            "publisher,subject,figure,on,value,source,note\n"
                + "JPM,us-listed,hashrate,2025-12,419 EH/s,\"a\nb\",\"c\td\"\n")
        #expect(claims.claims.map(\.value.source) == ["a b"])
        #expect(claims.claims.map(\.value.note) == ["c d"])
    }

    @Test func `other control characters, and breaks in names, stay errors`() {
        #expect(
            Reading(header + "RIOT,2025-12-31,5,\"a\n\u{1B}b\"\n").reasons.map(\.code)
                == [.controlCharacter])
        #expect(
            Reading("ticker,name\nHUT,\"Hut\n8\"\n").reasons.map(\.code) == [.controlCharacter])
    }
}
