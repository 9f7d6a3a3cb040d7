import Reporting

/// The layout of a chart: which shapes are drawn where, before they are written as SVG.
///
/// x grows to the right, y downwards. All charts have the same width, small enough that texts are
/// legible on a phone and two charts fit side by side on a desktop. The height depends on the
/// content.
struct ChartLayout: Hashable {
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

    /// What a straight line is for. The raw values are CSS classes.
    enum Rule: String {
        /// A tick of the scale.
        case grid
        /// The value zero.
        case zero
        /// Connects a label to what it names.
        case leader
    }

    /// Which part of a text is at its coordinates. The raw values are those of SVG's `text-anchor`.
    enum Anchor: String {
        case start, middle, end
    }

    /// What a text is for.
    enum Role: Hashable {
        /// A label of a scale.
        case axis
        /// The value of a bar.
        case value
        /// The name of the series with this index, in its color.
        case series(Int)
    }

    /// Something to draw. `tip` is the text shown when the pointer is over it.
    enum Shape: Hashable {
        case rule(Rule, from: Point, to: Point)
        /// A line through values, interrupted where values are missing.
        case curve(series: Int, runs: [[Point]], ValueLook)
        case dot(series: Int, at: Point, tip: String, ValueLook)
        case bar(series: Int, Box, tip: String, ValueLook)
        /// A box of the legend that shows what hatching or a lighter color means.
        case sample(Box, ValueLook)
        /// The outline of what is not known.
        case unknown(Box, tip: String)
        /// `at` is the position of the anchor on the text's baseline.
        case text(String, Role, Anchor, at: Point)
    }

    var height: Double
    /// The area in which values are drawn.
    var plot: Box
    /// In drawing order: later shapes cover earlier ones.
    var shapes: [Shape]

    /// The layout of a chart; a short text if it has no values.
    init(_ chart: DisplayChart) {
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

    /// An estimate of the width of a text, large enough for the fonts of all systems. The font is
    /// not known here, because each system uses its own.
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

    /// The distance between two baselines.
    static let lineHeight = 15.0

    /// The distance between two baselines of a title.
    static let titleLineHeight = 18.0

    /// A title in lines that fit into the width of a chart, broken between words; a word that is wider
    /// is broken where it must be. One line if the title is empty.
    static func titleLines(_ title: String) -> [String] {
        // Titles are set in 15 pixels, other texts in 12.
        func fits(_ text: String) -> Bool { width(of: text) * 15 / 12 <= width }
        var lines: [String] = []
        for word in title.split(separator: " ").map(String.init) {
            if let last = lines.last, fits("\(last) \(word)") {
                lines[lines.count - 1] = "\(last) \(word)"
                continue
            }
            lines.append("")
            for character in word {
                if !fits(lines[lines.count - 1] + String(character)) { lines.append("") }
                lines[lines.count - 1].append(character)
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}

extension DisplayChart {
    /// The text that identifies a value: `RIOT, 2025Q4: 38.5 EH/s`.
    func tip(_ value: Double, series index: Int, place: Int) -> String {
        let subject = series.count > 1 ? "\(series[index].name), " : ""
        var number = number(index, at: place) ?? number(value)
        // What the look says in words.
        number.marks.removeAll { $0 == .estimated || $0 == .carried }
        let shown = DisplayNumber(number)?.text ?? "–"
        return "\(subject)\(labels[place]): \(shown) \(unit)" + look(index, at: place).inWords
    }
}
