import TestSupport
import Testing

@testable import Mining

@Suite("Which vintage counts")
struct ObservationTests {
    private func vintage(
        _ status: Status, published: String? = nil, source: String = "",
        period: String = "2025-12-31"
    ) throws -> Observation {
        Observation(
            subject: "MARA", metric: .deployedHashrate,
            period: try #require(PeriodText(period)?.period(fiscalYearEnd: nil)),
            value: try #require(Quantity(base: 1, unit: .megahashPerSecond, decimals: 0)),
            publishedOn: published.flatMap { Day($0) }, source: source, status: status)
    }

    @Test(arguments: [
        (Status.reported, Status.aggregated), (.restated, .aggregated), (.preliminary, .aggregated),
        (.aggregated, .estimated), (.reported, .estimated),
    ])
    func `the better status counts, even if it was published earlier`(better: Status, worse: Status)
        throws
    {
        let early = try vintage(better, published: "2026-01-01")
        let late = try vintage(worse, published: "2026-06-01")
        #expect(early.counts(over: late))
        #expect(!late.counts(over: early))
    }

    @Test func `with equally ranked statuses the later publication counts`() throws {
        let early = try vintage(.reported, published: "2026-01-10")
        let late = try vintage(.restated, published: "2026-02-10")
        let correction = try vintage(.preliminary, published: "2026-03-10")
        #expect(late.counts(over: early))
        #expect(correction.counts(over: late))
    }

    @Test func `an unknown publication date is taken to be the end of the period`() throws {
        let unknown = try vintage(.reported, source: "z")
        #expect(try vintage(.reported, published: "2026-01-01").counts(over: unknown))
        #expect(unknown.counts(over: try vintage(.reported, published: "2025-12-30", source: "zz")))
        #expect(unknown.isKnown(on: Day("2025-12-31")))
        #expect(!unknown.isKnown(on: Day("2025-12-30")))
    }

    @Test func `on the same day the source that sorts last by bytes counts`() throws {
        let upper = try vintage(.reported, published: "2026-01-01", source: "Z")
        let lower = try vintage(.reported, published: "2026-01-01", source: "a")
        let accented = try vintage(.reported, published: "2026-01-01", source: "é")
        #expect(lower.counts(over: upper))
        #expect(accented.counts(over: lower))
    }

    @Test func `of two vintages with different keys exactly one counts`() throws {
        var random = SeededGenerator(seed: 4)
        var all: [Observation] = []
        for _ in 0..<60 {
            all.append(
                try vintage(
                    Status.allCases.randomElement(using: &random) ?? .reported,
                    published: ["2026-01-01", "2026-01-02", nil].randomElement(using: &random)
                        ?? nil,
                    source: ["a", "b", ""].randomElement(using: &random) ?? ""))
        }
        for one in all {
            for other in all where one.source != other.source || one.publicFrom != other.publicFrom
            {
                #expect(one.counts(over: other) != other.counts(over: one))
            }
        }
    }

    @Test func `each period gives the vintage that counts among those public by the day`() throws {
        let vintages = [
            try vintage(.reported, published: "2025-12-05", period: "2025-11-30"),
            try vintage(.estimated, published: "2025-12-31"),
            try vintage(.reported, published: "2026-01-10"),
            try vintage(.restated, published: "2026-02-26"),
        ]
        #expect(vintages.counting(knownOn: nil) == [vintages[0], vintages[3]])
        #expect(vintages.counting(knownOn: Day("2026-02-25")) == [vintages[0], vintages[2]])
        #expect(vintages.counting(knownOn: Day("2025-12-31")) == [vintages[0], vintages[1]])
        #expect(vintages.counting(knownOn: Day("2025-12-01")).isEmpty)
    }

    @Test func `an alias is found only on the days on which it is valid`() throws {
        let roster = Roster(
            companies: [Company(ticker: "CORZ", name: "Core Scientific, Inc.")],
            groups: ["us-listed"],
            aliases: [Alias(alias: "CORZQ", ticker: "CORZ", validTo: Day("2024-01-31"))])
        let (inside, outside) = (try #require(Day("2024-01-31")), try #require(Day("2024-02-01")))
        #expect(roster.subject(named: "corzq", on: inside)?.code == "CORZ")
        #expect(roster.subject(named: "CORZQ", on: outside) == nil)
        #expect(roster.subject(named: "core scientific, inc.", on: outside)?.code == "CORZ")
        #expect(roster.subject(named: "btc", on: outside) == .network)
        #expect(roster.subject(named: "us-listed", on: outside)?.kind == .group)
        #expect(roster.subject(named: "RIOT", on: outside) == nil)
    }
}
