import Reporting

/// The area of a chart in which values are drawn, with its two scales. It is either vertical
/// (places from left to right, values upwards) or horizontal (places downwards, values to the
/// right).
struct Plot {
    var box: ChartLayout.Box
    var values: ValueScale
    var places: PlaceScale
    var isHorizontal = false
    /// In a horizontal plot, the space between the names of the places and the plot, for labels of
    /// negative values.
    var gap = 0.0

    /// The coordinates of a value at `place`, which is 0 … 1 along the axis of places.
    func point(_ place: Double, _ value: Double) -> ChartLayout.Point {
        let fraction = values.fraction(value)
        return isHorizontal
            ? ChartLayout.Point(x: box.x + fraction * box.width, y: box.y + place * box.height)
            : ChartLayout.Point(
                x: box.x + place * box.width, y: box.y + (1 - fraction) * box.height)
    }

    /// The box of a bar that covers `places` along the axis of places, from one value to another.
    func bar(_ places: ClosedRange<Double>, from: Double, to: Double) -> ChartLayout.Box {
        let corners = (point(places.lowerBound, from), point(places.upperBound, to))
        return ChartLayout.Box(
            x: min(corners.0.x, corners.1.x), y: min(corners.0.y, corners.1.y),
            width: abs(corners.1.x - corners.0.x), height: abs(corners.1.y - corners.0.y))
    }

    /// The length of the axis of places.
    var length: Double { isHorizontal ? box.height : box.width }

    /// The line at zero, or nothing if the scale does not include zero. Separate from `scales`,
    /// because it is drawn over the bars.
    var zeroLine: [ChartLayout.Shape] {
        values.ticks.filter { $0 == 0 }.map { .rule(.zero, from: point(0, $0), to: point(1, $0)) }
    }

    /// Both scales: a line and a label for each tick, the labels of the places, and the unit.
    func scales(unit: String) -> [ChartLayout.Shape] {
        let ticks = values.ticks.flatMap { tick -> [ChartLayout.Shape] in
            let (start, end) = (point(0, tick), point(1, tick))
            let label = values.label(tick)
            return [
                .rule(.grid, from: start, to: end),
                isHorizontal
                    ? .text(label, .axis, .middle, at: .init(x: end.x, y: end.y + 16))
                    : .text(label, .axis, .end, at: .init(x: box.x - 6, y: start.y + 4)),
            ]
        }
        let labels = placeLabels.map { label -> ChartLayout.Shape in
            let point = point(label.position, values.low)
            if isHorizontal {
                return .text(label.text, .axis, .end, at: .init(x: box.x - gap - 6, y: point.y + 4))
            }
            let half = ChartLayout.width(of: label.text) / 2
            let x = min(max(point.x, half), ChartLayout.width - half)
            return .text(label.text, .axis, .middle, at: .init(x: x, y: point.y + 16))
        }
        let unit = ChartLayout.Shape.text(
            unit, .axis, .start, at: .init(x: 0, y: box.y - 10))
        return ticks + labels + [unit]
    }

    private var placeLabels: [PlaceScale.Label] {
        if isHorizontal {
            return zip(places.positions, places.axis.labels).map {
                PlaceScale.Label(position: $0, text: $1.shortened(to: Self.longestName))
            }
        }
        return places.labels { (ChartLayout.width(of: $0) + 10) / length }
    }

    /// The maximum length of a name, in characters; longer ones are shortened.
    static let longestName = 20
}

extension Plot {
    /// A vertical plot for a chart, leaving `above` and `right` free for other shapes.
    init(vertical chart: DisplayChart, height: Double, above: Double = 0, right: Double) {
        let scale = ValueScale(chart.extent, hasZero: chart.kind != .line, intervals: 5)
        values = scale
        places = PlaceScale(chart.axis, hasRoom: chart.kind != .line)
        let left = 10 + (scale.ticks.map { ChartLayout.width(of: scale.label($0)) }.max() ?? 0)
        box = ChartLayout.Box(
            x: left, y: above + 24, width: max(ChartLayout.width - left - right, 60), height: height
        )
    }
}
