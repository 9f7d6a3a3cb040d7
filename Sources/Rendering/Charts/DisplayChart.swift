import Mining
import Reporting

/// The chart of a report, prepared for drawing: its values and texts are cleaned so that every
/// output format can draw it.
///
/// A *place* is one position on the chart's axis: a day, a period or a company. Each series has one
/// entry per place: a value, or nil if it is missing. Values that are infinite, not a number or at
/// least 10¹⁸ are treated as missing; values beyond the last place are dropped; hidden characters
/// in texts are made visible.
struct DisplayChart {
    let title: String
    let kind: Chart.Kind
    let unit: String
    let axis: Chart.Axis
    /// The names of the places, in order.
    let labels: [String]
    let series: [Chart.Series]
    /// Whether the series of a stack are a fixed set: a missing value is then an unknown part of
    /// it.
    let hasFixedSet: Bool
    /// The names of such a set without a value at any place.
    let absent: [String]
    /// The sums of a stack as people see them, by place, as far as their digits are known.
    private let totals: [Int: Number]
    /// A sentence that belongs to it; nil if there is none.
    let note: String?
    /// How many digits after the decimal point all values are shown with: as many as the most
    /// precise value has, but fewer if the largest value or stack would otherwise have more than
    /// four digits.
    private(set) var decimals = 0
    /// The smallest and the largest value to draw. In a stacked chart, these are the bottom of the
    /// lowest stack and the top of the highest. Nil if all values are missing.
    private(set) var extent: ClosedRange<Double>?

    init(_ chart: Chart) {
        title = chart.title.visible
        kind = chart.kind
        unit = chart.unit.visible
        note = chart.note?.visible
        axis = chart.axis
        hasFixedSet = chart.hasFixedSet && chart.kind == .stacked
        absent = hasFixedSet ? chart.absent.map(\.visible) : []
        totals = chart.totals
        let labels = chart.axis.labels
        self.labels = labels
        series = chart.series.map { series in
            let values = labels.indices.map { place -> Double? in
                guard series.values.indices.contains(place), let value = series.values[place],
                    value.magnitude < 1e18
                else { return nil }
                return value
            }
            return Chart.Series(
                series.name.visible, values, marks: series.marks, breaks: series.breaks,
                skips: series.skips, numbers: series.numbers)
        }
        let known = series.flatMap { $0.values.compactMap(\.self) }
        let ends =
            kind == .stacked
            ? labels.indices.flatMap { place in
                stack(at: place).flatMap { [$0.from, $0.to] }
                    + (unknown(at: place).map { [$0.to] } ?? [])
            } : known
        guard let low = ends.min(), let high = ends.max() else { return }
        extent = low...high
        decimals = digitsAfterPoint(known, upTo: max(low.magnitude, high.magnitude))
    }

    /// The value as a `Number` with the decimals of this chart.
    func number(_ value: Double) -> Number { Number(value, decimals: decimals) }

    /// The value of a series at a place as a table of the report shows it; with the decimals of this
    /// chart if none does. nil if it is missing.
    func number(_ index: Int, at place: Int) -> Number? {
        guard let value = series[index].values[place] else { return nil }
        if let shown = series[index].numbers[place] { return shown }
        var number = number(value)
        number.marks = series[index].marks[place] ?? []
        return number
    }

    /// The text of that number with its marks; `–` if it is missing.
    func text(_ index: Int, at place: Int) -> String {
        number(index, at: place).flatMap { DisplayNumber($0)?.text } ?? "–"
    }

    /// The text of the sum of a stack; `–` if all values are missing.
    func totalText(at place: Int) -> String {
        guard let total = total(at: place) else { return text(nil) }
        return totals[place].flatMap { DisplayNumber($0)?.text } ?? text(total)
    }

    /// The label at the end of a line whose last value is at `place`: the value, and over time the place
    /// if it is not the last one of the chart.
    func endText(_ index: Int, at place: Int) -> String {
        let isLast = place == labels.count - 1
        return text(index, at: place) + (isLast || !axis.isTime ? "" : " (\(labels[place]))")
    }

    /// The text of a value that no table shows; `–` if it is missing.
    func text(_ value: Double?) -> String {
        value.flatMap { DisplayNumber(number($0))?.text } ?? "–"
    }
}

extension DisplayChart {
    /// The part of a stack that shows one series.
    struct Segment: Hashable {
        /// The index of the series.
        var series: Int
        /// The end nearer to zero.
        var from: Double
        /// The end farther from zero.
        var to: Double
    }

    /// The stack at a place, in the order of the series: positive values are stacked upwards from
    /// zero, negative ones downwards. Missing values have no segment.
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

    /// The part of a stack for series without a value.
    struct Unknown: Hashable {
        /// The names of the series, in their order, and then those that have no value anywhere.
        var names: [String]
        var from: Double
        var to: Double

        /// Whether something is known of the height.
        var hasHeight: Bool { to > from }
    }

    /// The unknown part of a stack with a fixed set, above the known values. It is as high as the
    /// nearest known values of the missing series, so that a stack does not grow only because more
    /// is known, and without height if there are none. nil if all values are known.
    func unknown(at place: Int) -> Unknown? {
        guard hasFixedSet else { return nil }
        let missing = series.filter { $0.values[place] == nil }
        if missing.isEmpty, absent.isEmpty { return nil }
        let height = missing.reduce(0.0) { sum, series in
            let nearest = series.values.indices.filter { series.values[$0] != nil }
                .min { abs($0 - place) < abs($1 - place) }
            return sum + max(nearest.flatMap { series.values[$0] } ?? 0, 0)
        }
        let top = stack(at: place).map(\.to).max() ?? 0
        return Unknown(
            names: missing.map(\.name) + absent, from: max(top, 0), to: max(top, 0) + height)
    }

    func look(_ index: Int, at place: Int) -> ValueLook {
        ValueLook(series[index].marks[place] ?? [])
    }

    /// All looks that its values have.
    var looks: ValueLook {
        series.reduce(into: []) { looks, series in
            for (place, marks) in series.marks where series.values.indices.contains(place) {
                if series.values[place] != nil { looks.formUnion(ValueLook(marks)) }
            }
        }
    }

    /// The marks of numbers that no look shows, such as that a number has no newer figure.
    var otherMarks: [Number.Mark] {
        series.flatMap { $0.numbers.values.flatMap(\.marks) }
            .filter { $0 != .estimated && $0 != .carried }
    }

    /// Whether a stack lacks something at any place.
    var hasUnknown: Bool { labels.indices.contains { unknown(at: $0) != nil } }

    /// Whether what is unknown is drawn at any place.
    var hasOutline: Bool { labels.indices.contains { unknown(at: $0)?.hasHeight == true } }

    /// The places of each stretch of a line that is drawn without interruption.
    func runs(of index: Int) -> [[Int]] {
        let series = series[index]
        var runs: [[Int]] = []
        var isOpen = false
        for place in series.values.indices {
            if series.values[place] == nil {
                isOpen = isOpen && series.skips.contains(place)
                continue
            }
            if isOpen, !series.breaks.contains(place) {
                runs[runs.count - 1].append(place)
            } else {
                runs.append([place])
            }
            isOpen = true
        }
        return runs
    }

    /// The sum of all series at a place, or nil if all values are missing.
    func total(at place: Int) -> Double? {
        let values = series.compactMap { $0.values[place] }
        return values.isEmpty ? nil : values.reduce(0, +)
    }
}

/// The decimals of the most precise of `values`, but fewer if `greatest` would otherwise have more
/// than four digits.
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

/// The number of decimals in the shortest text that parses back to the same value.
func digitsAfterPoint(_ value: Double) -> Int {
    let text = ShortestDecimal(value)?.description ?? ""
    guard let point = text.lastIndex(of: ".") else { return text.contains("e-") ? 15 : 0 }
    return text.distance(from: point, to: text.endIndex) - 1
}

extension Chart.Axis {
    /// The names of its places, in order.
    var labels: [String] {
        switch self {
        case .days(let days): days.map(\.description)
        case .names(let names): names.map(\.visible)
        case .numbers(let numbers, let unit):
            numbers.map { number in
                let text = ShortestDecimal(number)?.description ?? "–"
                return "\(number > 0 ? "+" : "")\(text) \(unit.visible)"
            }
        }
    }

    /// Whether its places are days, periods or numbers. These always run from left to right.
    /// Companies can also be listed from top to bottom, which leaves more room for their names.
    var isTime: Bool {
        switch self {
        case .days, .numbers: true
        case .names(let names): names.allSatisfy { PeriodText($0) != nil }
        }
    }
}
