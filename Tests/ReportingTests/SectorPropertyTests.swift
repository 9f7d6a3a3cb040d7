import Mining
import TestSupport
import Testing

@testable import Reporting

/// The sector report against a computation that shares nothing with it: plain loops over plain
/// numbers, on random books with members that join and leave, restatements, estimates and gaps.
@Suite("The sector report against a naive computation")
struct SectorPropertyTests {
    /// One row as a spreadsheet would hold it; days are numbers.
    private struct Row {
        var ticker: String
        var metric: Metric
        var day: Int
        var published: Int?
        var status: Status
        var source: String
        /// In a tenth of the metric's unit of the sum below.
        var tenths: Int
    }

    private struct Membership {
        var ticker: String
        var joined: Int
        var left: Int?
    }

    private let tickers = ["A", "B", "C", "D", "E", "F", "G"]
    private let start = 20_300  // 2025-07-31

    private func rows(_ random: inout SeededGenerator) -> [Row] {
        var rows: [Row] = []
        var keys: Set<String> = []
        for ticker in tickers {
            for metric in [Metric.deployedHashrate, .marketCap, .hpcContracted] {
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    let day = start + Int.random(in: 0...200, using: &random)
                    let published =
                        [
                            nil, day + Int.random(in: 0...90, using: &random),
                        ].randomElement(using: &random) ?? nil
                    let source = ["x", "y", ""].randomElement(using: &random) ?? ""
                    let key = "\(ticker) \(metric) \(day) \(published ?? -1) \(source)"
                    guard keys.insert(key).inserted else { continue }
                    rows.append(
                        Row(
                            ticker: ticker, metric: metric, day: day, published: published,
                            status: Status.allCases.randomElement(using: &random) ?? .reported,
                            source: source, tenths: Int.random(in: 1...900, using: &random)))
                }
            }
        }
        return rows
    }

    /// The rule of DESIGN §4, written out: latest period, then status, publication, source.
    private func pick(
        _ rows: [Row], _ ticker: String, _ metric: Metric, at day: Int, known: Int?, maxAge: Int
    ) -> Row? {
        var best: Row?
        for row in rows where row.ticker == ticker && row.metric == metric && row.day <= day {
            let publicDay = row.published ?? row.day
            if let known, publicDay > known { continue }
            guard let other = best else {
                best = row
                continue
            }
            func rank(_ status: Status) -> Int {
                status == .estimated ? 3 : status == .aggregated ? 2 : 1
            }
            let mine = (-row.day, rank(row.status), -publicDay)
            let theirs = (-other.day, rank(other.status), -(other.published ?? other.day))
            if mine < theirs || (mine == theirs && row.source > other.source) { best = row }
        }
        guard let best, day - best.day <= maxAge else { return nil }
        return best
    }

    private func members(_ memberships: [Membership], on day: Int) -> [String] {
        tickers.filter { ticker in
            memberships.contains {
                $0.ticker == ticker && $0.joined <= day && day <= ($0.left ?? 99_999)
            }
        }
    }

    @Test(arguments: 0..<300)
    func `sums, changes and counts agree on random books, whatever the order of rows`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let rows = rows(&random)
        var memberships: [Membership] = []
        for ticker in tickers where Bool.random(using: &random) || seed % 3 == 0 {
            let joined = start + Int.random(in: 0...120, using: &random)
            let left =
                Bool.random(using: &random) ? nil : joined + Int.random(in: 0...90, using: &random)
            memberships.append(Membership(ticker: ticker, joined: joined, left: left))
        }
        let on = start + Int.random(in: 150...210, using: &random)
        let since = start + Int.random(in: 60...149, using: &random)
        let known = Bool.random(using: &random) ? nil : on + Int.random(in: 0...60, using: &random)
        let maxAge = Bool.random(using: &random) ? nil : Int.random(in: 5...120, using: &random)

        var book = ArrayBook()
        book.allCompanies = tickers.map { Company(ticker: $0, name: $0) }
        book.allMemberships = memberships.map { membership in
            Mining.Membership(
                group: "g", ticker: membership.ticker, joinedOn: Day(number: membership.joined),
                leftOn: membership.left.flatMap(Day.init(number:)))
        }
        for row in rows.shuffled(using: &random) {
            let unit: Unit =
                switch row.metric {
                case .marketCap: .billionDollars
                case .hpcContracted: .megawatt
                default: .exahashPerSecond
                }
            let number = DecimalNumber(mantissa: Int128(row.tenths), decimals: 1)
            book.allObservations.append(
                Observation(
                    subject: row.ticker, metric: row.metric,
                    period: Period(day: try #require(Day(number: row.day))),
                    value: try #require(Quantity.of(number, unit)).quantity,
                    publishedOn: row.published.flatMap(Day.init(number:)), source: row.source,
                    status: row.status))
        }
        let query = ReportQuery(
            on: Period(day: try #require(Day(number: on))),
            since: Period(day: try #require(Day(number: since))), scope: .group("g"),
            knownOn: known.flatMap(Day.init(number:)), maxAge: maxAge)
        let document = SectorReport(query, from: book).result.document

        let (now, before) = (members(memberships, on: on), members(memberships, on: since))
        #expect(try document.headline(.companies) == Double(now.count))
        for (figure, metric, scale) in [
            (Figure.hashrate, Metric.deployedHashrate, 10.0), (.marketCap, .marketCap, 1e-8),
            (.hpcContracted, .hpcContracted, 10),
        ] {
            let age = maxAge ?? (metric == .marketCap ? 14 : 400)
            func sum(_ members: [String], _ day: Int) -> (tenths: Int, rows: [Row])? {
                let found = members.compactMap {
                    pick(rows, $0, metric, at: day, known: known, maxAge: age)
                }
                guard !found.isEmpty, found.count * 2 >= members.count else { return nil }
                return (found.reduce(0) { $0 + $1.tenths }, found)
            }
            let (one, other) = (sum(now, on), sum(before, since))
            #expect(try document.headline(figure) == one.map { Double($0.tenths) / scale })
            #expect(
                try document.headline(figure, "previous") == other.map { Double($0.tenths) / scale }
            )
            let change = one.flatMap { one in other.map { one.tenths - $0.tenths } }
            #expect(try document.headline(figure, "change") == change.map { Double($0) / scale })
            if let one {
                #expect(
                    try document.headline(figure, "missing") == Double(now.count - one.rows.count))
                #expect(
                    try document.headline(figure, "estimated")
                        == Double(one.rows.count { $0.status == .estimated }))
                #expect(
                    try document.headline(figure, "carried")
                        == Double(one.rows.count { $0.day < on }))
                let half = 0.5 / scale * Double(one.rows.count)
                let low = try #require(try document.headline(figure, "low"))
                #expect(abs(low - (Double(one.tenths) / scale - half)) < half * 1e-6)
            }
        }
    }
}
