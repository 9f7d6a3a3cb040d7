import Mining

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A metric of the network day by day, up to a day.
struct DailySeries {
    let metric: Metric
    let last: Day
    private let values: [Int: Double]

    /// `days` are observations of single days, at most one for each.
    init(metric: Metric, last: Day, _ days: [Observation]) {
        self.metric = metric
        self.last = last
        values = Dictionary(
            days.map { ($0.period.last.number, $0.value.value(in: metric.unit)) }
        ) { first, _ in first }
    }

    /// The annualized volatility in percent: the standard deviation of the logarithmic changes from
    /// day to day over the last `days` days, times √365. Without a value if fewer than 80 % of the
    /// changes are known; a change from or to a value that is not positive is not known.
    func volatility(over days: Int) -> ComputedFigure {
        var changes: [Double] = []
        for number in (last.number - days + 1)...last.number {
            guard let now = values[number], let before = values[number - 1], now > 0, before > 0
            else { continue }
            changes.append(log(now / before))
        }
        guard changes.count * 5 >= days * 4 else {
            return ComputedFigure(
                reason: "\(metric) is known for too few of the \(days) days up to \(last)")
        }
        let mean = changes.reduce(0, +) / Double(changes.count)
        let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(changes.count - 1)).squareRoot()
        let percent = deviation * Double(365).squareRoot() * 100
        return ComputedFigure(expression: DecimalNumber("\(percent)".utf8).map { .constant($0) })
    }

    /// A line, interrupted where days are missing; nil if there are fewer than two days.
    func chart(_ name: String, _ title: String) -> Chart? {
        guard values.count > 1, let first = values.keys.min(), let last = values.keys.max()
        else { return nil }
        let days = (first...last).compactMap(Day.init(number:))
        return Chart(
            name, title, .line, unit: metric.unit.code, axis: .days(days),
            series: [Chart.Series(metric.name, days.map { values[$0.number] })])
    }
}
