import Mining

/// The reference book: the content of a book in arrays. It answers each query by searching all of
/// it, in the simplest way. Storage engines must give the same answers.
package struct ArrayBook: Book {
    /// All companies, in any order.
    package var allCompanies: [Company] = []
    /// All memberships of all groups, in any order.
    package var allMemberships: [Membership] = []
    /// All share facts, in any order.
    package var allShareBases: [ShareBasis] = []
    /// All observations, in any order.
    package var allObservations: [Observation] = []
    /// All claims, in any order.
    package var allClaims: [Claim] = []
    /// Groups that have no members.
    package var emptyGroups: [String] = []

    /// An empty book.
    package init() {}

    package func companies() -> [Company] {
        allCompanies.sorted { precedes($0.ticker, $1.ticker) }
    }

    package func groups() -> [String] {
        Set(allMemberships.map(\.group) + emptyGroups).sorted(by: precedes)
    }

    package func memberships(of group: String) -> [Membership] {
        allMemberships.filter { $0.group.lowercased() == group.lowercased() }.sorted {
            $0.ticker == $1.ticker
                ? ($0.joinedOn ?? .first) < ($1.joinedOn ?? .first)
                : precedes($0.ticker, $1.ticker)
        }
    }

    package func shareBasis() -> [ShareBasis] {
        allShareBases.sorted {
            $0.ticker == $1.ticker
                ? ($0.from ?? .first) < ($1.from ?? .first) : precedes($0.ticker, $1.ticker)
        }
    }

    package func latest(
        _ metric: Metric, of subject: String, at day: Day, knownOn: Day?
    ) -> Observation? {
        let known = series(metric, subject).filter {
            $0.period.last <= day && $0.isKnown(on: knownOn)
        }
        guard let period = known.map(\.period).max() else { return nil }
        return known.filter { $0.period == period }.counting(knownOn: nil).first
    }

    package func vintages(
        _ metric: Metric, of subject: String, within period: Period
    ) -> [Observation] {
        series(metric, subject).filter { period.contains($0.period) }.sorted(by: isExportedBefore)
    }

    package func earliestDay(of metric: Metric, of subject: String) -> Day? {
        series(metric, subject).map(\.period.last).min()
    }

    package func claims(of figure: FigureCode, about subject: String) -> [Claim] {
        allClaims.filter {
            $0.figure == figure && $0.subject.lowercased() == subject.lowercased()
        }.sorted {
            ClaimOrder($0) == ClaimOrder($1)
                ? precedes($0.source, $1.source) : ClaimOrder($0) < ClaimOrder($1)
        }
    }

    private func series(_ metric: Metric, _ subject: String) -> [Observation] {
        allObservations.filter {
            $0.metric == metric && $0.subject.lowercased() == subject.lowercased()
        }
    }
}

/// Whether an export writes `left` before `right`: sorted by period, publication date (unknown dates
/// first) and the bytes of the source.
package func isExportedBefore(_ left: Observation, _ right: Observation) -> Bool {
    let (one, two) = (left.publishedOn ?? .first, right.publishedOn ?? .first)
    if left.period.last != right.period.last { return left.period.last < right.period.last }
    if left.period.first != right.period.first { return left.period.first < right.period.first }
    return one == two ? precedes(left.source, right.source) : one < two
}

/// Whether a text sorts before another by bytes.
package func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// The sort key of claims of one figure about one subject: everything except the source, which comes
/// last.
package struct ClaimOrder: Comparable {
    private let days: [Int]
    private let publisher: String
    private let publishedOn: Int

    /// The sort key of a claim.
    package init(_ claim: Claim) {
        days = [
            claim.on.last.number, claim.on.first.number,
            claim.since?.last.number ?? Day.first.number - 1,
            claim.since?.first.number ?? Day.first.number - 1,
        ]
        publisher = claim.publisher
        publishedOn = claim.publishedOn?.number ?? 0
    }

    package static func < (left: ClaimOrder, right: ClaimOrder) -> Bool {
        if left.days != right.days { return left.days.lexicographicallyPrecedes(right.days) }
        if left.publisher != right.publisher { return precedes(left.publisher, right.publisher) }
        return left.publishedOn < right.publishedOn
    }
}
