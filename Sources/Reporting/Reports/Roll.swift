import Mining

/// The companies of a scope and when each belonged to it; read once for a report.
struct Roll {
    let scope: Scope
    private let companies: [String: Company]
    private let memberships: [Membership]
    private let consolidation: Consolidation

    init<Source: Book>(_ scope: Scope, in book: Source) throws(Source.Failure) {
        self.scope = scope
        let all = try book.companies()
        companies = Dictionary(all.map { ($0.ticker, $0) }) { first, _ in first }
        consolidation = Consolidation(all)
        switch scope {
        case .group(let code): memberships = try book.memberships(of: code)
        case .allCompanies: memberships = all.map { Membership(group: "", ticker: $0.ticker) }
        }
    }

    /// Everyone who ever was a member, by ticker, each once.
    var everyone: [Company] {
        Set(memberships.map(\.ticker)).sorted().compactMap { companies[$0] }
    }

    /// The members on a day, by ticker, each once; without those that another member
    /// consolidates, whose figures stand in that one's.
    func members(on day: Day) -> [Company] {
        let all = tickers(on: day)
        return all.sorted().filter { consolidator(of: $0, among: all) == nil }
            .compactMap { companies[$0] }
    }

    /// The members on a day that another member consolidates: a sentence for each.
    func consolidated(on day: Day) -> [String] {
        let all = tickers(on: day)
        return all.sorted().compactMap { ticker in
            consolidator(of: ticker, among: all).map { parent in
                "\(ticker) is not counted beside \(parent), which consolidates it."
            }
        }
    }

    private func tickers(on day: Day) -> Set<String> {
        Set(memberships.filter { $0.holds(on: day) }.map(\.ticker))
    }

    /// The topmost parent among members, who is counted.
    private func consolidator(of ticker: String, among members: Set<String>) -> String? {
        consolidation.ancestors(of: ticker).last(where: members.contains)
    }

    /// The first day on which a sum over the members could be known: the first of joining, or
    /// where that is open the first figure. `nil` where there is none.
    func firstDay<Source: Book>(in book: Source) throws(Source.Failure) -> Day? {
        let summed = [
            Metric.deployedHashrate, .marketCap, .sharePrice, .hpcContracted, .hpcEnergized,
        ]
        var days = memberships.compactMap(\.joinedOn)
        for membership in memberships where membership.joinedOn == nil {
            for metric in summed {
                if let day = try book.earliestDay(of: metric, of: membership.ticker) {
                    days.append(day)
                }
            }
        }
        return days.min()
    }

    /// The latest day on which a member has a deployed hashrate; `nil` where none ever has.
    func latestDay<Source: Book>(in book: Source, knownOn: Day?) throws(Source.Failure) -> Day? {
        var latest: Day?
        for membership in memberships {
            let found = try book.latest(
                .deployedHashrate, of: membership.ticker, at: membership.leftOn ?? .last,
                knownOn: knownOn)
            guard let day = found?.period.last, membership.holds(on: day) else { continue }
            latest = max(latest ?? day, day)
        }
        return latest
    }
}
