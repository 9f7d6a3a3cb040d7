import Mining

/// The highest that each figure was at any earlier month-end, as the book computes it.
struct SectorHistory {
    private var highest: [Figure: Double] = [:]

    /// Looks at every month-end before `day`, from the first that the book knows the network or
    /// a member of.
    init<Source: Book>(before day: Day, _ calculator: SectorCalculator<Source>)
        throws(Source.Failure)
    {
        guard let first = try calculator.firstDay() else { return }
        var end = first.lastOfMonth
        while end < day {
            let moment = try calculator.moment(Period(day: end))
            for (figure, computed) in moment.figures {
                guard let value = computed.expression?.value else { continue }
                highest[figure] = max(highest[figure] ?? value, value)
            }
            guard end < .last else { return }
            end = end.advanced(by: 1).lastOfMonth
        }
    }

    /// Whether `value` is higher than the figure was at every earlier month-end and in every
    /// earlier claim; `nil` where there is nothing to compare it with.
    func isRecord(_ value: Double, of figure: Figure, earlierClaims: [Double]) -> Bool? {
        guard let highest = ([highest[figure]].compactMap(\.self) + earlierClaims).max() else {
            return nil
        }
        return value > highest
    }
}

extension SectorCalculator {
    /// The first day that a figure could be computed for: of the network's series or of the
    /// group's membership.
    fileprivate func firstDay() throws(Source.Failure) -> Day? {
        var first = roll.firstDay
        for metric in [Metric.btcPrice, .btcPriceAverage, .difficulty, .networkHashrate] {
            guard
                let day = try reader.book.earliestDay(of: metric, of: Subject.network.code)
            else { continue }
            first = min(first ?? day, day)
        }
        return first
    }

    /// The block reward revenue of the same period a year before.
    func yearAgo(_ period: Period) throws(Source.Failure) -> SectorComparison.YearAgo {
        guard let period = period.monthToDate.yearBefore else {
            return .init(period: nil, revenue: .init(reason: "there is no year before"))
        }
        return .init(period: period, revenue: try blockRewardRevenue(over: period))
    }
}
