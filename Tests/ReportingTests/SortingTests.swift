import Mining
import Testing

@testable import Reporting

@Suite("Sorted tables of companies")
struct SortingTests {
    private func document(_ rows: [[Cell]]) -> Document {
        Document(
            report: "r",
            tables: [
                Table(
                    name: "group", title: "Group", columns: [Column("figure", "Figure", .text)],
                    rows: [[.text("b")], [.text("a")]]),
                Table(
                    name: "companies", title: "Companies",
                    columns: [
                        Column("ticker", "Ticker", .text),
                        Column("market_cap", "Market cap", .number),
                    ], rows: rows),
            ])
    }

    private let rows: [[Cell]] = [
        [.text("AAA"), .missing], [.text("DDD"), .count(2)], [.text("CCC"), .count(3)],
        [.text("BBB"), .count(2)],
    ]

    @Test(arguments: ["market_cap", "Market cap", "market cap"])
    func `numbers have the greatest first and missing ones last`(column: String) throws {
        let sorted = try #require(document(rows).sorted(by: column))
        #expect(try sorted.tickers("companies") == ["CCC", "DDD", "BBB", "AAA"])
        #expect(try sorted.tickers("group") == ["b", "a"])
    }

    @Test func `texts are sorted from A to Z`() throws {
        let sorted = try #require(document(rows).sorted(by: "ticker"))
        #expect(try sorted.tickers("companies") == ["AAA", "BBB", "CCC", "DDD"])
    }

    @Test func `an order may be asked for, and missing ones stay last in each`() throws {
        let numbers = try #require(document(rows).sorted(by: "market_cap", .ascending))
        #expect(try numbers.tickers("companies") == ["DDD", "BBB", "CCC", "AAA"])
        let usual = try #require(document(rows).sorted(by: "market_cap", .descending))
        #expect(try usual.tickers("companies") == ["CCC", "DDD", "BBB", "AAA"])
        let texts = try #require(document(rows).sorted(by: "ticker", .descending))
        #expect(try texts.tickers("companies") == ["DDD", "CCC", "BBB", "AAA"])
    }

    @Test(
        arguments: [
            ("market_cap", "market_cap", nil), ("market_cap:asc", "market_cap", .ascending),
            ("Market cap:desc", "Market cap", .descending), ("a:b", "a:b", nil),
            (":asc", ":asc", nil),
            ("a:ASC", "a:ASC", nil), ("a:asc:desc", "a:asc", .descending), ("", "", nil),
        ] as [(String, String, SortOrder?)])
    func `the order follows the column after a colon`(text: String, name: String, order: SortOrder?)
    {
        let read = SortOrder.column(in: text)
        #expect(read.name == name)
        #expect(read.order == order)
    }

    @Test func `a column that no table of companies has is an error, and the columns are known`() {
        #expect(document(rows).sorted(by: "figure") == nil)
        #expect(document(rows).sortableColumns == ["ticker", "market_cap"])
    }
}
