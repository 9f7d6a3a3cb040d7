import Mining

/// One figure of the sector over several periods, as computed and as others printed it.
struct FigureTrend {
    let figure: Figure
    let subject: String
    let computed: [ComputedFigure]
    /// By day, those of one day in the order of publication: the chart has the last of them.
    let claimed: [Claim]

    /// Computed and printed values by day; nil if neither has two days to connect, and for the
    /// number of companies, which is no figure of the market.
    func chart(_ periods: [Period]) -> Chart? {
        guard figure != .companies else { return nil }
        let unit = figure.definition.unit
        let scale = powerFactor(unit.power)
        var printed: [Day: Double] = [:]
        for claim in claimed {
            printed[claim.on.last] = claim.value.value(in: figure.unit) * scale
        }
        var known: [Day: Double] = [:]
        for (period, figure) in zip(periods, computed) where !figure.marks.contains(.incomplete) {
            known[period.last] = figure.expression?.value.map { $0 * scale }
        }
        guard max(known.count, printed.count) > 1 else { return nil }
        let days = Set(known.keys).union(printed.keys).sorted()
        return Chart(
            figure.code, figure.title, .line, unit: unit.shown, axis: .days(days),
            series: [("computed", known), ("printed", printed)].filter { !$0.1.isEmpty }.map {
                name, values in Chart.Series(name, days.map { values[$0] })
            })
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
