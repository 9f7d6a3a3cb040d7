import Mining

/// The periods of a series, side by side: months, quarters, or whatever the first of them is.
struct PeriodSeries {
    /// In order of time; at most `limit`, the last of them.
    let periods: [Period]
    /// How many earlier ones were asked for beyond the limit.
    let omitted: Int

    /// What fits a page: ten years of months.
    private static let limit = 120

    /// As long as `first` each, until none ends after `last` any more.
    init(from first: Period, to last: Day) {
        var periods: [Period] = []
        var next: Period? = first
        while let period = next, period.last <= last {
            periods.append(period)
            next = period.next
        }
        omitted = max(0, periods.count - Self.limit)
        self.periods = periods.suffix(Self.limit)
    }

    /// The last `count` calendar quarters that have ended by `day`.
    init(quarters count: Int, endingBy day: Day) {
        self.init(count, like: Period(quarterOf: day), endingBy: day)
    }

    /// The last `count` months that have ended by `day`.
    init(months count: Int, endingBy day: Day) {
        self.init(
            count, like: Period(day.firstOfMonth, day.lastOfMonth) ?? Period(day: day),
            endingBy: day)
    }

    private init(_ count: Int, like period: Period, endingBy day: Day) {
        var periods = [period.last > day ? period.previous : period]
        while periods.count < count { periods.append(periods[periods.count - 1].previous) }
        self.periods = periods.reversed()
        omitted = 0
    }

    /// A sentence where earlier periods are left out, or where there is none at all.
    var note: String? {
        if periods.isEmpty { return "No such period has ended by the day that the series ends." }
        return omitted == 0
            ? nil
            : "\(omitted) earlier periods are left out; ask for longer ones, such as quarters."
    }
}

extension Setting {
    /// From `--from` to `--to`, or the last eight quarters.
    var series: PeriodSeries {
        let end = question.to?.last ?? day
        return question.from.map { PeriodSeries(from: $0, to: end) }
            ?? PeriodSeries(quarters: 8, endingBy: end)
    }

    /// A metric over a period, or at its end: what a table with periods across shows.
    func figure(_ metric: Metric, of subject: String, in period: Period)
        throws(Source.Failure) -> Computed
    {
        try metric.kind == .instant
            ? reader.instant(metric, of: subject, at: period.last)
            : reader.total(metric, of: subject, over: period.monthToDate)
    }
}
