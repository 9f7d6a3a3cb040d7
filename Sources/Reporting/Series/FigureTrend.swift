import Mining

/// One figure of the sector over several periods, as computed and as others printed it.
struct FigureTrend {
    let figure: Figure
    let subject: String
    let computed: [ComputedFigure]
    /// The change to each period after the first from the one before.
    let steps: [ComparedFigure]
    /// Sorted by day, then by publication: of several claims of one day the chart shows the last.
    let claimed: [Claim]

    /// `snapshots` are in the order of time.
    init(_ figure: Figure, of subject: String, _ snapshots: [SectorSnapshot], claimed: [Claim]) {
        self.figure = figure
        self.subject = subject
        self.claimed = claimed
        let computed = snapshots.map { $0.trendFigure(figure) }
        self.computed = computed
        steps = snapshots.indices.dropFirst().map { index in
            ComparedFigure(
                figure.definition, computed[index], before: computed[index - 1],
                mismatch: snapshots[index].methods.mismatch(
                    with: snapshots[index - 1].methods, for: figure))
        }
    }

    /// Computed and printed values by day; nil if neither has two days, and for the number of
    /// companies, which is no figure of the market. The line breaks where a value is missing or lacks
    /// members, and where the members it counts change.
    func chart(_ periods: [Period]) -> Chart? {
        guard figure != .companies else { return nil }
        let unit = figure.definition.unit
        var printed: [Day: Number] = [:]
        for claim in claimed {
            printed[claim.on.last] = .claimed(claim, of: figure, in: unit)
        }
        let shown = computed.map { $0.marks.contains(.incomplete) ? ComputedFigure() : $0 }
        guard max(shown.count { $0.expression != nil }, printed.count) > 1 else { return nil }
        let ends = periods.map(\.last)
        let days = Set(ends).union(printed.keys).sorted()
        // A claim that follows the one before by more than a period is a point by itself.
        let claimDays = printed.keys.sorted()
        let longest = periods.map(\.days).max() ?? 0
        let apart = zip(claimDays, claimDays.dropFirst()).filter {
            $1.number - $0.number > longest
        }.map(\.1)
        func places(_ chosen: [Day]) -> Set<Int> {
            Set(days.indices.filter { chosen.contains(days[$0]) })
        }
        let figures = Dictionary(zip(ends, shown)) { _, last in last }
        let lines = [
            Chart.Series(
                "computed", days.map { figures[$0] ?? ComputedFigure() }, as: figure.definition,
                breaks: places(Chart.breaks(in: steps).map { ends[$0] }),
                skips: Set(days.indices).subtracting(places(ends))),
            Chart.Series(
                "printed", numbers: days.map { printed[$0] }, breaks: places(apart),
                skips: Set(days.indices).subtracting(places(claimDays))),
        ]
        return Chart(
            figure.code, figure.title, .line, unit: unit.shown, axis: .days(days),
            series: lines.filter { $0.values.contains { $0 != nil } })
    }
}

extension SectorSnapshot {
    /// A figure, marked if its sum lacks members; without a value if the group has no members.
    func trendFigure(_ figure: Figure) -> ComputedFigure {
        let computed = self[figure]
        if members.isEmpty, !figure.isOfNetwork {
            return ComputedFigure(reason: "there are no members on \(day)")
        }
        return computed.coverage?.missing.isEmpty == false
            ? computed.marked(.incomplete) : computed
    }
}
