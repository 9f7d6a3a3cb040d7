import Reporting

extension ChartLayout {
    /// The layout of bars over time: vertical, side by side or stacked, with their values above
    /// them if there is room.
    ///
    /// Series that are side by side are named in a legend above the plot, stacked ones next to the
    /// last stack.
    init(columns chart: DisplayChart) {
        let isStacked = chart.kind == .stacked && chart.series.count > 1
        let last = chart.labels.indices.last { chart.total(at: $0) != nil } ?? 0
        let labels = isStacked ? chart.series.indices.map { chart.label(of: $0, at: last) } : []
        let names = isStacked ? [] : chart.series.map(\.name)
        let legend = Legend(names.count > 1 ? names : [], chart)
        let height = max(190, Double(labels.count) * ChartLayout.lineHeight)
        let plot = Plot(
            vertical: chart, height: height, above: legend.height,
            right: (labels.map(ChartLayout.width(of:)).max() ?? 0) + 14)

        let bars = chart.bars(in: plot)
        let beside =
            labels.isEmpty
            ? []
            : plot.endLabels(
                zip(labels, chart.middles(at: last)).enumerated().map { index, label in
                    let point = plot.point(
                        plot.places.positions[last] + plot.places.step * 0.4, label.1)
                    return Plot.EndLabel(text: label.0, series: index, point: point)
                })
        self.init(
            height: plot.box.y + plot.box.height + 24, plot: plot.box,
            shapes: plot.scales(unit: chart.unit) + bars + plot.zeroLine
                + chart.values(above: plot) + legend.shapes + beside)
    }
}

extension DisplayChart {
    /// The bars of all places. They fill four fifths of the width of a place.
    func bars(in plot: Plot) -> [ChartLayout.Shape] {
        let room = plot.places.step * 0.8
        return plot.places.positions.enumerated().flatMap { place, middle -> [ChartLayout.Shape] in
            let start = middle - room / 2
            if kind == .stacked {
                let known = stack(at: place).map { segment -> ChartLayout.Shape in
                    let value = series[segment.series].values[place] ?? 0
                    return .bar(
                        series: segment.series,
                        plot.bar(start...(start + room), from: segment.from, to: segment.to),
                        tip: tip(value, series: segment.series, place: place),
                        look(segment.series, at: place))
                }
                guard let unknown = unknown(at: place), unknown.hasHeight else { return known }
                let outline = plot.bar(start...(start + room), from: unknown.from, to: unknown.to)
                let names = unknown.names.joined(separator: ", ")
                return known + [.unknown(outline, tip: "\(labels[place]): unknown: \(names)")]
            }
            let part = room / Double(max(series.count, 1))
            return series.indices.compactMap { index in
                guard let value = series[index].values[place] else { return nil }
                let left = start + Double(index) * part
                return .bar(
                    series: index,
                    plot.bar(left...(left + part), from: plot.values.base, to: value),
                    tip: tip(value, series: index, place: place), look(index, at: place))
            }
        }
    }

    /// The middle of each series in the stack at a place. A missing one gets a position between its
    /// neighbours.
    fileprivate func middles(at place: Int) -> [Double] {
        let segments = Dictionary(
            uniqueKeysWithValues: stack(at: place).map { ($0.series, ($0.from + $0.to) / 2) })
        var top = 0.0
        return series.indices.map { index in
            if let middle = segments[index] {
                top += max(series[index].values[place] ?? 0, 0)
                return middle
            }
            return top
        }
    }

    /// The labels at the ends of the bars: the value of each bar or the sum of each stack. A stack
    /// with an unknown part shows instead how many series it lacks, such as `3?`. If there is not
    /// enough room for all labels, only these are shown, or none if they do not fit either.
    fileprivate func values(above plot: Plot) -> [ChartLayout.Shape] {
        guard kind == .stacked || series.count == 1 else { return [] }
        let labels = plot.places.positions.enumerated().compactMap { place, middle in
            total(at: place).map { total in
                let unknown = unknown(at: place)
                let shown = unknown.map { "\($0.names.count)?" } ?? totalText(at: place)
                let ends = stack(at: place).map(\.to) + (unknown.map { [$0.to] } ?? [])
                let isBelow = total < 0
                let end = plot.point(
                    middle, isBelow ? ends.min() ?? total : max(ends.max() ?? total, 0))
                let point = ChartLayout.Point(x: end.x, y: end.y + (isBelow ? 13 : -4))
                return (text: shown, isUnknown: unknown != nil, point: point)
            }
        }
        let edges = plot.box.x - 6...plot.box.x + plot.box.width + 6
        func fit(_ labels: [(text: String, isUnknown: Bool, point: ChartLayout.Point)]) -> Bool {
            let spans = labels.map { label in
                let half = ChartLayout.width(of: label.text) / 2
                return label.point.x - half...label.point.x + half
            }
            return spans.allSatisfy {
                edges.contains($0.lowerBound) && edges.contains($0.upperBound)
            }
                && zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
        }
        let incomplete = labels.filter(\.isUnknown)
        let shown = fit(labels) ? labels : fit(incomplete) ? incomplete : []
        return shown.map { .text($0.text, .value, .middle, at: $0.point) }
    }
}
