import Rendering
import Reporting
import Testing

@Suite("Marks of numbers for programs")
struct MarkTests {
    private var document: Document {
        var table = Table(
            name: "t", title: "T",
            columns: [
                Column("ticker", "Ticker", .text), Column("hashrate", "Hashrate", .number),
                Column("market_cap", "Market cap", .number, unit: "USD"),
            ],
            rows: [
                [
                    .text("AAA"), .number(Number(5, decimals: 0, marks: [.carried, .estimated])),
                    .number(Number(7, decimals: 0, marks: [.derived, .conflict])),
                ],
                [.text("BBB"), .number(Number(6, decimals: 0)), .missing],
                [
                    .text("CCC"), .number(Number(.nan, decimals: 0, marks: [.estimated])),
                    .number(Number(1, decimals: 0, marks: [.likeForLike, .unrenewed])),
                ],
            ])
        table.marksNumbers = true
        return Document(report: "r", tables: [table])
    }

    @Test func `CSV has them in a last column, by the letters that people see`() throws {
        #expect(
            try Format.csv.text(document) == """
                ticker,hashrate,market_cap (USD),marks
                AAA,5,7,hashrate:ec;market_cap:dx
                BBB,6,,
                CCC,,1,market_cap:ln

                """)
    }

    @Test func `JSON has them in each row that has some, by their names`() throws {
        let text = try Format.json.text(document)
        #expect(
            text.contains(
                #"{"ticker": "AAA", "hashrate": 5, "market_cap": 7, "marks": "#
                    + #"{"hashrate": ["estimated", "carried"], "market_cap": ["derived", "conflict"]}}"#
            ))
        #expect(text.contains(#"{"ticker": "BBB", "hashrate": 6, "market_cap": null}"#))
        #expect(
            text.contains(
                #""market_cap": 1, "marks": {"market_cap": ["like_for_like", "no_newer_figure"]}}"#)
        )
    }

    @Test func `lists of what a book has have none, so that they can be imported`() throws {
        var list = document
        list.tables[0].marksNumbers = false
        #expect(try Format.csv.text(list).hasPrefix("ticker,hashrate,market_cap (USD)\nAAA,5,7\n"))
        #expect(try !Format.json.text(list).contains("marks"))
    }
}
