import CSV
import Importing
import Testing

/// Files of another kind than CSV.
@Suite("File signatures")
struct FileSignatureTests {
    /// The first bytes of files of each kind.
    private static let heads: [(FileSignature, [UInt8])] = [
        (.gzip, [0x1F, 0x8B, 0x08, 0x00, 0x00]), (.bzip2, Array("BZh91AY&SY".utf8)),
        (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00]),
        (.zstandard, [0x28, 0xB5, 0x2F, 0xFD, 0x04]),
        (.zip, [0x50, 0x4B, 0x03, 0x04] + Array("q4.csv".utf8)),
        (.xlsx, [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00] + Array("[Content_Types].xml".utf8)),
        (
            .ods,
            [0x50, 0x4B, 0x03, 0x04]
                + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK".utf8)
        ),
        (.xls, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), (.pdf, Array("%PDF-1.7\n".utf8)),
        (.webPage, Array("\n<!DOCTYPE html><html>".utf8)), (.webPage, Array("\u{FEFF}<HTML>".utf8)),
        (.json, Array("{\"ticker\": \"RIOT\"}".utf8)), (.json, Array("[\n  {\"a\": 1}]".utf8)),
        (.sqlite, Array("SQLite format 3\0".utf8)), (.parquet, Array("PAR1".utf8)),
        (.utf16LittleEndian, "ticker,date\n".utf8.flatMap { [$0, 0] }),
        (.utf16BigEndian, "ticker,date\n".utf8.flatMap { [0, $0] }),
    ]

    @Test func `each kind is known by its first bytes, and every kind has a sentence of its own`() {
        for (kind, head) in Self.heads {
            #expect(FileSignature(of: head) == kind)
            let reading = Reading(head)
            #expect(reading.reasons == [.otherKind(kind)], "\(kind)")
            #expect(reading.counts.rows == 0)
        }
        #expect(Set(Self.heads.map(\.0)) == Set(FileSignature.allCases))
        let sentences = FileSignature.allCases.map { "\(ImportProblem.Reason.otherKind($0))" }
        #expect(Set(sentences).count == FileSignature.allCases.count)
    }

    @Test(
        "the message says what to do",
        arguments: [
            (
                FileSignature.gzip,
                "the file is compressed with gzip; unpack it with gunzip, and import what comes out"
            ),
            (
                .xlsx,
                "the file is a spreadsheet of Excel (xlsx), not CSV; save its sheet as CSV in UTF-8, "
                    + "and import that"
            ),
            (
                .sqlite,
                "the file is an SQLite database, not CSV; if it is a book, write its figures with "
                    + "minerbook export --database, and import that"
            ),
            (
                .utf16LittleEndian,
                "the file is UTF-16 without a byte order mark; import it with --encoding utf-16le"
            ),
        ])
    func sentence(kind: FileSignature, sentence: String) {
        #expect("\(ImportProblem.Reason.otherKind(kind))" == sentence)
    }

    @Test func `UTF-16 without a byte order mark is read with the option`() {
        let text = "ticker,date,BTC held\nRIOT,2025-12-31,17900\n"
        let bytes: [UInt8] = text.utf8.flatMap { [$0, 0] }
        let options = ImportOptions(encoding: .utf16LittleEndian)
        #expect(Reading(bytes, options: options).observations.count == 1)
    }

    @Test(
        "a table is not taken for another kind of file, whatever it begins with",
        arguments: [
            "ticker,date,BTC held\nRIOT,2025-12-31,5\n", "[ticker],date\n", "BZ,date\n",
            "PK,date\n",
            "%PDF,date\n", "{ticker},date\n", "PAR,date\n", "a\n", "", "é,ü\n", "a\u{0}b,c\n",
        ])
    func tables(text: String) {
        #expect(FileSignature(of: Array(text.utf8)) == nil)
    }
}
