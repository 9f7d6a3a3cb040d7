import Mining

/// One figure over the periods, as the book computes it and as others printed it.
struct Trend {
    let figure: Figure
    let subject: String
    let computed: [Computed]
    let claimed: [Claim]

    /// The days that either is known of; `nil` where there is no line to draw, and for the number
    /// of companies, which is a matter of membership.
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

extension SectorMoment {
    /// A figure with the mark that its sum lacks members, and none of a group without any.
    func told(_ figure: Figure) -> Computed {
        let computed = self[figure]
        if members.isEmpty, !figure.isOfNetwork {
            return Computed(reason: "there are no members on \(day)")
        }
        return computed.coverage?.missing.isEmpty == false
            ? computed.marked(.incomplete) : computed
    }
}
