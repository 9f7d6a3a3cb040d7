import CSV
import Foundation
import Importing
import Mining
import Testing

/// The same table, as many programs would write it.
@Suite("Dialects")
struct DialectTests {
    private static let folder = repositoryFolder.appending(path: "Tests/Fixtures/Dialects")

    @Test(
        "a fixture in another format reads like the plain one, and a note says how",
        arguments: [
            ("comma.csv", nil),
            ("semicolon.csv", "semicolon, utf-8"),
            ("tab.tsv", "tab, utf-8"),
            ("pipe.csv", "pipe, utf-8"),
            ("utf-8-bom.csv", nil),
            ("utf-16le-bom.csv", "tab, utf-16le"),
            ("utf-16be-bom.csv", "semicolon, utf-16be"),
            ("cr.csv", nil),
            ("mixed-line-ends.csv", nil),
            ("preamble.csv", "semicolon, utf-8, 3 lines before the header skipped"),
            ("blank-rows.csv", nil),
            ("row-numbers.csv", "comma, utf-8, row numbers in column 1 ignored"),
            ("trailing-columns.csv", nil),
            ("spaced-header.csv", nil),
            ("no-final-line-end.csv", nil),
        ] as [(String, String?)])
    func fixtures(name: String, form: String?) throws {
        let reading = Reading(
            Array(try Data(contentsOf: Self.folder.appending(path: name))), name: name)
        #expect(reading.diagnostics.problems.isEmpty)
        #expect(
            reading.observations.map { "\($0.value.subject) \($0.value.value)" } == [
                "RIOT 18005 BTC", "RIOT 5.5 USD bn", "MARA 53250 BTC", "MARA 4.4 USD bn",
                "CLSK 12608 BTC", "CLSK 3.6 USD bn",
            ])
        #expect(
            reading.observations.map(\.value.note) == [
                "a, b; c", "a, b; c", "x | \"y\"", "x | \"y\"", nil, nil,
            ])
        #expect(reading.counts.rows == 3)
        #expect(reading.formNotes == form.map { ["\(name): read as \($0)"] } ?? [])
    }

    @Test func `a table reads the same in every format`() {
        let rows = [
            ["subject", "metric", "period", "value", "unit", "note"],
            ["RIOT", "btc_mined", "2025-12", "460", "BTC", "é, ;| 😀 \"x\""],
            ["MARA", "deployed_hashrate", "2025-12-31", "60.4", "EH/s", ""],
            ["BTC", "btc_price", "2025-12-31", "$88,000", "USD/BTC", " a "],
        ]
        var plain = CSVWriter()
        for row in rows {
            for cell in row { plain.append(text: cell) }
            plain.endRow()
        }
        let expected = Reading(plain.output).observations.map(\.value)
        #expect(expected.count == 3)
        for delimiter in Dialect.Delimiter.allCases {
            var writer = CSVWriter(dialect: Dialect(delimiter: delimiter))
            for row in rows {
                for cell in row { writer.append(text: cell) }
                writer.endRow()
            }
            let text = String(decoding: writer.output, as: UTF8.self)
            for preamble in ["", "Figures, as published\n\n", "\"Quoted\" title\n"] {
                for end in ["\n", "\r\n", "\r"] {
                    for isEnded in [true, false] {
                        let whole = preamble + (isEnded ? text : String(text.dropLast()))
                        for bytes in encodings(of: whole.replacing("\n", with: end)) {
                            let reading = Reading(bytes)
                            #expect(
                                reading.observations.map(\.value) == expected,
                                "\(delimiter) \(preamble.debugDescription) \(end.debugDescription)")
                            #expect(reading.diagnostics.problems.isEmpty)
                        }
                    }
                }
            }
        }
    }

    private func encodings(of text: String) -> [[UInt8]] {
        let marked = "\u{FEFF}" + text
        return [
            Array(text.utf8), Array(marked.utf8),
            marked.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            marked.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
        ]
    }

    private func read(_ text: String, _ options: ImportOptions = ImportOptions()) -> Reading {
        Reading(Array(text.utf8), options: options)
    }

    @Test func `an ambiguous delimiter is an error that --delimiter resolves`() {
        let tie = "a,alias,b;alias;c\n1,2,3;4;5\n"
        #expect(
            read(tie).problems == [
                "1: the delimiter could be comma or semicolon; choose one with --delimiter"
            ])
        #expect(read(tie).kind == nil)
        let settled = read(tie, ImportOptions(delimiter: .comma)).problems
        #expect(settled.first?.hasPrefix("1: aliases need the column ticker") == true)
    }

    @Test
    func `a known header counts more than equal row lengths, which decide between known headers`() {
        let known = read("ticker,name,note\nRIOT,Riot,a;b;c\nMARA,MARA,d;e;f\n")
        #expect(known.companies.map(\.value.ticker) == ["RIOT", "MARA"])
        let decimals = read("ticker;date;BTC held\nRIOT;2025-12-31;18,005\nMARA;2025-12-31;5,3\n")
        #expect(decimals.formNotes == ["q4.csv: read as semicolon, utf-8"])
        #expect(
            decimals.problems == [
                "3: BTC held: \"5,3\" has a comma that does not group thousands, as in "
                    + "1,234.5; if it is the decimal mark, write a point or import with "
                    + "--decimal comma"
            ])
        let even = read("a,alias,b;alias;c\n1,2,3;4\n")
        #expect(even.problems.first?.hasPrefix("1: aliases need the column ticker") == true)
    }

    @Test func `an option overrides detection`() {
        let file = "ticker;name\nRIOT;Riot\n"
        #expect(
            read(file, ImportOptions(delimiter: .comma)).problems.first?
                .hasPrefix("1: \"ticker;name\" is not a known header") == true)
        let units: [UInt8] = "ticker,name\nRIOT,Riot\n".utf8.flatMap { [$0, 0] }
        #expect(
            Reading(units).problems == [
                "1: the file is UTF-16 without a byte order mark; import it with --encoding utf-16le"
            ])
        let options = ImportOptions(encoding: .utf16LittleEndian)
        let reading = Reading(units, options: options)
        #expect(reading.companies.map(\.value.name) == ["Riot"])
        #expect(reading.diagnostics.notes == ["q4.csv: read as comma, utf-16le"])
        #expect(
            Reading([0xFF, 0xFE] + units, options: ImportOptions(encoding: .utf8)).problems == [
                "1: the file is UTF-16; save it as UTF-8"
            ])
        #expect(
            Reading(units.dropLast(3) + [], options: options).problems == [
                "2: the file is UTF-16 and ends within a character; save or copy it again, whole"
            ])
    }

    @Test func `--skip-lines gives the line of the header`() {
        let file = "ticker,name\nOLD,Old\nticker,name\nRIOT,Riot\n"
        let reading = read(file, ImportOptions(skippedLines: 2))
        #expect(reading.companies.map(\.value.ticker) == ["RIOT"])
        #expect(reading.companies.map(\.line) == [4])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read as comma, utf-8, 2 lines before the header skipped"
            ])
        let whole = read(file, ImportOptions(skippedLines: 0))
        #expect(whole.companies.map(\.value.ticker) == ["OLD", "RIOT"])
        #expect(whole.reasons == [.repeatedHeader(of: 1)])
        #expect(
            read(file, ImportOptions(skippedLines: 9)).problems.first?
                .hasPrefix("10: the file is empty") == true)
    }

    @Test func `lines are skipped only if a known header with more fields follows`() {
        let asWide = read("Figures,2025\nticker,name\nRIOT,Riot\n")
        #expect(
            asWide.problems.first?.hasPrefix("1: \"Figures,2025\" is not a known header") == true)
        let far = read(String(repeating: "x\n", count: 20) + "ticker,name\nRIOT,Riot\n")
        #expect(far.problems.first?.hasPrefix("1: \"x\" is not a known header") == true)
        let near = read(String(repeating: "x\n", count: 19) + "ticker,name\nRIOT,Riot\n")
        #expect(near.companies.map(\.line) == [21])
    }

    @Test func `a footer is an error that says what to do`() {
        #expect(
            read("ticker,name,note\nRIOT,Riot,\nSource: filings\n").problems == [
                "3: found 1 field, expected 3 as in the header; complete the row or, if it is "
                    + "not part of the table, remove it"
            ])
        #expect(
            read("ticker;name\nRIOT;Riot; Inc.\n").problems == [
                "2: found 3 fields, expected 2 as in the header; put text that contains a "
                    + "semicolon in quotes"
            ])
    }

    @Test func `a first column without a name has row numbers or is an error`() {
        let ones = read(",ticker,name\n1,RIOT,Riot\n2,MARA,MARA\n")
        #expect(ones.companies.map(\.value.ticker) == ["RIOT", "MARA"])
        let days = read(",Ticker,BTC held\n2025-12-31,RIOT,1\n")
        #expect(
            days.problems.last
                == "1: column 1 has no name and is not numbered 0, 1, 2, …; name it in the "
                + "header, or give it a meaning, such as --map 'column 1=period'")
        let rows = (0..<30).map { "\($0 == 25 ? 99 : $0),T\($0),Name\n" }.joined()
        #expect(
            read(",ticker,name\n" + rows).problems == [
                "27: \"99\" is in column 1, which has no name and contained row numbers so "
                    + "far; write 25, or name the column in the header or remove it"
            ])
    }

    @Test func `row numbers are detected even if the sample ends inside a quoted field`() {
        let note = String(repeating: "long\n", count: 20_000)
        let reading = read(",ticker,name,note\n0,RIOT,Riot,\n1,MARA,MARA,\"\(note)\"\n")
        #expect(reading.diagnostics.notes.count == 1)
        #expect(reading.companies.map(\.value.ticker) == ["RIOT", "MARA"])
        #expect(reading.counts.joinedTexts == 1)
    }

    @Test func `a first column without a name before an unknown header is an error`() {
        let prices = read(",Close,Volume\n2021-07-28,10.0,500\n").problems
        #expect(prices.count == 2)
        #expect(prices.last?.hasPrefix("1: column 1 has no name and is not numbered") == true)
    }

    @Test func `cells after the last named column must be empty`() {
        let rows = "RIOT,Riot\nMARA,MARA,,\nCLSK,CleanSpark, ,\u{A0},\n"
        #expect(read("ticker,name,,\n" + rows).companies.count == 3)
        #expect(
            read("ticker,name,,\nRIOT,Riot,,US\n").problems == [
                "2: \"US\" is in column 4, which has no name; empty the cell, name the column "
                    + "in the header, or ignore it with --ignore-column 'column 4'"
            ])
        #expect(read("ticker,,name\nRIOT,,Riot\n").companies.count == 1)
        #expect(
            read("ticker,,name\nRIOT,US,Riot\n").problems == [
                "1: column 2 has no name; name it in the header, say what it means with --map "
                    + "COLUMN=MEANING, or ignore it with --ignore-column 'column 2'"
            ])
        #expect(
            read("ticker,name\nRIOT,Riot,,US\n").problems == [
                "2: found 4 fields, expected 2 as in the header; put text that contains a "
                    + "comma in quotes"
            ])
    }

    @Test func `a file longer than the sample is read to its end`() {
        let note = String(repeating: "x;", count: 200)
        let rows = (0..<400).map { "T\($0)\t\"Name \($0)\n\"\t\(note)\r\n" }.joined()
            .replacing("\n\"\t", with: "\"\t")
        let reading = read("ticker\tname\tnote\r\n" + rows)
        #expect(reading.companies.count == 400)
        #expect(reading.diagnostics.notes == ["q4.csv: read as tab, utf-8"])
    }
}

extension Reading {
    /// What is said of the file's form, apart from its columns.
    fileprivate var formNotes: [String] {
        diagnostics.notes.filter { !$0.contains(" as subject, ") }
    }
}
