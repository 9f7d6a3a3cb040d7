import Bookkeeping
import Foundation
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("The book in the sqlite3 shell")
struct ViewTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    @Test func `observations have dates, codes and units`() throws {
        try book.record([
            Observation(
                "RIOT", .deployedHashrate, "2025-12-31", "38.5 EH/s", published: "2026-01-06",
                source: "https://example.com", note: "deployed"),
            Observation("RIOT", .btcMined, "2025-12", "46012345678 sat", status: .estimated),
        ])
        #expect(
            try sqlite3(
                book.path, "SELECT * FROM latest_observations WHERE subject = 'RIOT'",
                mode: "-line")
                    == """
                         subject = RIOT
                          metric = deployed_hashrate
                          period = 2025-12-31
                    period_start = 2025-12-31
                      period_end = 2025-12-31
                           value = 38.5
                            unit = EH/s
                         printed = 38.5 EH/s
                          status = reported
                    published_on = 2026-01-06
                          source = https://example.com
                            note = deployed
                          import = 2
                            file = q4.csv
                            line = 2

                         subject = RIOT
                          metric = btc_mined
                          period = 2025-12
                    period_start = 2025-12-01
                      period_end = 2025-12-31
                           value = 460.12345678
                            unit = BTC
                         printed = 46012345678 sat
                          status = estimated
                    published_on = 
                          source = 
                            note = 
                          import = 2
                            file = q4.csv
                            line = 3
                    """)
        #expect(
            try book.shell(
                """
                SELECT count(*) FROM observations
                WHERE published_on IS NULL AND source IS NULL AND note IS NULL
                """) == "1")
    }

    @Test func `companies and claims have readable columns`() throws {
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        try book.record([
            Claim(
                "JPMorgan", "hashrate.change", "2026-01-15", since: "2025-11-30", "12 EH/s",
                published: "2026-01-16", source: "note"),
            Claim("JPMorgan", "market_cap.change_percent", "2025Q4", "-28.50 %"),
        ])
        #expect(
            try book.shell(
                """
                SELECT publisher, subject, figure, on_, since, value, unit, printed, published_on,
                    source, import, file, line
                FROM claims ORDER BY line
                """)
                    == """
                    JPMorgan|us-listed|hashrate.change|2026-01-15|2025-11-30|12.0|EH/s|12 EH/s|\
                    2026-01-16|note|3|claims.csv|2
                    JPMorgan|us-listed|market_cap.change_percent|2025Q4||-28.5|%|-28.50 %|||3|\
                    claims.csv|3
                    """)
        #expect(
            try book.shell(
                "SELECT ticker, name, country, fiscal_year_end, cik, import, file, line FROM companies"
            )
                == """
                CLSK|CleanSpark, Inc.||9||1|companies.csv|4
                MARA|MARA Holdings, Inc.|United States|||1|companies.csv|3
                RIOT|Riot Platforms, Inc.||||1|companies.csv|2
                """)
    }

    @Test func `periods are written as Period writes them`() throws {
        var periods: [Period] = []
        for year in [1, 1_600, 1_900, 1_969, 1_970, 2_000, 2_023, 2_024, 2_025, 9_999] {
            for first in 1...12 {
                for months in [1, 2, 3, 6, 12] {
                    periods +=
                        Period(year: year, firstMonth: first, months: months).map { [$0] } ?? []
                }
                let start = try required(Day(year: year, month: first, day: 1))
                let days: [(Int, Int)] = [
                    (0, 0), (0, 27), (0, 28), (0, 29), (0, 30), (0, 31), (14, 20),
                ]
                for (from, to) in days {
                    periods +=
                        Period(start.advanced(by: from), start.advanced(by: to)).map { [$0] } ?? []
                }
            }
        }
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let first = Day.first.advanced(by: .random(in: 0...3_652_058, using: &generator))
            periods +=
                Period(first, first.advanced(by: .random(in: 0...400, using: &generator)))
                .map { [$0] } ?? []
        }
        let unique = Set(periods).sorted()
        let value = try Quantity("1 BTC", in: .bitcoin)
        try book.record(
            unique.map {
                Observation(subject: "RIOT", metric: .btcMined, period: $0, value: value)
            })
        let written = try book.shell(
            "SELECT period, period_start, period_end FROM observations ORDER BY line")
        #expect(
            written.components(separatedBy: "\n")
                == unique.map { "\($0)|\($0.first)|\($0.last)" })
    }

    @Test func `values are printed as Quantity prints them`() throws {
        var generator = SeededGenerator(seed: 5)
        var quantities: [Quantity] = []
        for metric in Metric.allCases {
            for unit in Mining.Unit.allCases where unit.dimension == metric.dimension {
                for decimals in 0...unit.exponent {
                    let step = Int64(powerOfTen(unit.exponent - decimals))
                    for factor in [0, 1, -1, Int64.random(in: -99_999...99_999, using: &generator)]
                    {
                        let (base, overflow) = step.multipliedReportingOverflow(by: factor)
                        guard !overflow else { continue }
                        quantities.append(
                            try required(Quantity(base: base, unit: unit, decimals: decimals)))
                    }
                }
            }
        }
        quantities += try [Int64.min, .max].map {
            try required(Quantity(base: $0, unit: .cent, decimals: 0))
        }
        try book.record(
            quantities.enumerated().map { index, quantity in
                Observation(
                    subject: "RIOT",
                    metric: Metric.allCases.first { $0.dimension == quantity.dimension }
                        ?? .revenue,
                    period: Period(day: Day.first.advanced(by: index)), value: quantity)
            })
        let rows = try book.shell("SELECT printed FROM observations ORDER BY line")
        #expect(rows.components(separatedBy: "\n") == quantities.map(\.description))
        let values = try book.shell(
            "SELECT printf('%!.17g', value) FROM observations ORDER BY line")
        for (text, quantity) in zip(values.components(separatedBy: "\n"), quantities) {
            let metric = try required(
                Metric.allCases.first { $0.dimension == quantity.dimension })
            #expect(Double(text) == quantity.value(in: metric.unit), "\(quantity)")
        }
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `the views choose the vintage that counts as Swift does`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let end = try required(Day("2025-12-31"))
        for _ in 0..<40 {
            let published: Day? =
                Bool.random(using: &generator)
                ? nil : end.advanced(by: .random(in: -1..<3, using: &generator))
            try book.record([
                Observation(
                    subject: "RIOT", metric: .btcHeld,
                    period: Period(day: end.advanced(by: .random(in: 0..<2, using: &generator))),
                    value: try Quantity(
                        "\(Int.random(in: 1...9, using: &generator)) BTC", in: .bitcoin),
                    publishedOn: published,
                    source: ["", "a", "Z", "é"].randomElement(using: &generator) ?? "",
                    status: Status.allCases.randomElement(using: &generator) ?? .reported)
            ])
        }
        let counting = try book.export().counting(knownOn: nil).map {
            "\($0.period)|\($0.value)|\($0.status.name)|\($0.publishedOn?.description ?? "")|\($0.source)"
        }
        let columns = "period, printed, status, published_on, source"
        for view in ["latest_observations", "observations WHERE counts"] {
            let rows = try book.shell("SELECT \(columns) FROM \(view) ORDER BY period_end")
            #expect(rows.components(separatedBy: "\n") == counting)
        }
    }
}
