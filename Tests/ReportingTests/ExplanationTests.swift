import Mining
import Testing

@testable import Reporting

@Suite("Explanations")
struct ExplanationTests {
    private func explanation(
        of code: String, in book: ArrayBook, report: Report = .sector
    ) throws -> Document? {
        let query = ReportQuery(
            on: try period("2026-01-15"), since: try period("2025-12-31"),
            scope: .group("us-listed"))
        let result = report.result(for: query, from: book)
        return Explanation(of: code, in: result)?.document
    }

    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        try book.add(
            "AAA", .deployedHashrate, "2026-01-15", "38.5 EH/s", published: "2026-01-16",
            source: "https://example.com/a")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "4500 PH/s", status: .estimated)
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000.0 EH/s")
        try book.add("BTC", .difficulty, "2026-01-15", "100000000000000 difficulty")
        try book.add("BTC", .btcPrice, "2026-01-15", "100000 USD/BTC")
        return book
    }

    @Test func `gives the formula, the arithmetic, the interval and the carried figures`() throws {
        let document = try #require(try explanation(of: "network_share", in: try book()))
        #expect(
            document.notes == [
                "Share of the network = hashrate / network_hashrate: the members' share of the "
                    + "network's hashrate.",
                "us-listed, 2026-01-01/2026-01-15: (38.5 + 4.500) × 100 / 1,000.0 = 4.3 % (4.29 … 4.31); "
                    + "estimated: BBB; carried: BBB; missing: CCC.",
            ])
        #expect(document.parameters.last == Parameter("explain", "network_share"))
    }

    @Test func `lists every input once with its source and file`() throws {
        let document = try #require(try explanation(of: "network_share", in: try book()))
        let inputs = try #require(document.tables.first { $0.name == "inputs" })
        #expect(
            inputs.rows.map { Array($0.prefix(7)) } == [
                [
                    .text("AAA"), .text("deployed_hashrate"), .text("2026-01-15"),
                    .text("38.5 EH/s"), .date(try day("2026-01-16")), .text("reported"),
                    .text("https://example.com/a"),
                ],
                [
                    .text("BBB"), .text("deployed_hashrate"), .text("2025-12-31"),
                    .text("4500 PH/s"), .missing, .text("estimated"), .missing,
                ],
                [
                    .text("BTC"), .text("network_hashrate"), .text("2026-01-01/2026-01-15"),
                    .text("1000.0 EH/s"), .missing, .text("reported"), .missing,
                ],
            ])
    }

    @Test func `shows the arithmetic of the worked example of hashprice`() throws {
        let document = try #require(try explanation(of: "hashprice", in: try book()))
        let figures = try #require(document.tables.first { $0.name == "figures" })
        let arithmetic = try #require(figures.columns.firstIndex { $0.name == "arithmetic" })
        #expect(
            figures.rows[0][arithmetic]
                == .text(
                    "86,400,000,000,000,000,000 × 3.125 × 100,000 / "
                        + "(100,000,000,000,000 × 4,294,967,296)"))
    }

    @Test func `says which data a figure lacks`() throws {
        let document = try #require(try explanation(of: "gross_margin", in: try book()))
        #expect(
            document.notes.last
                == "us-listed, 2026-01-01/2026-01-15: not known; the average bitcoin price over "
                + "2026-01-01/2026-01-15 is not known.")
    }

    @Test func `explains each company's figure of a report`() throws {
        var book = try book()
        try book.add("AAA", .btcMined, "2026-01-01/2026-01-15", "20 BTC")
        try book.add("AAA", .btcSold, "2026-01-01/2026-01-15", "5 BTC")
        let document = try #require(
            try explanation(of: "liquidation", in: book, report: .production))
        #expect(
            document.notes.prefix(2) == [
                "Liquidation = btc_sold / btc_mined: the share of the mined bitcoin that was sold.",
                "AAA, 2026-01-01/2026-01-15: 5 × 100 / 20 = 25 % (21.9 … 28.1).",
            ])
    }

    @Test func `explains changes, in percent, and of percentages in basis points`() throws {
        var book = try book()
        try book.add("AAA", .deployedHashrate, "2025-12-31", "35.5 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12-01/2025-12-31", "1000.0 EH/s")
        let percent = try #require(try explanation(of: "hashrate.change_percent", in: book))
        #expect(
            percent.notes == [
                "Change of hashrate = (hashrate − its base) / its base: how much it changed "
                    + "since the base.",
                "us-listed, 2025-12-31 to 2026-01-15: (38.5 + 4.500 − (35.5 + 4.500)) × 100 / "
                    + "(35.5 + 4.500) = 7.5 % (7.23 … 7.77).",
            ])
        let points = try #require(try explanation(of: "network_share.change_bp", in: book))
        #expect(points.notes.last?.hasSuffix(" × 100 = 30 bp (29.0 … 31.0).") == true)
    }

    @Test func `explains only figures of the report`() throws {
        #expect(try explanation(of: "hashrat", in: try book()) == nil)
    }

    @Test func `puts brackets only where the formula needs them`() throws {
        func number(_ text: String) throws -> Expression {
            .constant(try #require(DecimalNumber(text.utf8)))
        }
        let (a, b, c) = (try number("1.5"), try number("-2"), try number("3000"))
        #expect(Expression.difference(a, .difference(b, c)).arithmetic == "1.5 − (-2 − 3,000)")
        #expect(Expression.difference(.sum([a, c]), c).arithmetic == "1.5 + 3,000 − 3,000")
        #expect(Expression.quotient(a, .quotient(c, a)).arithmetic == "1.5 / (3,000 / 1.5)")
        #expect(Expression.quotient(.product([a, c]), c).arithmetic == "1.5 × 3,000 / 3,000")
        #expect(Expression.product([a, .sum([c, c])]).arithmetic == "1.5 × (3,000 + 3,000)")
        #expect(Expression.product([a, b]).arithmetic == "1.5 × (-2)")
        #expect(Expression.sum([a, .sum([c])]).arithmetic == "1.5 + 3,000")
    }
}
