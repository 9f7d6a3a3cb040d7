import Reporting

/// The part of a picture in which values stand, and its scales: upright, with places from left to
/// right and values upwards, or lying, with places downwards and values to the right.
struct Plot {
    var box: Picture.Box
    var values: ValueScale
    var places: PlaceScale
    var isLying = false
    /// Between the names of the places and a lying plot, for what stands left of its bars.
    var gap = 0.0

    /// Where the value stands that is drawn at `place`, from 0 to 1 along the axis.
    func point(_ place: Double, _ value: Double) -> Picture.Point {
        let fraction = values.fraction(value)
        return isLying
            ? Picture.Point(x: box.x + fraction * box.width, y: box.y + place * box.height)
            : Picture.Point(x: box.x + place * box.width, y: box.y + (1 - fraction) * box.height)
    }

    /// A bar that covers `places` along the axis, from one value to another.
    func bar(_ places: ClosedRange<Double>, from: Double, to: Double) -> Picture.Box {
        let corners = (point(places.lowerBound, from), point(places.upperBound, to))
        return Picture.Box(
            x: min(corners.0.x, corners.1.x), y: min(corners.0.y, corners.1.y),
            width: abs(corners.1.x - corners.0.x), height: abs(corners.1.y - corners.0.y))
    }

    /// How long the axis of places is.
    var length: Double { isLying ? box.height : box.width }

    /// The line at zero, where there is one: over the bars that stand on it.
    var zeroLine: [Picture.Shape] {
        values.ticks.filter { $0 == 0 }.map { .rule(.zero, from: point(0, $0), to: point(1, $0)) }
    }

    /// The scales: a line and a label for each tick, the labels of the places, and the unit.
    func scales(unit: String) -> [Picture.Shape] {
        let ticks = values.ticks.flatMap { tick -> [Picture.Shape] in
            let (start, end) = (point(0, tick), point(1, tick))
            let label = values.label(tick)
            return [
                .rule(.grid, from: start, to: end),
                isLying
                    ? .text(label, .axis, .middle, at: .init(x: end.x, y: end.y + 16))
                    : .text(label, .axis, .end, at: .init(x: box.x - 6, y: start.y + 4)),
            ]
        }
        let labels = placeLabels.map { label -> Picture.Shape in
            let point = point(label.position, values.low)
            if isLying {
                return .text(label.text, .axis, .end, at: .init(x: box.x - gap - 6, y: point.y + 4))
            }
            let half = Picture.width(of: label.text) / 2
            let x = min(max(point.x, half), Picture.width - half)
            return .text(label.text, .axis, .middle, at: .init(x: x, y: point.y + 16))
        }
        let unit = Picture.Shape.text(
            unit, .axis, .start, at: .init(x: 0, y: box.y - 10))
        return ticks + labels + [unit]
    }

    private var placeLabels: [PlaceScale.Label] {
        if isLying {
            return zip(places.positions, places.axis.labels).map {
                PlaceScale.Label(position: $0, text: $1.shortened(to: Self.longestName))
            }
        }
        return places.labels { (Picture.width(of: $0) + 10) / length }
    }

    /// In characters; what is longer is shortened.
    static let longestName = 20
}

extension Plot {
    /// An upright plot for `chart`, with `above` and `right` left free for what stands there.
    init(upright chart: Drawing, height: Double, above: Double = 0, right: Double) {
        let scale = ValueScale(chart.extent, hasZero: chart.kind != .line, intervals: 5)
        values = scale
        places = PlaceScale(chart.axis, hasRoom: chart.kind != .line)
        let left = 10 + (scale.ticks.map { Picture.width(of: scale.label($0)) }.max() ?? 0)
        box = Picture.Box(
            x: left, y: above + 24, width: max(Picture.width - left - right, 60), height: height)
    }
}
