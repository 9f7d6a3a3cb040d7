import Reporting

extension ChartLayout {
    /// The layout of bars of companies: horizontal, one below the other, so that their names are
    /// readable, with the value or the sum of the stack at the end of each.
    init(rows chart: DisplayChart) {
        let legend = Legend(chart.series.count > 1 ? chart.series.map(\.name) : [], chart)
        let names = chart.labels.map { $0.shortened(to: Plot.longestName) }
        let known = chart.labels.indices.flatMap { place in
            chart.kind == .stacked
                ? [chart.total(at: place)] : chart.series.map { $0.values[place] }
        }.compactMap(\.self)
        let texts =
            chart.labels.indices.flatMap { place in
                chart.kind == .stacked
                    ? [chart.totalText(at: place)]
                    : chart.series.indices.map { chart.text($0, at: place) }
            } + [Self.unknownText]
        let room = (texts.map { ChartLayout.width(of: $0) }.max() ?? 0) + 6
        let gap = known.contains { $0 < 0 } ? room : 0
        let left = (names.map(ChartLayout.width(of:)).max() ?? 0) + 8 + gap
        let bars = chart.kind == .stacked ? 1 : chart.series.count
        let height = max(20, Double(bars) * 12 + 6)
        let plot = Plot(
            box: Box(
                x: left, y: legend.height + 24, width: max(Self.width - left - room, 60),
                height: height * Double(chart.labels.count)),
            values: ValueScale(chart.extent, hasZero: true, intervals: 6),
            places: PlaceScale(.names(names), hasRoom: true), isHorizontal: true, gap: gap)
        self.init(
            height: plot.box.y + plot.box.height + 24, plot: plot.box,
            shapes: plot.scales(unit: chart.unit) + chart.bars(in: plot)
                + plot.zeroLine + chart.values(beside: plot) + legend.shapes)
    }
}

extension ChartLayout {
    /// The label in place of a bar whose value is not known.
    fileprivate static var unknownText: String { "unknown" }
}

extension DisplayChart {
    /// The labels at the ends of horizontal bars.
    fileprivate func values(beside plot: Plot) -> [ChartLayout.Shape] {
        let count = kind == .stacked ? 1 : series.count
        let part = plot.places.step * 0.8 / Double(count)
        return plot.places.positions.enumerated().flatMap { place, middle in
            (0..<count).map { index -> ChartLayout.Shape in
                let value = kind == .stacked ? total(at: place) : series[index].values[place]
                let ends = kind == .stacked ? stack(at: place).map(\.to) : value.map { [$0] } ?? []
                let isLeft = (value ?? 0) < 0
                let known = kind == .stacked ? text(value) : text(index, at: place)
                let shown = value == nil && kind == .bars ? ChartLayout.unknownText : known
                let end = isLeft ? ends.min() ?? 0 : ends.max() ?? 0
                let position = middle + (Double(index) - Double(count - 1) / 2) * part
                let point = plot.point(position, isLeft ? end : max(end, plot.values.base))
                return .text(
                    shown, .value, isLeft ? .end : .start,
                    at: .init(x: point.x + (isLeft ? -4 : 4), y: point.y + 4))
            }
        }
    }
}
