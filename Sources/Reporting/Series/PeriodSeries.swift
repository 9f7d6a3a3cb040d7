import Mining

/// Consecutive periods: months, quarters, or whatever the first of them is.
struct PeriodSeries {
    /// In order of time; at most the last `limit`.
    let periods: [Period]
    /// How many earlier periods were left out because of the limit.
    let omitted: Int

    /// Ten years of months, which fits on a page.
    private static let limit = 120

    /// Periods as long as `first`, starting with it, that end by `last`.
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

    /// The last `count` calendar quarters that end by `day`.
    init(quarters count: Int, endingBy day: Day) {
        self.init(count, like: Period(quarterOf: day), endingBy: day)
    }

    /// The last `count` months that end by `day`.
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

    /// A sentence if earlier periods are left out or there are no periods; otherwise nil.
    var note: String? {
        if periods.isEmpty { return "No such period ends by the last day of the series." }
        return omitted == 0
            ? nil
            : "\(omitted) earlier periods are left out; use longer ones, such as quarters."
    }
}

extension ReportContext {
    /// From `--from` to `--to`; without `--from` the last eight quarters.
    var series: PeriodSeries {
        let end = query.to?.last ?? day
        return query.from.map { PeriodSeries(from: $0, to: end) }
            ?? PeriodSeries(quarters: 8, endingBy: end)
    }

    /// A metric of a company over a period, for an instant at its end: market cap and power cost per
    /// bitcoin by the rules of every report, everything else as published or put together from
    /// published parts. Marked if an input is in conflict.
    func figure(_ metric: Metric, of company: Company, in period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        switch metric {
        case .marketCap:
            let parts = try reader.marketCapParts(of: company, at: period.last)
            if let known = try reader.marketCap(parts) {
                return try reader.withConflicts(ComputedFigure(known))
            }
        case .powerCostPerBtc:
            return try reader.withConflicts(
                try reader.powerCostPerBitcoin(of: company.ticker, over: period.monthToDate))
        default: break
        }
        return try reader.withConflicts(try figure(metric, of: company.ticker, in: period))
    }

    /// A metric over a period, for an instant at its end.
    func figure(_ metric: Metric, of subject: String, in period: Period)
        throws(Source.Failure) -> ComputedFigure
    {
        try metric.kind == .instant
            ? reader.instant(metric, of: subject, at: period.last)
            : reader.total(metric, of: subject, over: period.monthToDate)
    }
}
