import Mining

/// Which figures are higher than the book computes for them at every earlier month-end, and than
/// every earlier claim of them.
struct SectorRecords {
    private var verdicts = PerFigure<Bool>()

    /// Looks back month by month, no further than anything can still change: a figure that was
    /// once as high is settled, and before the group had members only the network's are left.
    init<Source: Book>(
        of now: SectorMoment, claims: SectorClaims, _ calculator: SectorCalculator<Source>
    ) throws(Source.Failure) {
        var open = PerFigure<Double>()
        for figure in Figure.allCases {
            guard let value = now[figure].expression?.value else { continue }
            open[figure] = value
            for claimed in claims.earlierValues(of: figure, before: now.day) {
                compare(figure, value, with: claimed, &open)
            }
        }
        let firstOfNetwork = try calculator.firstDayOfNetwork() ?? .last
        let firstOfMembers = try calculator.roll.firstDay(in: calculator.reader.book) ?? .last
        var end = now.day.firstOfMonth.advanced(by: -1)
        while end >= min(firstOfNetwork, firstOfMembers), end > .first {
            let canChange = open.figures.contains { $0.isOfNetwork || end >= firstOfMembers }
            guard canChange else { return }
            let moment = try calculator.moment(Period(day: end), only: open.figures)
            for figure in open.figures {
                guard let value = open[figure], let earlier = moment[figure].expression?.value
                else { continue }
                compare(figure, value, with: earlier, &open)
            }
            end = end.firstOfMonth.advanced(by: -1)
        }
    }

    /// `nil` where the figure is not known or there is nothing to compare it with.
    subscript(figure: Figure) -> Bool? { verdicts[figure] }

    private mutating func compare(
        _ figure: Figure, _ value: Double, with earlier: Double, _ open: inout PerFigure<Double>
    ) {
        // The same figure from other inputs may differ in its last binary digits.
        if Estimate.withoutNoise(value) > Estimate.withoutNoise(earlier) {
            verdicts[figure] = verdicts[figure] ?? true
        } else {
            verdicts[figure] = false
            open[figure] = nil
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
