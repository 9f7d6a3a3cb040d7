import Testing

@testable import Mining

@Suite("Consolidation")
struct ConsolidationTests {
    private func overlaps(_ memberships: (String, String?, String?)...) -> [String] {
        let companies = [
            Company(ticker: "HUT", name: "Hut 8"),
            Company(ticker: "ABTC", name: "American Bitcoin", parent: "HUT"),
            Company(ticker: "SUB", name: "Its own", parent: "ABTC"),
        ]
        return Consolidation(companies).overlaps(
            among: memberships.map { ticker, joined, left in
                Membership(
                    group: "g", ticker: ticker, joinedOn: joined.flatMap { Day($0) },
                    leftOn: left.flatMap { Day($0) })
            }
        ).map { "\($0.subsidiary) \($0.parent) \($0.period.first) \($0.period.last)" }
    }

    @Test func `of two memberships the days that both have`() {
        #expect(
            overlaps(("HUT", "2025-01-01", nil), ("ABTC", "2025-09-01", "2025-12-31"))
                == ["ABTC HUT 2025-09-01 2025-12-31"])
        #expect(overlaps(("HUT", nil, nil), ("SUB", nil, nil)) == ["SUB HUT 0001-01-01 9999-12-31"])
    }

    @Test func `one day is an overlap, following each other is none`() {
        #expect(
            overlaps(("HUT", nil, "2025-09-01"), ("ABTC", "2025-09-01", nil))
                == ["ABTC HUT 2025-09-01 2025-09-01"])
        #expect(overlaps(("HUT", nil, "2025-08-31"), ("ABTC", "2025-09-01", nil)).isEmpty)
    }

    @Test func `each membership and each parent has its own`() {
        #expect(
            overlaps(
                ("HUT", nil, "2025-03-31"), ("HUT", "2025-10-01", nil),
                ("ABTC", "2025-01-01", "2025-12-31"), ("SUB", "2025-12-01", nil)) == [
                    "ABTC HUT 2025-01-01 2025-03-31", "ABTC HUT 2025-10-01 2025-12-31",
                    "SUB ABTC 2025-12-01 2025-12-31", "SUB HUT 2025-12-01 9999-12-31",
                ])
    }

    @Test func `a company that is its own parent has none`() {
        let circle = Consolidation([
            Company(ticker: "A", name: "A", parent: "B"),
            Company(ticker: "B", name: "B", parent: "A"),
            Company(ticker: "C", name: "C", parent: "C"),
        ])
        #expect(circle.ancestors(of: "A") == ["B"])
        #expect(circle.ancestors(of: "C").isEmpty)
    }
}
