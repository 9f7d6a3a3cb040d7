import Foundation
import TestSupport
import Testing

/// A book that is exported as JSON and imported again is the same book.
@Suite("Round trips by JSON")
struct JSONRoundTripTests {
    private static let kinds = [
        "aliases", "claims", "companies", "groups", "observations", "share_basis",
    ]

    /// Checks that the book `copy.db` has the same exports as the book of the desk.
    private func compare(_ desk: Desk) throws {
        let formats = ["csv", "json", "ndjson"]
        for format in formats {
            let first = try desk.run("export", "--format", format)
            let second = try desk.run("export", "--database", "copy.db", "--format", format)
            // Not compared inside of the expectation, which would look for every difference.
            let areSame = first.bytes == second.bytes
            #expect(areSame, "\(format)")
        }
        try desk.run("export", "--output", "first")
        try desk.run("export", "--database", "copy.db", "--output", "second")
        for kind in Self.kinds {
            let areSame =
                try desk.bytes(of: "first/\(kind).csv") == desk.bytes(of: "second/\(kind).csv")
            #expect(areSame, "\(kind)")
        }
    }

    @Test func `the whole book is one object, which import recognises`() throws {
        let desk = try Desk.withSampleData()
        try desk.write(
            "ticker,from,ads_ratio,split,source,note\nCAN,,15,,https://example.com/20-f,=1\n"
                + "RIOT,2025-08-01,,25-for-1,,\n", to: "shares.csv")
        try desk.run("import", "shares.csv")
        let book = try desk.run("export", "--format", "json").says()
        try desk.write(book.stdout, to: "book.json")
        try desk.run("import", "--quiet", "--database", "copy.db", "book.json").says()
        try compare(desk)
    }

    @Test(arguments: ["json", "ndjson"])
    func `a folder of files comes back`(format: String) throws {
        let desk = try Desk.withSampleData()
        try desk.run("export", "--format", format, "--output", "out").says(
            "Wrote companies.\(format), aliases.\(format), share_basis.\(format), "
                + "groups.\(format), observations.\(format), claims.\(format) to out.")
        try desk.run(
            ["import", "--quiet", "--database", "copy.db"]
                + Self.kinds.map { "out/\($0).\(format)" })
        try compare(desk)
    }

    @Test func `random texts and numbers come back`() throws {
        let desk = try Desk()
        var generator = SeededGenerator(seed: 2027)
        var rows = "subject,metric,period,value,unit,published_on,source,status,note\n"
        let pieces = [
            "a", "\"\"", "\\", "/", "'", "=1", "-", "é", "₿", "\u{1F4A1}", ",", "{", "[", ":",
            "null",
            "\u{2028}", " ",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
        }
        for number in 0..<300 {
            let value = "\(Int.random(in: 0...90_000, using: &generator)).\(number % 10)"
            let day = "2025-\(number / 28 % 12 + 1)-\(number % 28 + 1)"
            rows += "RIOT,share_price,\(day),\(value),USD,,\"s\(number)\(text())\",,\"\(text())\"\n"
        }
        try desk.write("ticker,name\nRIOT,\"R \"\"x\"\" \\ é\"\n", to: "c.csv")
        try desk.write(rows, to: "f.csv")
        try desk.run("import", "--quiet", "c.csv", "f.csv")
        try desk.write(try desk.run("export", "--format", "json").stdout, to: "book.json")
        try desk.run("import", "--quiet", "--database", "copy.db", "book.json")
        try compare(desk)
    }

    @Test func `an empty book has no rows`() throws {
        let desk = try Desk()
        try desk.run("init")
        let outcome = try desk.run("export", "--format", "json")
        #expect(
            outcome.stdout == """
                {
                "companies": [],
                "aliases": [],
                "share_basis": [],
                "groups": [],
                "observations": [],
                "claims": []
                }

                """)
        #expect(try desk.run("export", "--format", "ndjson").stdout == "")
        try desk.write(outcome.stdout, to: "book.json")
        try desk.run("import", "book.json").says(
            "Warning: book.json:1: there are no rows below the header",
            "Nothing new: 0 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `values are numbers with all of their digits`() throws {
        let desk = try Desk()
        try desk.write(
            "subject,metric,period,value,unit\nBTC,btc_price,2025-12-31,87500.50,USD/BTC\n",
            to: "p.csv")
        try desk.run("import", "p.csv")
        try desk.run("export", "--format", "ndjson").prints(
            #"{"subject": "BTC", "metric": "btc_price", "period": "2025-12-31", "value": 87500.50, "#
                + #""unit": "USD/BTC", "published_on": null, "source": null, "status": "reported", "#
                + #""note": null}"#)
    }
}
