import Reporting

extension ChartLayout {
    /// The layout of lines over time. Each line has its name and last value at its end, so no
    /// legend is needed. A missing value is a gap; a single value between gaps is a dot.
    init(lines chart: DisplayChart) {
        let ends = chart.series.map { $0.values.lastIndex { $0 != nil } }
        let labels = chart.series.indices.map { chart.label(of: $0, at: ends[$0]) }
        let right = labels.map(ChartLayout.width(of:)).max() ?? 0
        let named = ends.count { $0 != nil }
        let legend = Legend([], chart)
        let plot = Plot(
            vertical: chart, height: max(190, Double(named) * ChartLayout.lineHeight),
            above: legend.height, right: right + 14)

        var curves: [Shape] = []
        var dots: [Shape] = []
        let showsAll = plot.length / Double(max(chart.labels.count, 1)) > 14 && named <= 8
        for (index, series) in chart.series.enumerated() {
            let runs = chart.runs(of: index)
            let points = { (place: Int) in
                plot.point(plot.places.positions[place], series.values[place] ?? 0)
            }
            curves += chart.pieces(of: runs, series: index).map { piece in
                .curve(series: index, runs: piece.runs.map { $0.map(points) }, piece.look)
            }
            dots += runs.flatMap { run in
                run.filter { showsAll || run.count == 1 || $0 == ends[index] }.map { place in
                    .dot(
                        series: index, at: points(place),
                        tip: chart.tip(series.values[place] ?? 0, series: index, place: place),
                        chart.look(index, at: place))
                }
            }
        }
        let names = plot.endLabels(
            chart.series.indices.compactMap { index in
                ends[index].map { end in
                    let value = chart.series[index].values[end] ?? 0
                    return Plot.EndLabel(
                        text: labels[index], series: index,
                        point: plot.point(plot.places.positions[end], value))
                }
            })
        self.init(
            height: plot.box.y + plot.box.height + 24, plot: plot.box,
            shapes: plot.scales(unit: chart.unit) + plot.zeroLine + curves + dots + names
                + legend.shapes)
    }
}

extension DisplayChart {
    /// The runs of a line, grouped by how they look: a step looks like the value it leads to.
    fileprivate func pieces(of runs: [[Int]], series index: Int)
        -> [(look: ValueLook, runs: [[Int]])]
    {
        var pieces: [ValueLook: [[Int]]] = [:]
        for run in runs where run.count > 1 {
            var start = 0
            while start < run.count - 1 {
                let look = look(index, at: run[start + 1])
                var end = start + 1
                while end < run.count - 1, self.look(index, at: run[end + 1]) == look { end += 1 }
                pieces[look, default: []].append(Array(run[start...end]))
                start = end
            }
        }
        return pieces.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    }

    /// The label at the end of a series: its value at `place`, after its name if there are several
    /// series, and before the place if the chart goes on.
    func label(of index: Int, at place: Int?) -> String {
        let value = place.map { endText(index, at: $0) } ?? text(nil)
        guard series.count > 1 else { return value }
        return "\(series[index].name.shortened(to: Plot.longestName)) \(value)"
    }
}

extension Plot {
    /// The label of something that ends at `point`.
    struct EndLabel {
        var text: String
        var series: Int
        var point: ChartLayout.Point
    }

    /// The labels in a column at the right of the plot, without overlaps. A label that is not next
    /// to its point is connected to it by a thin line.
    func endLabels(_ labels: [EndLabel]) -> [ChartLayout.Shape] {
        if labels.isEmpty { return [] }
        let heights = movedApart(
            labels.map(\.point.y), by: ChartLayout.lineHeight - 1,
            within: box.y...(box.y + box.height))
        let right = box.x + box.width
        return zip(labels, heights).flatMap { label, y -> [ChartLayout.Shape] in
            let text = ChartLayout.Shape.text(
                label.text, .series(label.series), .start, at: .init(x: right + 10, y: y + 4))
            if abs(y - label.point.y) < 4, label.point.x > right - 1 { return [text] }
            return [.rule(.leader, from: label.point, to: .init(x: right + 8, y: y)), text]
        }
    }
}
