import Mining

/// Whom a report speaks of: the members of a group, or all companies of a book without groups.
package enum Scope: Sendable, Hashable {
    case group(String)
    case allCompanies

    /// The group's code; `nil` for all companies.
    package var group: String? {
        if case .group(let code) = self { code } else { nil }
    }

    /// What a sentence calls it.
    var name: String { group ?? "all companies" }

    /// `14 members of us-listed`, `1 company`.
    func counted(_ members: Int) -> String {
        switch self {
        case .group(let code): "\(members) member\(members == 1 ? "" : "s") of \(code)"
        case .allCompanies: members == 1 ? "1 company" : "\(members) companies"
        }
    }

    /// `any member of us-listed`, `any company`.
    var anyMember: String { group.map { "any member of \($0)" } ?? "any company" }
}

/// The companies of a scope and when each belonged to it; read once for a report.
struct Roll {
    let scope: Scope
    private let companies: [String: Company]
    private let memberships: [Membership]

    init<Source: Book>(_ scope: Scope, in book: Source) throws(Source.Failure) {
        self.scope = scope
        let all = try book.companies()
        companies = Dictionary(all.map { ($0.ticker, $0) }) { first, _ in first }
        switch scope {
        case .group(let code): memberships = try book.memberships(of: code)
        case .allCompanies: memberships = all.map { Membership(group: "", ticker: $0.ticker) }
        }
    }

    /// Everyone who ever was a member, by ticker, each once.
    var everyone: [Company] {
        Set(memberships.map(\.ticker)).sorted().compactMap { companies[$0] }
    }

    /// The members on a day, by ticker, each once.
    func members(on day: Day) -> [Company] {
        let tickers = Set(memberships.filter { $0.holds(on: day) }.map(\.ticker))
        return tickers.sorted().compactMap { companies[$0] }
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
