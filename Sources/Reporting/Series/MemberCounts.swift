import Mining

/// How many members of a sum have no newer figure than in the period before, and how many of its
/// figures are estimates, carried forward or contradicted, period by period.
struct MemberCounts {
    private let title: String
    /// The changes, each with the period it leads to.
    private let steps: [(period: Period, figure: ComparedFigure)]
    /// The values, including that of the first period.
    private let values: [(period: Period, figure: ComputedFigure)]

    /// More periods than this are counted, not listed.
    private static let listed = 4

    /// `steps` are the changes to each of `periods` from the one before, without the first.
    init(_ title: String, _ steps: [ComparedFigure], over periods: [Period]) {
        self.title = title
        self.steps = zip(periods.dropFirst(), steps).map { ($0, $1) }
        values =
            zip(periods, [steps.first?.before]).compactMap { period, figure in
                figure.map { (period, $0) }
            } + zip(periods.dropFirst(), steps).map { ($0, $1.now) }
    }

    /// One sentence for each kind that some members are of; empty if there is none.
    var sentences: [String] {
        [
            sentence("no newer figure than in the period before for", steps) { step in
                step.ends.map { ($0.unrenewed.count, $0.members ?? 0) }
            },
            sentence("estimates for", values) { Self.count(\.estimated, of: $0) },
            sentence("carried from an earlier day for", values) { Self.count(\.carried, of: $0) },
            sentence("contradicted for", values) { figure in
                let subjects = Set(figure.conflicts.map(\.used.subject))
                return figure.coverage.map { (subjects.count, $0.known) }
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
    private func sentence<Figure>(
        _ words: String, _ figures: [(period: Period, figure: Figure)],
        _ count: (Figure) -> (count: Int, all: Int)?
    ) -> String? {
        let found = figures.compactMap { period, figure in
            count(figure).flatMap { $0.count == 0 ? nil : (period: period, count: $0) }
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
