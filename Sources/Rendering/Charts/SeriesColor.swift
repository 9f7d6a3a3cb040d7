/// How a series of a chart looks: one of eight colors, and from the ninth series on also a thinner
/// or thicker line, or a pattern of dots.
///
/// Color is never the only distinction: series are named next to what is drawn, in the same order.
/// A computer search chose the eight colors so that readers with any of the three kinds of color
/// blindness can distinguish them, and so that each has a contrast of 4.5 to 1 with the background,
/// light and dark.
struct SeriesColor {
    /// How many colors there are.
    static let count = 8

    /// The color; 0 … 7.
    var index: Int
    /// How many times all colors are used by earlier series.
    var round: Int

    /// The look of the series with this index.
    init(_ series: Int) {
        (round, index) = series.quotientAndRemainder(dividingBy: Self.count)
    }

    /// The CSS class of the color.
    var color: String { "s\(index + 1)" }

    /// The color for formats without a style sheet, on white.
    var hexadecimal: String { Self.hexadecimals[index] }

    private static let hexadecimals = [
        "0070EE", "EB0D27", "1B4740", "6C1667", "596000", "4879B3", "5311A3", "996B5C",
    ]

    /// The color of what is not known.
    static let unknown = "59636E"

    /// The width of a line, in thousandths of a point.
    var lineWidth: Int { round == 0 ? 2000 : round.isMultiple(of: 2) ? 3500 : 1000 }

    /// The CSS classes of color and thickness.
    var names: String { round == 0 ? color : "\(color) again\(1 + (round + 1) % 2)" }
}
