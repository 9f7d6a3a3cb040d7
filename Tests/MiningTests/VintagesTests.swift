import Mining
import TestSupport
import Testing

@Suite("Vintages: who published what, restatements and conflicts")
struct VintagesTests {
    private func vintage(
        _ value: String, published: String? = nil, source: String = "",
        status: Status = .reported
    ) throws -> Observation {
        try Observation(
            "RIOT", .btcMined, "2025-06", value, published: published, source: source,
            status: status)
    }

    private func restatements(_ vintages: Observation...) -> [String] {
        Vintages(vintages, about: .company).restatements.map {
            "\($0.publisher.name): \($0.first.value) to \($0.last.value), \($0.count)"
        }
    }

    private func conflicts(_ vintages: Observation...) -> [String] {
        Vintages(vintages, about: .company).conflicts.map { "\($0.value) \($1.value)" }
    }

    @Test(arguments: [
        ("https://www.Theminermag.com/news/1", "theminermag.com"),
        ("https://theminermag.com", "theminermag.com"),
        ("http://data.example?key=1", "data.example"),
        ("https://github.com/Owner/repo/blob/1/a.csv", "github.com/owner"),
        ("https://raw.githubusercontent.com/owner/repo/a.csv", "github.com/owner"),
        ("https://github.com/owner/repo (copy of the 10-Q)", "github.com/owner"),
        ("JPMorgan: note of 2026-01-16", "JPMorgan"), (" Luxor ", "Luxor"), ("", ""),
    ])
    func `a source is named by its host or the text before the first colon`(
        text: String, name: String
    ) {
        #expect(Publisher.name(ofSource: text) == name)
    }

    @Test func `a company published its own figures, wherever they were read`() throws {
        let release = try vintage("459 BTC", source: "https://press.example/1")
        let filing = try vintage("450 BTC", source: "10-Q", status: .restated)
        #expect(
            Publisher(of: release, about: .company) == Publisher(of: filing, about: .company))
        #expect(Publisher(of: release, about: .network).name == "press.example")
        let estimate = try vintage("1 BTC", source: "https://press.example/2", status: .estimated)
        #expect(
            Publisher(of: release, about: .network) != Publisher(of: estimate, about: .network))
    }

    @Test func `two undated figures are a conflict, not a restatement`() throws {
        let (one, other) = (
            try vintage("459 BTC", source: "https://a.example"),
            try vintage("451 BTC", source: "https://b.example")
        )
        #expect(restatements(one, other).isEmpty)
        #expect(conflicts(one, other) == ["459 BTC 451 BTC"])
    }

    @Test func `an estimate and a published figure are no conflict, two estimates are`() throws {
        let published = try vintage("459 BTC", source: "https://a.example", status: .aggregated)
        let mine = try vintage("300 BTC", source: "me", status: .estimated)
        let another = try vintage("700 BTC", source: "you", status: .estimated)
        #expect(conflicts(published, mine).isEmpty)
        #expect(conflicts(published, mine, another) == ["700 BTC 300 BTC"])
    }

    @Test func `a later known date of the same publisher is a restatement`() throws {
        let first = try vintage("459 BTC", published: "2025-07-03", source: "release")
        let last = try vintage("451 BTC", published: "2025-08-01", source: "10-Q")
        #expect(restatements(last, first) == ["RIOT: 459 BTC to 451 BTC, 2"])
        #expect(conflicts(last, first).isEmpty)
    }

    @Test func `the status restated is an order without dates`() throws {
        let first = try vintage("459 BTC", published: "2025-07-03")
        let last = try vintage("451 BTC", source: "10-K", status: .restated)
        #expect(restatements(first, last) == ["RIOT: 459 BTC to 451 BTC, 2"])
        #expect(conflicts(first, last).isEmpty)
    }

    @Test func `a figure restated and restated back is a restatement without a change`() throws {
        let all = try [
            ("2025-07-03", "459 BTC"), ("2025-08-03", "451 BTC"), ("2025-09-03", "459 BTC"),
        ]
        .map { try vintage($1, published: $0) }
        #expect(restatements(all[0], all[1], all[2]) == ["RIOT: 459 BTC to 459 BTC, 3"])
    }

    @Test func `another publisher and the researcher do not restate a company's figure`() throws {
        let own = try vintage("459 BTC", published: "2025-07-03")
        let press = try vintage(
            "451 BTC", published: "2025-08-01", source: "press", status: .aggregated)
        let guess = try vintage(
            "440 BTC", published: "2025-06-30", source: "guess", status: .estimated)
        #expect(restatements(own, press, guess).isEmpty)
        #expect(conflicts(own, press, guess) == ["459 BTC 451 BTC"])
    }

    @Test func `intervals that meet are neither, and what was restated contradicts nobody`() throws
    {
        let first = try vintage("459 BTC", published: "2025-07-03")
        let last = try vintage("451 BTC", published: "2025-08-01")
        let press = try vintage("451.4 BTC", source: "press", status: .aggregated)
        let vintages = Vintages([first, last, press], about: .company)
        #expect(vintages.relation(0, 1) == .restatement)
        #expect(vintages.relation(0, 2) == .neither)
        #expect(vintages.relation(1, 2) == .neither)
        #expect(vintages.conflicts.isEmpty)
    }

    @Test func `the first word is found by way of other vintages`() throws {
        let undated = try vintage("1 BTC")
        let restated = try vintage("2 BTC", published: "2025-07-03", status: .restated)
        let last = try vintage("3 BTC", published: "2025-08-03")
        let vintages = Vintages([undated, restated, last], about: .company)
        #expect(vintages.firstWord(of: 2) == undated)
        #expect(vintages.firstWord(of: 0) == undated)
    }

    @Test(arguments: 0..<500)
    func `each pair with different amounts is in exactly one of restatements, conflicts, neither`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        let all = try (0..<Int.random(in: 2...7, using: &random)).map { _ in
            let day = Int.random(in: 0...3, using: &random)
            let published = day == 0 ? nil : "2025-07-0\(day)"
            let sources = ["https://a.example/1", "https://a.example/2", "b: x", "b: y", ""]
            return try vintage(
                "\(Int.random(in: 448...452, using: &random)) BTC", published: published,
                source: try required(sources.randomElement(using: &random)),
                status: try required(Status.allCases.randomElement(using: &random)))
        }
        let vintages = Vintages(all, about: .company)
        var (restated, conflicting) = (Set<Publisher>(), 0)
        for one in all.indices {
            for other in all.indices where other > one {
                let (a, b) = (all[one], all[other])
                let relation = vintages.relation(one, other)
                #expect(relation == vintages.relation(other, one))
                // Both directions would be a cycle.
                #expect(!vintages.replaces(one, other) || !vintages.replaces(other, one))
                guard a.value.base != b.value.base else {
                    #expect(relation == nil)
                    continue
                }
                let isOrdered = vintages.replaces(one, other) || vintages.replaces(other, one)
                #expect((relation == .restatement) == isOrdered)
                if isOrdered { restated.insert(vintages.publishers[one]) }
                if relation == .conflict { conflicting += 1 }
            }
        }
        #expect(Set(vintages.restatements.map(\.publisher)) == restated)
        #expect(vintages.conflicts.count == conflicting)
        for pair in vintages.conflicts {
            #expect(abs(pair.high.value.base - pair.low.value.base) > 0)
        }
        for restatement in vintages.restatements {
            #expect(restatement.count >= 2)
            let own = all.indices.filter { vintages.publishers[$0] == restatement.publisher }
            #expect(own.contains { all[$0] == restatement.last && vintages.isLastWord($0) })
        }
    }
}
