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

    @Test func `an overlap is the days on which both memberships hold`() {
        #expect(
            overlaps(("HUT", "2025-01-01", nil), ("ABTC", "2025-09-01", "2025-12-31"))
                == ["ABTC HUT 2025-09-01 2025-12-31"])
        #expect(overlaps(("HUT", nil, nil), ("SUB", nil, nil)) == ["SUB HUT 0001-01-01 9999-12-31"])
    }

    @Test func `a single common day is an overlap, consecutive memberships are not`() {
        #expect(
            overlaps(("HUT", nil, "2025-09-01"), ("ABTC", "2025-09-01", nil))
                == ["ABTC HUT 2025-09-01 2025-09-01"])
        #expect(overlaps(("HUT", nil, "2025-08-31"), ("ABTC", "2025-09-01", nil)).isEmpty)
    }

    @Test func `each pair of membership and parent has its own overlap`() {
        #expect(
            overlaps(
                ("HUT", nil, "2025-03-31"), ("HUT", "2025-10-01", nil),
                ("ABTC", "2025-01-01", "2025-12-31"), ("SUB", "2025-12-01", nil)) == [
                    "ABTC HUT 2025-01-01 2025-03-31", "ABTC HUT 2025-10-01 2025-12-31",
                    "SUB ABTC 2025-12-01 2025-12-31", "SUB HUT 2025-12-01 9999-12-31",
                ])
    }

    @Test func `a company in a cycle of parents is not its own ancestor`() {
        let cyclic = Consolidation([
            Company(ticker: "A", name: "A", parent: "B"),
            Company(ticker: "B", name: "B", parent: "A"),
            Company(ticker: "C", name: "C", parent: "C"),
        ])
        #expect(cyclic.ancestors(of: "A") == ["B"])
        #expect(cyclic.ancestors(of: "C").isEmpty)
        #expect(cyclic.cycles == [["A", "B"], ["C"]])
    }

    @Test func `a cycle that a chain of parents leads into is found once`() {
        let parents = ["D": "A", "A": "B", "B": "C", "C": "A", "E": "D", "F": "G"]
        let companies = ["E", "D", "A", "B", "C", "F", "G"].map {
            Company(ticker: $0, name: $0, parent: parents[$0])
        }
        #expect(Consolidation(companies).cycles == [["A", "B", "C"]])
        #expect(Consolidation(companies.filter { $0.ticker != "C" }).cycles.isEmpty)
    }

    @Test func `a parent is found whatever letter case it is written in`() {
        let consolidation = Consolidation([
            Company(ticker: "Hut", name: "Hut 8"),
            Company(ticker: "ABTC", name: "American Bitcoin", parent: "HUT"),
        ])
        #expect(consolidation.ancestors(of: "ABTC") == ["Hut"])
        let memberships = ["Hut", "ABTC"].map { Membership(group: "g", ticker: $0) }
        #expect(consolidation.overlaps(among: memberships).map(\.parent) == ["Hut"])
    }
}
