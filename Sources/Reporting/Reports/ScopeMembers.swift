import Mining

/// Who is a member of a scope on which day: the one place for the membership rule.
///
/// A company is a member from the day it joined to the day it left, both included. A book without
/// groups has all its companies as members, always. A subsidiary whose parent is a member too is
/// not counted in sums, because the parent's figures include its own.
package struct ScopeMembers: Sendable {
    /// The group or all companies.
    package let scope: Scope
    private let companies: [String: Company]
    private let memberships: [Membership]
    private let consolidation: Consolidation

    /// Reads companies and memberships once.
    ///
    /// - Throws: what reading the book throws.
    package init<Source: Book>(_ scope: Scope, in book: Source) throws(Source.Failure) {
        self.scope = scope
        let all = try book.companies()
        companies = Dictionary(all.map { ($0.ticker, $0) }) { first, _ in first }
        consolidation = Consolidation(all)
        switch scope {
        case .group(let code): memberships = try book.memberships(of: code)
        case .allCompanies: memberships = all.map { Membership(group: "", ticker: $0.ticker) }
        }
    }

    /// The members on a day, by ticker, including subsidiaries that another member consolidates,
    /// since these publish figures of their own; empty if there are none.
    package func allMembers(on day: Day) -> [Company] {
        tickers(on: day).sorted().compactMap { companies[$0] }
    }

    /// The members on a day that sums count, by ticker: without those that another member
    /// consolidates.
    func members(on day: Day) -> [Company] {
        let all = tickers(on: day)
        return all.sorted().filter { consolidator(of: $0, among: all) == nil }
            .compactMap { companies[$0] }
    }

    /// A sentence for each member on a day that another member consolidates.
    func consolidated(on day: Day) -> [String] {
        let all = tickers(on: day)
        return all.sorted().compactMap { ticker in
            consolidator(of: ticker, among: all).map { parent in
                "\(ticker) is not counted in addition to \(parent), which consolidates it."
            }
        }
    }

    /// Every company that was a member on any day, by ticker.
    var everyone: [Company] {
        Set(memberships.map(\.ticker)).sorted().compactMap { companies[$0] }
    }

    private func tickers(on day: Day) -> Set<String> {
        Set(memberships.filter { $0.holds(on: day) }.map(\.ticker))
    }

    /// The topmost parent among the members, which is the one that is counted.
    private func consolidator(of ticker: String, among members: Set<String>) -> String? {
        consolidation.ancestors(of: ticker).last(where: members.contains)
    }
}

extension ScopeMembers {
    /// The first day on which a sum over the members could be known: the earliest day of joining,
    /// or for members without one the day of their first figure. nil if there is none.
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

    /// The latest day on which a member that sums count has a deployed hashrate; nil if none ever
    /// had one.
    func latestDay<Source: Book>(in book: Source, knownOn: Day?) throws(Source.Failure) -> Day? {
        var latest: Day?
        for membership in memberships {
            let found = try book.latest(
                .deployedHashrate, of: membership.ticker, at: membership.leftOn ?? .last,
                knownOn: knownOn)
            guard let day = found?.period.last, membership.holds(on: day),
                consolidator(of: membership.ticker, among: tickers(on: day)) == nil
            else { continue }
            latest = max(latest ?? day, day)
        }
        return latest
    }
}
