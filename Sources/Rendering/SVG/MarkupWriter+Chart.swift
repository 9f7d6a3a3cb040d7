import Reporting

/// Charts as SVG elements (https://www.w3.org/TR/SVG11/). For screen readers, each has its title as
/// accessible name and a summary of its values as description.
extension MarkupWriter {
    /// Writes a chart. `id` is the prefix of all identifiers in it and must be unique on the page.
    /// If it `standsAlone`, it is a complete SVG file with its own colors, background and visible
    /// title.
    mutating func svg(_ chart: Chart, id: String, standsAlone: Bool = false) {
        let chart = DisplayChart(chart)
        let layout = ChartLayout(chart)
        let titles = standsAlone ? ChartLayout.titleLines(chart.title) : []
        let head = Double(titles.count) * ChartLayout.titleLineHeight + (standsAlone ? 8 : 0)
        let top = standsAlone ? -10 - head : 0
        let (left, width) =
            standsAlone ? (-10.0, ChartLayout.width + 20) : (0, ChartLayout.width)
        let height = layout.height + (standsAlone ? head + 20 : 0)
        element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
                "viewBox": "\(tenths(left)) \(tenths(top)) \(tenths(width)) \(tenths(height))",
                "width": standsAlone ? tenths(width * 1.5) : nil,
                "height": standsAlone ? tenths(height * 1.5) : nil,
                "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-description",
            ]
        ) { svg in
            svg.element("title", ["id": "\(id)-title"], text: chart.title)
            svg.element("desc", ["id": "\(id)-description"], text: chart.inWords)
            if standsAlone {
                svg.element("style") { $0.raw(chartStyle) }
                svg.empty(
                    "rect",
                    [
                        "class": "paper", "x": tenths(left), "y": tenths(top),
                        "width": tenths(width),
                        "height": tenths(height),
                    ])
                for (index, line) in titles.enumerated() {
                    let y = -14 - Double(titles.count - 1 - index) * ChartLayout.titleLineHeight
                    svg.element("text", ["class": "head", "x": "0", "y": tenths(y)], text: line)
                }
            }
            svg.patterns(id, of: chart)
            for shape in layout.shapes { svg.append(shape, id) }
        }
    }

    /// Writes the hatching of estimates, and the dots that distinguish series with the same color, if
    /// the chart needs them.
    private mutating func patterns(_ id: String, of chart: DisplayChart) {
        func pattern(_ name: String, _ body: (inout MarkupWriter) -> Void) {
            element(
                "pattern",
                [
                    "id": "\(id)-\(name)", "width": "6", "height": "6",
                    "patternUnits": "userSpaceOnUse",
                ], body)
        }
        if chart.looks.contains(.estimated) {
            pattern("hatch") { $0.empty("path", ["class": "hatch", "d": "M0 6L6 0"]) }
        }
        guard chart.series.count > SeriesColor.count, chart.kind != .line else { return }
        for (round, radius) in [(1, "1"), (2, "2")] {
            pattern("dots-\(round)") {
                $0.empty("circle", ["class": "dots", "cx": "3", "cy": "3", "r": radius])
            }
        }
    }

    private mutating func append(_ shape: ChartLayout.Shape, _ id: String) {
        switch shape {
        case .rule(let rule, let from, let to):
            empty("path", ["class": rule.rawValue, "d": path([[from, to]])])
        case .curve(let series, let runs, let look):
            empty(
                "path",
                ["class": "\(SeriesColor(series).names) line\(look.names)", "d": path(runs)])
        case .dot(let series, let point, let tip, let look):
            element(
                "circle",
                [
                    "class": "\(SeriesColor(series).names) dot\(look.names)",
                    "cx": tenths(point.x),
                    "cy": tenths(point.y), "r": "2.5",
                ]
            ) { $0.element("title", text: tip) }
        case .bar(let series, let box, let tip, let look):
            let color = SeriesColor(series)
            // A thin gap between neighbours, unless it would cover most of a small bar.
            let seam = min(box.width, box.height) > 3 ? " seam" : ""
            let carried = look.subtracting(.estimated).names
            bar("\(color.names) bar\(seam)\(carried)", box, tip)
            if color.round > 0 {
                bar("bar", box, tip, fill: "url(#\(id)-dots-\(1 + (color.round + 1) % 2))")
            }
            if look.contains(.estimated) { bar("bar", box, tip, fill: "url(#\(id)-hatch)") }
        case .sample(let box, let look):
            bar("s6 bar\(look.subtracting(.estimated).names)", box, look.inWords)
            if look.contains(.estimated) {
                bar("bar", box, look.inWords, fill: "url(#\(id)-hatch)")
            }
        case .unknown(let box, let tip): bar("unknown", box, tip)
        case .text(let text, let role, let anchor, let point):
            element(
                "text",
                [
                    "class": role.names, "x": tenths(point.x), "y": tenths(point.y),
                    "text-anchor": anchor == .start ? nil : anchor.rawValue,
                ], text: text)
        }
    }

    private mutating func bar(
        _ names: String, _ box: ChartLayout.Box, _ tip: String, fill: String? = nil
    ) {
        element(
            "rect",
            [
                "class": names, "x": tenths(box.x), "y": tenths(box.y), "width": tenths(box.width),
                "height": tenths(box.height), "fill": fill,
            ]
        ) { $0.element("title", text: tip) }
    }
}

private func path(_ runs: [[ChartLayout.Point]]) -> String {
    runs.map { run in
        "M" + run.map { "\(tenths($0.x)) \(tenths($0.y))" }.joined(separator: "L")
    }.joined()
}

/// The text of a coordinate, rounded to a tenth.
private func tenths(_ coordinate: Double) -> String {
    let tenths = Int((coordinate * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
}

extension ChartLayout.Role {
    fileprivate var names: String {
        switch self {
        case .axis: "axis"
        case .value: "value"
        case .series(let index): "\(SeriesColor(index).color) label"
        }
    }
}

extension DisplayChart {
    /// A summary of the chart for readers who cannot see it.
    fileprivate var inWords: String {
        let kind =
            switch self.kind {
            case .line: "Line chart"
            case .bars: "Bar chart"
            case .stacked: "Stacked bar chart"
            }
        let ends = labels.first.map { first in
            labels.count == 1 ? " at \(first)" : " from \(first) to \(labels[labels.count - 1])"
        }
        let sentences = series.map { series -> String in
            let values = series.values.compactMap(\.self)
            guard let low = values.min(), let high = values.max() else {
                return "\(series.name): no values."
            }
            return "\(series.name): \(text(low)) to \(text(high)), last \(text(values.last))."
        }
        return (["\(kind) in \(unit)\(ends ?? "")."] + sentences).joined(separator: " ")
    }
}
