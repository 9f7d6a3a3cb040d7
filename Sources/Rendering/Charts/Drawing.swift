import Mining
import Reporting

/// A chart made ready to be drawn: with one value per place in each series, and nothing that no
/// picture can show.
///
/// What is infinite, not a number, or of more than 18 digits is missing; values beyond the last
/// place are left out.
struct Drawing {
    let title: String
    let kind: Chart.Kind
    let unit: String
    let axis: Chart.Axis
    /// What the places of the axis are called.
    let labels: [String]
    let series: [Chart.Series]
    /// Digits after the point that people see of its values: as many as they have, up to four
    /// digits in all of the greatest value or stack.
    private(set) var places = 0
    /// The least and the greatest that a scale must hold: of the stacks, where it has such.
    /// `nil` where all is missing.
    private(set) var extent: ClosedRange<Double>?

    init(_ chart: Chart) {
        title = chart.title.visible
        kind = chart.kind
        unit = chart.unit.visible
        axis = chart.axis
        let labels = chart.axis.labels
        self.labels = labels
        series = chart.series.map { series in
            let values = labels.indices.map { place -> Double? in
                guard series.values.indices.contains(place), let value = series.values[place],
                    value.magnitude < 1e18
                else { return nil }
                return value
            }
            return Chart.Series(series.name.visible, values)
        }
        let known = series.flatMap { $0.values.compactMap(\.self) }
        let ends =
            kind == .stacked
            ? labels.indices.flatMap { stack(at: $0).flatMap { [$0.from, $0.to] } } : known
        guard let low = ends.min(), let high = ends.max() else { return }
        extent = low...high
        places = digitsAfterPoint(known, upTo: max(low.magnitude, high.magnitude))
    }

    /// A value as people see it everywhere in the chart.
    func number(_ value: Double) -> Number { Number(value, places: places) }

    /// The same in words; `–` where it is missing.
    func text(_ value: Double?) -> String {
        value.flatMap { ShownNumber(number($0))?.text } ?? "–"
    }
}

extension Drawing {
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

/// The most digits after the point that any of `values` has, but no more than make four digits
/// with those before the point of the greatest.
private func digitsAfterPoint(_ values: [Double], upTo greatest: Double) -> Int {
    var room = 3
    var greatest = greatest
    while greatest >= 10, room > 0 {
        greatest /= 10
        room -= 1
    }
    while greatest > 0, greatest < 1, room < 15 {
        greatest *= 10
        room += 1
    }
    return min(room, values.map(digitsAfterPoint).max() ?? 0)
}

/// Of the fewest digits that a value reads back from.
private func digitsAfterPoint(_ value: Double) -> Int {
    let text = ShortestDecimal(value)?.description ?? ""
    guard let point = text.lastIndex(of: ".") else { return text.contains("e-") ? 15 : 0 }
    return text.distance(from: point, to: text.endIndex) - 1
}

extension Chart.Axis {
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
