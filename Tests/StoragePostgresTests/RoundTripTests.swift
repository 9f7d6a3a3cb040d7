import Application
import Bookkeeping
import Foundation
import Mining
import Reporting
import StoragePostgres
import TestSupport
import Testing

/// How often a report waits for the server. Over a network of 20 ms, 12 times are a quarter of a second.
@Suite("Round trips to a server", .enabled(if: ScratchSchema.server != nil))
struct RoundTripTests {
    /// A schema with the sample data.
    private static let sample = Result {
        let schema = try ScratchSchema()
        try importSample(into: schema.book())
        return schema
    }

    private static func importSample(into book: any WritableBook) throws {
        let folder = (1...3).reduce(URL(filePath: #filePath)) { url, _ in
            url.deletingLastPathComponent()
        }.appending(path: "SampleData")
        let files = [
            "companies", "aliases", "groups", "company_figures", "company_filings", "hpc", "prices",
            "network", "network_daily", "group_figures", "snapshot-2026-01", "claims",
        ]
        let moment = try required(Timestamp("2026-02-10T00:00:00Z"))
        _ = try ImportFiles.run(
            try files.map { try FileSource(path: folder.appending(path: "\($0).csv").path) },
            ImportSettings(version: "1.0", now: moment), into: book)
    }

    @Test(arguments: Report.allCases)
    func `a report needs at most 12, however many questions it asks`(report: Report) throws {
        for knownOn in [nil, Day("2025-11-30")] {
            let book = try Self.sample.get().book(for: .reading)
            let result = try book.compute(failure: \.self) {
                var query = ReportQuery(
                    on: nil, since: nil, addedSince: nil,
                    scope: try Scope(named: "us-listed", in: book), knownOn: knownOn)
                query.metric = report == .matrix ? .sharePrice : nil
                query.company =
                    report == .company
                    ? try book.roster().company(called: "RIOT", among: try book.companies()) : nil
                return try report.result(for: query, from: book)
            }
            #expect(!result.document.tables.isEmpty)
            #expect(book.roundTrips <= 12)
        }
    }

    @Test func `an import of twelve files with 9,000 figures needs at most 200`() throws {
        let book = try ScratchSchema().book()
        try Self.importSample(into: book)
        #expect(book.roundTrips <= 200)
    }

    @Test func `more companies and periods need no more`() throws {
        func trips(companies: Int, months: Int) throws -> Int {
            let schema = try ScratchSchema()
            let book = try schema.book()
            let tickers = (1...companies).map { "C\($0)" }
            try book.record(companies: tickers)
            try book.record(.groups) { session, file in
                try session.record(
                    tickers.map { Located(value: Membership(group: "all", ticker: $0), line: 2) },
                    from: file)
            }
            try book.record(
                try tickers.flatMap { ticker in
                    try (1...months).map { month in
                        try Observation(
                            ticker, .btcMined, "2025-\(month < 10 ? "0" : "")\(month)",
                            "\(month) BTC")
                    }
                })
            let reader = try schema.book(for: .reading)
            let result = try reader.compute(failure: \.self) {
                try Report.production.result(
                    for: ReportQuery(
                        on: nil, since: nil, addedSince: nil, scope: .group("all"), knownOn: nil),
                    from: reader)
            }
            #expect(!result.document.tables.isEmpty)
            return reader.roundTrips
        }
        #expect(try trips(companies: 40, months: 12) == trips(companies: 2, months: 3))
    }
}
