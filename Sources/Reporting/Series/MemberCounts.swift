import Mining

/// How many members of a sum have no newer figure than in the period before, and how many of its
/// figures are estimates, carried forward or contradicted, period by period.
struct MemberCounts {
    private let title: String
    private let steps: [(period: Period, step: ComparedFigure)]

    /// More periods than this are counted, not listed.
    private static let listed = 4

    /// `steps` are the changes to each of `periods` from the one before.
    init(_ title: String, _ steps: [ComparedFigure], over periods: [Period]) {
        self.title = title
        self.steps = zip(periods, steps).map { ($0, $1) }
    }

    /// One sentence for each kind of which there is any; empty if there is none.
    var sentences: [String] {
        [
            sentence("no newer figure than in the period before for") { step in
                step.ends.map { ($0.unrenewed.count, $0.members ?? 0) }
            },
            sentence("estimates for") { Self.count(\.estimated, of: $0.now) },
            sentence("carried from an earlier day for") { Self.count(\.carried, of: $0.now) },
            sentence("contradicted for") { step in
                let subjects = Set(step.now.conflicts.map(\.used.subject))
                return step.now.coverage.map { (subjects.count, $0.known) }
            },
        ].compactMap(\.self)
    }

    private static func count(
        _ tickers: (Coverage) -> [String], of figure: ComputedFigure
    ) -> (Int, Int)? {
        guard figure.expression != nil else { return nil }
        return figure.coverage.map { (tickers($0).count, $0.known) }
    }

    /// `Hashrate: estimates for 5 of 14 members in 2025-11 and 7 of 14 in 2025-12.`; nil if no period
    /// has any.
    private func sentence(
        _ words: String, _ count: (ComparedFigure) -> (count: Int, all: Int)?
    ) -> String? {
        let found = steps.compactMap { period, step in
            count(step).flatMap { $0.count == 0 ? nil : (period: period, count: $0) }
        }
        if found.isEmpty { return nil }
        let shown = found.suffix(Self.listed)
        var parts = shown.enumerated().map { place, entry in
            "\(entry.count.count) of \(entry.count.all)\(place == 0 ? " members" : "") in "
                + "\(entry.period)"
        }
        if found.count > shown.count {
            let more = found.count - shown.count
            parts.append("some in \(more) earlier period\(more == 1 ? "" : "s")")
        }
        let last = parts.removeLast()
        let list = parts.isEmpty ? last : "\(parts.joined(separator: ", ")) and \(last)"
        return "\(title): \(words) \(list)."
    }
}
