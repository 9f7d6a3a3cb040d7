import Reporting

/// A chart laid out: what is drawn where, before any format writes it down.
///
/// Coordinates grow to the right and downwards. Every picture is as wide as the others, for which
/// 420 is chosen: on a phone its texts are then still legible, and on a desk two stand side by
/// side. How high it is, is up to what it holds.
struct Picture: Hashable {
    static let width = 420.0

    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    struct Box: Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    /// What a straight line is there for.
    enum Rule: String {
        case grid, zero, leader
    }

    /// What is fixed of a text: its beginning, middle or end.
    enum Anchor: String {
        case start, middle, end
    }

    /// What a text is there for.
    enum Role: Hashable {
        /// To read the scales by.
        case axis
        /// To be read by itself.
        case value
        /// The name of a series, in its color.
        case series(Int)
    }

    enum Shape: Hashable {
        case rule(Rule, from: Point, to: Point)
        /// A line through values; each run goes on to where a value is missing.
        case curve(series: Int, runs: [[Point]])
        case dot(series: Int, at: Point, tip: String)
        /// `tip` says which value it is.
        case bar(series: Int, Box, tip: String)
        /// `at` is the fixed point of the text's baseline.
        case text(String, Role, Anchor, at: Point)
    }

    var height: Double
    /// The part in which values stand.
    var plot: Box
    /// Later ones cover earlier ones.
    var shapes: [Shape]

    init(_ chart: Drawing) {
        guard chart.extent != nil else {
            self.init(
                height: 60, plot: Box(x: 0, y: 0, width: Self.width, height: 60),
                shapes: [
                    .text(
                        "No values are known.", .axis, .middle, at: Point(x: Self.width / 2, y: 34))
                ])
            return
        }
        switch chart.kind {
        case .line: self.init(lines: chart)
        case .bars, .stacked:
            if chart.axis.isTime { self.init(columns: chart) } else { self.init(rows: chart) }
        }
    }

    init(height: Double, plot: Box, shapes: [Shape]) {
        self.height = height
        self.plot = plot
        self.shapes = shapes
    }

    /// How wide a text is in the widest of the fonts that systems have for it, so that it has
    /// room in all of them.
    static func width(of text: String) -> Double {
        text.reduce(0) { width, character in
            switch character {
            case "M", "W", "m", "w", "%", "@": width + 11.5
            case "A"..."Z": width + 8.8
            case " ", ".", ",", ":", ";", "'", "|", "i", "j", "l": width + 4.2
            default: width + 7.7 * Double(String(character).width)
            }
        }
    }

    /// From baseline to baseline.
    static let lineHeight = 15.0
}

extension Drawing {
    /// Which value it is: `RIOT, 2025Q4: 38.5 EH/s`.
    func tip(_ value: Double, series index: Int, place: Int) -> String {
        let subject = series.count > 1 ? "\(series[index].name), " : ""
        return "\(subject)\(labels[place]): \(text(value)) \(unit)"
    }
}
