import Mining

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A figure of the network day by day, up to a day.
struct DailySeries {
    let metric: Metric
    let last: Day
    private let values: [Int: Double]

    /// `days` are observations of single days, of each at most one.
    init(metric: Metric, last: Day, _ days: [Observation]) {
        self.metric = metric
        self.last = last
        values = Dictionary(
            days.map { ($0.period.last.number, $0.value.value(in: metric.unit)) }
        ) { first, _ in first }
    }

    /// The standard deviation of the changes from day to day in their logarithms, over the last
    /// `days` of them, times √365, in percent. Open where fewer than 80 % of the changes are
    /// known, or a value is not positive.
    func volatility(over days: Int) -> Computed {
        var changes: [Double] = []
        for number in (last.number - days + 1)...last.number {
            guard let now = values[number], let before = values[number - 1], now > 0, before > 0
            else { continue }
            changes.append(log(now / before))
        }
        guard changes.count * 5 >= days * 4 else {
            return Computed(
                reason: "\(metric) is known of too few of the \(days) days up to \(last)")
        }
        let mean = changes.reduce(0, +) / Double(changes.count)
        let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(changes.count - 1)).squareRoot()
        let percent = deviation * Double(365).squareRoot() * 100
        return Computed(expression: DecimalNumber("\(percent)".utf8).map { .constant($0) })
    }

    /// The line of its days; `nil` where there are fewer than two.
    func chart(_ name: String, _ title: String) -> Chart? {
        let days = values.keys.sorted().compactMap(Day.init(number:))
        guard days.count > 1 else { return nil }
        return Chart(
            name, title, .line, unit: metric.unit.code, axis: .days(days),
            series: [Chart.Series(metric.name, days.map { values[$0.number] })])
    }
}
