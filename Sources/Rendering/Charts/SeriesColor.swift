/// How one series of a chart is told from the others: by one of eight colors, and from the ninth
/// on by dashes or hatching too.
///
/// Colors are never the only way: series are named where they are drawn, in the order in which
/// they are drawn. The eight were searched for by computer so that they differ for readers with
/// any of the three color blindnesses, and stand out from the paper by 4.5 to 1, light and dark.
struct SeriesColor {
    static let count = 8

    /// 0 … 7.
    var index: Int
    /// How often all colors were used up before it.
    var round: Int

    init(_ series: Int) {
        (round, index) = series.quotientAndRemainder(dividingBy: Self.count)
    }

    /// The name of the color in style sheets.
    var color: String { "s\(index + 1)" }

    /// The names of all that tells it apart there.
    var names: String { round == 0 ? color : "\(color) again\(1 + (round + 1) % 2)" }
}
