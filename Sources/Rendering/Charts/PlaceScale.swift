import Mining
import Reporting

/// The scale of the axis that shows days, periods or companies (the *places* of a chart), from 0 at
/// its start to 1 at its end. Names are spaced evenly, days in proportion to time, numbers
/// to their values.
struct PlaceScale {
    let axis: Chart.Axis
    /// The middle of each place.
    let positions: [Double]
    /// The width of one place: the least distance between two neighbours.
    let step: Double

    /// If `hasRoom` is true, half the width of a place is left free before the first and after the
    /// last place, which bars need. Names always have this room.
    init(_ axis: Chart.Axis, hasRoom: Bool) {
        self.axis = axis
        switch axis {
        case .names(let names):
            step = 1 / Double(max(names.count, 1))
            positions = names.indices.map { (Double($0) + 0.5) / Double(names.count) }
        case .days(let days):
            (positions, step) = Self.proportional(days.map { Double($0.number) }, hasRoom)
        case .numbers(let numbers, unit: _):
            (positions, step) = Self.proportional(numbers, hasRoom)
        }
    }

    /// Positions in proportion to the numbers, which ascend, and the least distance between two.
    private static func proportional(_ numbers: [Double], _ hasRoom: Bool)
        -> (positions: [Double], step: Double)
    {
        let (first, last) = (numbers.min() ?? 0, numbers.max() ?? 0)
        let gap = zip(numbers, numbers.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
        let room = hasRoom || first == last ? gap : 0
        let span = last - first + room
        return (numbers.map { ($0 - first + room / 2) / span }, gap / span)
    }

    struct Label: Hashable {
        var position: Double
        var text: String
    }

    /// As many labels as fit next to each other. Tries in this order:
    ///
    /// 1. a label for each place;
    /// 2. for names and ends of months, one for every second, third … place, counted from the last;
    /// 3. for other days, one for each month, quarter or year that begins on the axis;
    /// 4. the first and the last place; or the last one alone.
    ///
    /// `room` gives the part of the axis that a text needs, including the gap beside it.
    func labels(room: (String) -> Double) -> [Label] {
        let all = zip(positions, texts).map { Label(position: $0, text: $1) }
        func fit(_ labels: [Label]) -> Bool {
            zip(labels, labels.dropFirst()).allSatisfy { left, right in
                right.position - left.position >= (room(left.text) + room(right.text)) / 2
            }
        }
        if fit(all) { return all }
        if isRegular {
            for every in 2..<max(all.count, 3) {
                let labels = all.indices.filter { (all.count - 1 - $0).isMultiple(of: every) }
                    .map { all[$0] }
                if fit(labels) { return labels }
            }
        } else if case .days(let days) = axis {
            for months in [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400] {
                let labels = beginnings(days, every: months)
                if labels.count > 1, fit(labels) { return labels }
            }
        }
        let ends = [all[0], all[all.count - 1]]
        return fit(ends) ? ends : [all[all.count - 1]]
    }

    /// Whether it makes sense to label only every n-th place: for names and for ends of months.
    private var isRegular: Bool {
        if case .days(let days) = axis { days.allSatisfy(\.isLastOfMonth) } else { true }
    }

    /// The label of each place. The end of a month is labelled with the month: `2025-12`.
    private var texts: [String] {
        guard case .days = axis, isRegular else { return axis.labels }
        return axis.labels.map { String($0.prefix(7)) }
    }

    /// Labels for the first day of every `months`-th month on the axis: `2025-04`, or `2025` if
    /// they are whole years.
    private func beginnings(_ days: [Day], every months: Int) -> [Label] {
        guard let first = days.min(), let last = days.max(),
            let from = zip(days, positions).first(where: { $0.0 == first }),
            let to = zip(days, positions).first(where: { $0.0 == last })
        else { return [] }
        let scale = (to.1 - from.1) / Double(last.number - first.number)
        let (start, end) = (first.components, last.components)
        let lastMonth = end.year * 12 + end.month - 1
        let firstMonth = start.year * 12 + start.month - 1 + (start.day == 1 ? 0 : 1)
        return stride(
            from: (firstMonth + months - 1) / months * months, through: lastMonth, by: months
        ).compactMap { month in
            guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1) else { return nil }
            let text = "\(day)".prefix(months < 12 ? 7 : 4)
            return Label(
                position: from.1 + Double(day.number - first.number) * scale, text: String(text))
        }
    }
}
