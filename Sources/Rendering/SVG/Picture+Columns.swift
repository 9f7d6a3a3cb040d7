import Reporting

extension Picture {
    /// Bars over time: upright, beside each other or stacked, with their values above them where
    /// there is room.
    ///
    /// Series that stand beside each other are named above the plot; those of stacks beside the
    /// last one, where each is.
    init(columns chart: Drawing) {
        let isStacked = chart.kind == .stacked && chart.series.count > 1
        let last = chart.labels.indices.last { chart.total(at: $0) != nil } ?? 0
        let labels = isStacked ? chart.series.indices.map { chart.label(of: $0, at: last) } : []
        let names = isStacked ? [] : chart.series.map(\.name)
        let legend = Legend(names.count > 1 ? names : [])
        let height = max(190, Double(labels.count) * Picture.lineHeight)
        let plot = Plot(
            upright: chart, height: height, above: legend.height,
            right: (labels.map(Picture.width(of:)).max() ?? 0) + 14)

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

extension Drawing {
    /// The bars of all places, four fifths of whose room they take.
    func bars(in plot: Plot) -> [Picture.Shape] {
        let room = plot.places.step * 0.8
        return plot.places.positions.enumerated().flatMap { place, middle -> [Picture.Shape] in
            let start = middle - room / 2
            if kind == .stacked {
                return stack(at: place).map { segment in
                    .bar(
                        series: segment.series,
                        plot.bar(start...(start + room), from: segment.from, to: segment.to),
                        tip: tip(
                            series[segment.series].values[place] ?? 0, series: segment.series,
                            place: place))
                }
            }
            let part = room / Double(max(series.count, 1))
            return series.indices.compactMap { index in
                guard let value = series[index].values[place] else { return nil }
                let left = start + Double(index) * part
                return .bar(
                    series: index,
                    plot.bar(left...(left + part), from: plot.values.base, to: value),
                    tip: tip(value, series: index, place: place))
            }
        }
    }

    /// Where each series stands in the stack at a place, with those that are missing there
    /// between their neighbours.
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

    /// The value of each column, or the sum of each stack, beyond its end; of all or none.
    fileprivate func values(above plot: Plot) -> [Picture.Shape] {
        guard kind == .stacked || series.count == 1 else { return [] }
        let labels = plot.places.positions.enumerated().compactMap { place, middle in
            total(at: place).map { total in
                let shown = text(total)
                let ends = stack(at: place).map(\.to)
                let isBelow = total < 0
                let end = plot.point(
                    middle, isBelow ? ends.min() ?? total : max(ends.max() ?? total, 0))
                return (shown, Picture.Point(x: end.x, y: end.y + (isBelow ? 13 : -4)))
            }
        }
        let room = plot.places.step * plot.length
        guard labels.allSatisfy({ Picture.width(of: $0.0) <= room }) else { return [] }
        return labels.map { .text($0.0, .value, .middle, at: $0.1) }
    }
}
