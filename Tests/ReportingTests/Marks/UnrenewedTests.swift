import Mining
import Testing

@testable import Reporting

@Suite("Changes of members without a newer figure")
struct UnrenewedTests {
    /// Three members: the last two have published nothing since the base.
    private func book() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "60.0 EH/s")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "67.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "30.0 EH/s")
        try book.add("CCC", .deployedHashrate, "2025-11-30", "10.0 EH/s")
        return book
    }

    private func sentence(_ title: String) -> String {
        "\(title): 2 of 3 members have no newer figure than at the base, 2025-12-31 (BBB, CCC); "
            + "their change counts as 0."
    }

    @Test func `the sector report counts them and marks their additions`() throws {
        let document = try ask(.sector, of: try book())
        #expect(document.notes.contains(sentence("Hashrate")))
        #expect(try document.shown("additions", "BBB", "added") == "0.0n")
        #expect(try document.shown("additions", "AAA", "added") == "+7.0")
        #expect(try document.headline(.hashrate, "change") == 7)
    }

    @Test func `a figure that was published again with the same value is newer`() throws {
        var book = try book()
        try book.add("BBB", .deployedHashrate, "2026-01-15", "30.0 EH/s")
        let document = try ask(.sector, of: book)
        #expect(try document.shown("additions", "BBB", "added") == "0.0")
        #expect(
            document.notes.contains(
                "Hashrate: 1 of 3 members has no newer figure than at the base, 2025-12-31 (CCC); "
                    + "its change counts as 0."))
    }

    @Test func `attribution counts them and marks their rows`() throws {
        let document = try ask(.attribution, of: try book())
        #expect(document.notes.contains(sentence("Hashrate")))
        #expect(try document.shown("companies", "CCC", "change") == "0.0n")
        #expect(try document.shown("companies", "AAA", "change") == "+7.0")
    }

    @Test func `the report on hashrate counts them and marks what they added`() throws {
        let document = try ask(.hashrate, of: try book())
        #expect(document.notes.contains(sentence("Added")))
        #expect(try document.shown("BBB", "added") == "0.0n")
        #expect(try document.shown("BBB", "added_percent") == "0.0n")
    }

    @Test func `a change is not marked as carried, in any report`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .deployedHashrate, "2025-09-30", "40.0 EH/s")
        try book.add("AAA", .deployedHashrate, "2026-01-10", "50.0 EH/s", status: .estimated)
        let sector = try ask(.sector, of: book)
        let hashrate = try ask(.hashrate, of: book)
        #expect(try sector.shown("additions", "AAA", "added") == "+10.0e")
        #expect(try hashrate.shown("AAA", "added") == "+10.0e")
        #expect(try hashrate.shown("AAA", "deployed_hashrate") == "50.0ec")
    }

    @Test func `a figure older than the base is named if there is a newer one, in every report`()
        throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        try book.add("AAA", .deployedHashrate, "2025-09-30", "40.0 EH/s")
        try book.add("AAA", .deployedHashrate, "2026-01-10", "50.0 EH/s")
        try book.add("BBB", .deployedHashrate, "2025-09-30", "30.0 EH/s")
        try book.add("CCC", .deployedHashrate, "2025-12-31", "20.0 EH/s")
        try book.add("CCC", .deployedHashrate, "2026-01-15", "20.0 EH/s")
        for (report, title) in [
            (Report.sector, "Hashrate"), (.hashrate, "Added"), (.attribution, "Hashrate"),
        ] {
            #expect(
                try ask(report, of: book).notes.contains(
                    "\(title): the figure of 1 member at the base, 2025-12-31, is carried from an "
                        + "earlier day (AAA); part of its change may be from before the base."),
                "\(report)")
        }
    }

    @Test func `the sums of a group say how many, too`() throws {
        var book = try book()
        for ticker in ["AAA", "BBB", "CCC"] {
            try book.add(ticker, .hpcContracted, "2025-12-31", "100 MW")
        }
        try book.add("AAA", .hpcContracted, "2026-01-15", "120 MW")
        let document = try ask(.diversification, of: book)
        #expect(
            document.notes.contains(
                "HPC capacity contracted: 2 of 3 members have no newer figure than at the base, "
                    + "2025-12-31 (BBB, CCC); their change counts as 0."))
        #expect(try document.shown("BBB", "change")?.hasSuffix("n") == true)
    }
}
