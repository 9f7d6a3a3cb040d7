import Mining

/// Which figures are records: higher than at every earlier month-end, as the book computes them,
/// and than every earlier claim.
struct SectorRecords {
    private var verdicts = ValuesByFigure<Bool>()

    /// Looks back month by month, only as far as needed: a figure that was once as high is decided,
    /// and before the group had members only the network's figures can be computed.
    init<Source: Book>(
        of now: SectorSnapshot, claims: SectorClaims, _ calculator: SectorCalculator<Source>
    ) throws(Source.Failure) {
        var undecided = ValuesByFigure<Double>()
        for figure in Figure.allCases {
            guard let value = now[figure].expression?.value else { continue }
            undecided[figure] = value
            for claimed in claims.earlierValues(of: figure, before: now.day) {
                compare(figure, value, with: claimed, &undecided)
            }
        }
        let firstOfNetwork = try calculator.firstDayOfNetwork() ?? .last
        let firstOfMembers =
            try calculator.scopeMembers.firstDay(in: calculator.reader.book) ?? .last
        var end = now.day.firstOfMonth.advanced(by: -1)
        while end >= min(firstOfNetwork, firstOfMembers), end > .first {
            let canChange = undecided.figures.contains { $0.isOfNetwork || end >= firstOfMembers }
            guard canChange else { return }
            let snapshot = try calculator.snapshot(Period(day: end), only: undecided.figures)
            for figure in undecided.figures {
                guard let value = undecided[figure],
                    let earlier = snapshot[figure].expression?.value
                else { continue }
                compare(figure, value, with: earlier, &undecided)
            }
            end = end.firstOfMonth.advanced(by: -1)
        }
    }

    /// nil if the figure is not known or there is nothing to compare it with.
    subscript(figure: Figure) -> Bool? { verdicts[figure] }

    private mutating func compare(
        _ figure: Figure, _ value: Double, with earlier: Double,
        _ undecided: inout ValuesByFigure<Double>
    ) {
        // Equal figures from different inputs may differ in their last binary digits.
        if Estimate.withoutNoise(value) > Estimate.withoutNoise(earlier) {
            verdicts[figure] = verdicts[figure] ?? true
        } else {
            verdicts[figure] = false
            undecided[figure] = nil
        }
    }
}

extension SectorCalculator {
    /// The first day that a figure of the network could be computed for.
    fileprivate func firstDayOfNetwork() throws(Source.Failure) -> Day? {
        var first: Day?
        for metric in [Metric.btcPrice, .btcPriceAverage, .difficulty, .networkHashrate] {
            guard let day = try reader.book.earliestDay(of: metric, of: network) else { continue }
            first = min(first ?? day, day)
        }
        return first
    }
}
