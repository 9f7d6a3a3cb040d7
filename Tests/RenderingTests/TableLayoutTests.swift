import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite("Table layout of random documents")
struct TableLayoutTests {
    @Test func `no line is wider than the screen if the narrowest columns fit`() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<500 {
            let document = Document.random(&random)
            let width = Int.random(in: 60...140, using: &random)
            for table in document.tables {
                let shown = DisplayTable(table)
                let least = shown.columns.indices.map { ColumnWidth(shown, column: $0).minimum }
                // A key must fit beside the widest other column.
                guard (least.max() ?? 0) <= width / 2 - 2 else { continue }
                for group in TableLayout(shown, width: width).groups {
                    #expect(group.widths.reduce(2 * (group.widths.count - 1), +) <= width)
                    #expect(zip(group.columns, group.widths).allSatisfy { least[$0] <= $1 })
                }
            }
        }
    }

    @Test func `every column is in a group, and no line is wider than the rule below the headings`()
        throws
    {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let document = Document.random(&random)
            let width = Int.random(in: 5...100, using: &random)
            for table in document.tables {
                let shown = DisplayTable(table)
                let groups = TableLayout(shown, width: width).groups
                #expect(Set(groups.flatMap(\.columns)) == Set(shown.columns.indices))
            }
            // With these texts only the rule consists of hyphens.
            var first = Document(report: "r", tables: Array(document.tables.prefix(1)))
            first.tables[0].title = "T"
            for index in first.tables[0].columns.indices {
                first.tables[0].columns[index].title = "C"
            }
            let lines = try Format.table.text(first, width: width)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard
                let rule = lines.firstIndex(where: {
                    $0.hasPrefix("-") && $0.allSatisfy("- ".contains)
                })
            else { continue }
            for line in lines[rule...].dropFirst().prefix(while: { !$0.isEmpty })
            where line != "(none)" {
                #expect(line.width <= lines[rule].width)
            }
        }
    }

    /// A table of companies with so many columns of numbers.
    private func companies(_ count: Int) -> DisplayTable {
        DisplayTable(
            Table(
                name: "companies", title: "Companies",
                columns: [
                    Column("ticker", "Ticker", .text),
                    Column("name", "Name", .text, isRepetition: true),
                ] + (1...count).map { Column("c\($0)", "Column \($0)", .number) },
                rows: [("MARA", "MARA Holdings, Inc."), ("RIOT", "Riot Platforms, Inc.")].map {
                    [.text($0), .text($1)]
                        + (1...count).map { .number(Number(Double($0), decimals: 4)) }
                }))
    }

    @Test func `a name beside the ticker is left out where it would be cut`() {
        let table = companies(3)
        #expect(TableLayout(table, width: 60).groups.map(\.columns) == [[0, 1, 2, 3, 4]])
        #expect(TableLayout(table, width: 40).groups.map(\.columns) == [[0, 2, 3, 4]])
    }

    @Test func `the last of several groups is not one narrow column`() {
        // Four numbers fit beside the ticker: of five, the last group has two.
        let groups = TableLayout(companies(5), width: 42).groups
        #expect(groups.map(\.columns) == [[0, 2, 3, 4], [0, 5, 6]])
    }

    @Test(arguments: [80, 100, 120])
    func `what tells the rows apart is never cut`(width: Int) throws {
        let titles = ["Block reward gross profit", "Block reward revenue a year ago"]
        let verdicts = titles.map { title -> [Cell] in
            [.text("JPMorgan"), .text(title), .text("2026-01-15")]
                + Array(repeating: .number(Number(12_345, decimals: 0)), count: 6)
                + [.text("computed 0.040 points less; rests on network_hashrate of example.com")]
        }
        let table = Table(
            name: "t", title: "T",
            columns: ["Publisher", "Figure", "On"].map { Column($0, $0, .text) }
                + (0..<6).map { Column("n\($0)", "Number", .number) }
                + [Column("reason", "Reason", .text)], rows: verdicts)
        let text = try Format.table.text(Document(report: "r", tables: [table]), width: width)
        for title in titles {
            #expect(text.split(separator: "\n").contains { $0.contains(title) })
            #expect(!text.contains(title.prefix(11) + "…"))
        }
        let groups = TableLayout(DisplayTable(table), width: width).groups
        #expect(groups.allSatisfy { $0.columns.contains(1) && $0.columns.contains(0) })
        for line in text.split(separator: "\n") { #expect(String(line).width <= width) }
    }

    @Test func `keys that do not fit in one line go on in the next`() throws {
        let codes = ["block_reward_revenue.change_percent", "block_reward_gross_profit"]
        let table = Table(
            name: "t", title: "T",
            columns: [Column("figure", "Figure", .text), Column("source", "Source", .text)],
            rows: codes.map { [.text($0), .text("https://example.com/production-updates/2025")] })
        let text = try Format.table.text(Document(report: "r", tables: [table]), width: 40)
        #expect(
            text == """
                T
                Figure               Source
                -------------------  -------------------
                block_reward_        https://example.co…
                revenue.change_
                percent
                block_reward_gross_  https://example.co…
                profit

                """)
    }

    @Test func `texts that are read whole go on in the next line, and others are cut`() throws {
        let table = Table(
            name: "t", title: "T",
            columns: [
                Column("figure", "Figure", .text), Column("n", "N", .number),
                Column("by", "By", .text), Column("reason", "Reason", .text, isReadWhole: true),
            ],
            rows: [
                [
                    .text("hashrate"), .count(5), .text("Some very long publisher"),
                    .text("computed 3.1 EH/s more, 0.3 %; rests on btc_price of example.com"),
                ], [.text("price"), .count(7), .text("Me"), .text("short")],
            ])
        let text = try Format.table.text(Document(report: "r", tables: [table]), width: 60)
        #expect(
            text == """
                T
                Figure    N  By                     Reason
                --------  -  ---------------------  ------------------------
                hashrate  5  Some very long publi…  computed 3.1 EH/s more,
                                                    0.3 %; rests on
                                                    btc_price of example.com
                price     7  Me                     short

                """)
        for width in [50, 60, 80, 100] {
            let text = try Format.table.text(Document(report: "r", tables: [table]), width: width)
            let words = text.split { $0 == " " || $0 == "\n" }
            for word in "computed 3.1 EH/s more, 0.3 %; rests on btc_price of".split(separator: " ")
            {
                #expect(words.contains(word), "\(width) \(word)")
            }
            for line in text.split(separator: "\n") { #expect(String(line).width <= width) }
        }
    }

    @Test func `a text that is read whole goes below its row if the keys leave no room`() throws {
        let table = Table(
            name: "t", title: "T",
            columns: [
                Column("figure", "Figure", .text), Column("on", "On", .text),
                Column("n", "N", .number), Column("reason", "Reason", .text, isReadWhole: true),
            ],
            rows: [
                [
                    .text("block_reward_revenue"), .text("2024-05"), .count(5),
                    .text("computed 3.1 EH/s more, 0.3 %; rests on btc_price of example.com"),
                ], [.text("block_reward_revenue"), .text("2024-06"), .count(7), .text("short")],
            ])
        #expect(
            try Format.table.text(Document(report: "r", tables: [table]), width: 40) == """
                T
                Figure                On       N
                --------------------  -------  -
                block_reward_revenue  2024-05  5
                block_reward_revenue  2024-06  7

                Figure                On
                  Reason
                --------------------  -------
                block_reward_revenue  2024-05
                  computed 3.1 EH/s more, 0.3 %; rests
                  on btc_price of example.com
                block_reward_revenue  2024-06
                  short

                """)
    }

    @Test func `no character of a text that is read whole is lost at any width`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let letters = Array("abcdefgh/.-_ ")
            let texts = (0..<3).map { _ in
                String(
                    (0..<Int.random(in: 1...120, using: &random)).map { _ in
                        letters[Int.random(in: 0..<letters.count, using: &random)]
                    })
            }
            for text in texts {
                let lines = text.wrapped(to: Int.random(in: 1...60, using: &random))
                #expect(
                    lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            }
        }
    }

    @Test func `formats for people contain no hidden characters`() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<500 {
            let document = Document.random(&random)
            let width = Bool.random(using: &random) ? nil : Int.random(in: 5...100, using: &random)
            let table = try Format.table.text(document, width: width)
            let markdown = try Format.markdown.text(document)
            for scalar in (table + markdown).unicodeScalars where scalar != "\n" {
                #expect(!scalar.isHidden)
            }
            #expect(!table.isEmpty && table.hasSuffix("\n"))
        }
    }

    @Test func `a Markdown row has as many cells as there are columns`() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            let document = Document.random(&random)
            let rows = try Format.markdown.text(document).split(separator: "\n").filter {
                $0.unicodeScalars.first == "|"
            }
            let expected = document.tables.flatMap { table in
                let columns = table.columns.filter { $0.audience == .everyone }.count
                return Array(repeating: max(columns, 1), count: table.rows.count + 2)
            }
            #expect(rows.map(cells) == expected)
        }
    }

    @Test func `the same document gives the same bytes`() throws {
        for format in Format.allCases where format != .svg {
            #expect(try format.render(.sector) == (try format.render(.sector)))
        }
    }

    /// The number of cells between unescaped bars.
    private func cells(_ row: Substring) -> Int {
        var bars = 0
        var isEscaped = false
        for scalar in row.unicodeScalars {
            if scalar == "|", !isEscaped { bars += 1 }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return bars - 1
    }
}
