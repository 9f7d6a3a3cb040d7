import Mining
import Reporting

extension Chart.Axis {
    var count: Int {
        switch self {
        case .days(let days): days.count
        case .names(let names): names.count
        }
    }

    /// What its places are called.
    var labels: [String] {
        switch self {
        case .days(let days): days.map(\.description)
        case .names(let names): names.map(\.visible)
        }
    }

    /// Whether it runs through time: then from left to right in any picture, while companies
    /// may as well stand below each other, where their names have room.
    var isTime: Bool {
        switch self {
        case .days: true
        case .names(let names): names.allSatisfy { PeriodText($0) != nil }
        }
    }
}

extension Chart {
    /// The chart with one value per place in each series, and without values that no picture can
    /// show: what is infinite, not a number, or of more than 18 digits is missing.
    var drawable: Chart {
        var chart = self
        for index in series.indices {
            let values = series[index].values
            chart.series[index].values = (0..<axis.count).map { place in
                guard values.indices.contains(place), let value = values[place],
                    value.magnitude < 1e18
                else { return nil }
                return value
            }
        }
        return chart
    }

    /// The least and the greatest that a scale must hold: of the stacks, where it has such.
    /// `nil` where all is missing.
    var extent: ClosedRange<Double>? {
        let known =
            kind == .stacked
            ? (0..<axis.count).flatMap { stack(at: $0).flatMap { [$0.from, $0.to] } }
            : series.flatMap { $0.values.compactMap(\.self) }
        guard let low = known.min(), let high = known.max() else { return nil }
        return low...high
    }

    /// One series in a stack, from the end that is nearer to zero to the other.
    struct Segment: Hashable {
        var series: Int
        var from: Double
        var to: Double
    }

    /// The stack at a place, outwards from zero: what is positive grows up, in the order of the
    /// series, and what is negative down. What is missing is none of it.
    func stack(at place: Int) -> [Segment] {
        var (up, down) = (0.0, 0.0)
        return series.indices.compactMap { index in
            guard let value = series[index].values[place] else { return nil }
            let from = value < 0 ? down : up
            let segment = Segment(series: index, from: from, to: from + value)
            if value < 0 { down = segment.to } else { up = segment.to }
            return segment
        }
    }

    /// The sum of a stack; `nil` where all of it is missing.
    func total(at place: Int) -> Double? {
        let values = series.compactMap { $0.values[place] }
        return values.isEmpty ? nil : values.reduce(0, +)
    }
}
