import Mining
import Testing

@testable import Reporting

@Suite("The diversification report")
struct DiversificationReportTests {
    private func smallBook() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB", "CCC")
        try book.add("AAA", .hpcContracted, "2025-09-30", "101 MW")
        try book.add("AAA", .hpcContracted, "2025-12-31", "268 MW")
        try book.add("BBB", .hpcContracted, "2025-12-31", "522 MW")
        try book.add("AAA", .hpcEnergized, "2025-12-31", "20 MW")
        try book.add("AAA", .powerPipeline, "2025-12-31", "1500 MW")
        try book.add("AAA", .revenue, "2025Q4", "200 USD m")
        try book.add("AAA", .hpcRevenue, "2025-10", "10 USD m")
        try book.add("AAA", .hpcRevenue, "2025-11-01/2025-12-31", "40 USD m")
        return book
    }

    private func ask(_ book: ArrayBook) throws -> Document {
        try ReportingTests.ask(.diversification, of: book, on: "2025Q4", since: "2025Q3")
    }

    @Test func `ranks by contracted capacity and names what changed`() throws {
        let report = try ask(try smallBook())
        #expect(try report.tickers("companies") == ["BBB", "AAA", "CCC"])
        #expect(try report.company("AAA", "previous") == 101)
        #expect(try report.company("AAA", "change") == 167)
        #expect(try report.company("AAA", "hpc_energized") == 20)
        #expect(try report.company("AAA", "power_pipeline") == 1500)
        #expect(
            report.notes.contains(
                "Contracted HPC capacity changed since 2025Q3: AAA +167 MW to 268 MW; not known then: "
                    + "BBB 522 MW."))
    }

    @Test func `a change says what is estimated, and what is no longer known`() throws {
        var book = try smallBook()
        try book.add("AAA", .hpcContracted, "2025-12-31", "268 MW", status: .estimated)
        book.allObservations.removeAll { $0.metric == .hpcContracted && $0.status == .reported }
        try book.add("AAA", .hpcContracted, "2025-09-30", "101 MW")
        try book.add("CCC", .hpcContracted, "2024-09-30", "500 MW")
        #expect(
            try ask(book).notes.contains(
                "Contracted HPC capacity changed since 2025Q3: AAA +167 MW to 268 MW estimated; no "
                    + "longer known: CCC 500 MW."))
    }

    @Test func `the share of revenue may rest on parts of the period and is then marked`() throws {
        let report = try ask(try smallBook())
        #expect(try report.company("AAA", "hpc_revenue_share") == 25)
        #expect(try report.shown("AAA", "hpc_revenue_share")?.hasSuffix("d") == true)
    }

    @Test func `sums are compared with the base if the same members have the figure`() throws {
        var book = try smallBook()
        let report = try ask(book)
        #expect(try report.number("group", "hpc_contracted", "value") == 790)
        #expect(try report.number("group", "hpc_contracted", "change") == nil)
        #expect(report.notes.contains("HPC capacity contracted is the sum of 2 of 3 members."))
        #expect(
            report.notes.contains(
                "Fewer than half of the members have HPC capacity energized, Power pipeline: no sum "
                    + "is shown."))
        try book.add("BBB", .hpcContracted, "2025-09-30", "500 MW")
        #expect(try ask(book).number("group", "hpc_contracted", "change") == 189)
    }

    @Test func `no change and no revenue each have a sentence`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("AAA", .hpcContracted, "2025-09-30", "100 MW", status: .estimated)
        try book.add("AAA", .revenue, "2025Q4", "0 USD")
        try book.add("AAA", .hpcRevenue, "2025Q4", "0 USD")
        let report = try ask(book)
        #expect(try report.shown("AAA", "hpc_contracted") == "100ec")
        #expect(
            report.notes == [
                "No known change of contracted HPC capacity since 2025Q3.",
                "HPC energized, Power pipeline are known for no company.",
                "HPC share of revenue of AAA is undefined: revenue is not above zero.",
                "All figures of HPC contracted, Previous, Change rest on estimates.",
                "HPC capacity contracted: 1 of 1 members' figures is carried from an earlier day (AAA "
                    + "2025-09-30).",
                "HPC capacity contracted: no change shown, because no member with a figure at both "
                    + "ends has a newer one since then.",
            ])
    }

    @Test func `without any figure no note names a change`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        let report = try ask(book)
        #expect(
            report.notes == [
                "HPC contracted, Previous, Change, HPC energized, HPC share of revenue, Power "
                    + "pipeline are known for no company."
            ])
        book.allMemberships = []
        #expect(try ask(book).notes == ["us-listed has no members on 2025-12-31."])
    }
}
