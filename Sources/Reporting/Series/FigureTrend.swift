import Mining

/// One figure of the sector over several periods, as computed and as others printed it.
struct FigureTrend {
    let figure: Figure
    let subject: String
    let computed: [ComputedFigure]
    /// The change to each period after the first from the one before.
    let steps: [ComparedFigure]
    /// By day, those of one day in the order of publication: the chart has the last of them.
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
        let scale = powerFactor(unit.power)
        var printed: [Day: Double] = [:]
        for claim in claimed {
            printed[claim.on.last] = claim.value.value(in: figure.unit) * scale
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
        func series(_ name: String, on own: [Day], _ values: [Day: Double], breaks: Set<Day>)
            -> Chart.Series
        {
            Chart.Series(
                name, days.map { values[$0] },
                breaks: Set(days.indices.filter { breaks.contains(days[$0]) }),
                skips: Set(days.indices.filter { !own.contains(days[$0]) }))
        }
        var values: [Day: Double] = [:]
        for (end, figure) in zip(ends, shown) {
            values[end] = figure.expression?.value.map { $0 * scale }
        }
        let interrupted = Chart.breaks(in: steps).map { ends[$0] }
        let lines = [
            series("computed", on: ends, values, breaks: Set(interrupted)),
            series("printed", on: claimDays, printed, breaks: Set(apart)),
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
