import Mining
import TestSupport
import Testing

/// A random book and query, and a computation of the sector's sums that shares nothing with the
/// program: plain loops over plain numbers.
struct NaiveSector {
    /// One row as a spreadsheet would hold it; days are numbers.
    struct Row: Equatable {
        var ticker: String
        var metric: Metric
        var day: Int
        var published: Int?
        var status: Status
        var source: String
        /// In tenths of `unit`.
        var tenths: Int

        var unit: Unit {
            switch metric {
            case .marketCap: .billionDollars
            case .hpcContracted: .megawatt
            default: .exahashPerSecond
            }
        }
    }

    struct Membership {
        var ticker: String
        var joined: Int
        var left: Int?
    }

    static let tickers = ["A", "B", "C", "D", "E", "F", "G"]

    let rows: [Row]
    let memberships: [Membership]
    let on: Int
    let since: Int
    /// The day by which figures must be public; nil for any.
    let known: Int?
    let maxAge: Int?

    init(seed: Int, _ random: inout SeededGenerator) {
        let start = 20_300  // 2025-07-31
        rows = Self.rows(from: start, &random)
        var memberships: [Membership] = []
        for ticker in Self.tickers where Bool.random(using: &random) || seed % 3 == 0 {
            let joined = start + Int.random(in: 0...120, using: &random)
            let left =
                Bool.random(using: &random) ? nil : joined + Int.random(in: 0...90, using: &random)
            memberships.append(Membership(ticker: ticker, joined: joined, left: left))
        }
        self.memberships = memberships
        on = start + Int.random(in: 150...210, using: &random)
        since = start + Int.random(in: 60...149, using: &random)
        known = Bool.random(using: &random) ? nil : on + Int.random(in: 0...60, using: &random)
        maxAge = Bool.random(using: &random) ? nil : Int.random(in: 5...120, using: &random)
    }

    private static func rows(from start: Int, _ random: inout SeededGenerator) -> [Row] {
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

    func members(on day: Int) -> [String] {
        Self.tickers.filter { ticker in
            memberships.contains {
                $0.ticker == ticker && $0.joined <= day && day <= ($0.left ?? 99_999)
            }
        }
    }

    /// The sum over the members that have the figure; nil if fewer than half of them do.
    func sum(_ metric: Metric, on day: Int) -> (tenths: Int, rows: [Row])? {
        let members = members(on: day)
        let age = maxAge ?? (metric == .marketCap ? 14 : 400)
        let found = members.compactMap { pick($0, metric, at: day, maxAge: age) }
        guard !found.isEmpty, found.count * 2 >= members.count else { return nil }
        return (found.reduce(0) { $0 + $1.tenths }, found)
    }

    /// The difference of two sums: over all members if both have the same, else over those with a
    /// row in both; nil if none of them has another row, or fewer than half of those who are members
    /// on both days have one.
    func change(from before: (tenths: Int, rows: [Row])?, to now: (tenths: Int, rows: [Row])?)
        -> Int?
    {
        guard let before, let now else { return nil }
        if before.rows.map(\.ticker) == now.rows.map(\.ticker) {
            return before.rows == now.rows ? nil : now.tenths - before.tenths
        }
        let always = members(on: since).filter(members(on: on).contains)
        var (common, change, isNewer) = (0, 0, false)
        for row in now.rows {
            guard let earlier = before.rows.first(where: { $0.ticker == row.ticker }) else {
                continue
            }
            common += 1
            change += row.tenths - earlier.tenths
            isNewer = isNewer || row != earlier
        }
        return common * 2 >= always.count && isNewer ? change : nil
    }

    /// Which row counts: the latest period, then the best status, the latest publication, the
    /// greatest source.
    private func pick(_ ticker: String, _ metric: Metric, at day: Int, maxAge: Int) -> Row? {
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
}

extension NaiveSector {
    /// The same book for the program, with its rows in random order.
    func book(_ random: inout SeededGenerator) throws -> ArrayBook {
        var book = ArrayBook()
        book.allCompanies = Self.tickers.map { Company(ticker: $0, name: $0) }
        book.allMemberships = memberships.map { membership in
            Mining.Membership(
                group: "g", ticker: membership.ticker, joinedOn: Day(number: membership.joined),
                leftOn: membership.left.flatMap(Day.init(number:)))
        }
        for row in rows.shuffled(using: &random) {
            let number = DecimalNumber(mantissa: Int128(row.tenths), decimals: 1)
            book.allObservations.append(
                Observation(
                    subject: row.ticker, metric: row.metric,
                    period: Period(day: try #require(Day(number: row.day))),
                    value: try #require(Quantity.of(number, row.unit)).quantity,
                    publishedOn: row.published.flatMap(Day.init(number:)), source: row.source,
                    status: row.status))
        }
        return book
    }
}
