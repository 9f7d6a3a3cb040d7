import Mining

/// The metric that a text above a table is about, with what it says about the unit:
/// `Average operating hashrate (EH/s)`, `BTC held in thousands`.
struct TitleMetric: Sendable {
    let text: String
    let metric: Metric
    /// The unit or factor behind the name; empty if there is none.
    let unit: String

    /// Reads a text; nil if it is not the name of a metric.
    init?(_ text: String) {
        let (name, unit) =
            MetricColumn.parts(of: text, around: " in ") ?? MetricColumn.parts(of: text)
        guard let metric = Metric(named: name) else { return nil }
        self.text = text
        self.metric = metric
        self.unit = unit ?? ""
    }

    /// The metric that texts are about, if it is that of a table without any other: exactly one of them is
    /// the name of a metric, or several are that of the same. Nil if none is, or if what is behind the name
    /// or in another text may change its meaning, as `cumulative` does.
    static func only(in texts: [String]) -> TitleMetric? {
        let found = texts.compactMap(TitleMetric.init)
        guard Set(found.map(\.metric)).count == 1, found.allSatisfy(\.saysOnlyUnit),
            !texts.contains(where: isOfOtherFigures)
        else { return nil }
        return found.first { !$0.unit.isEmpty } ?? found.first
    }

    /// Whether a text says that figures are not the metric itself: `Year to date`, `Change vs. May`.
    private static func isOfOtherFigures(_ text: String) -> Bool {
        let words = GrowthLabel.words(in: text.lowercased())
        return words.contains { GrowthLabel.wordsOfOtherFigures.contains($0) }
            || zip(words, words.dropFirst()).contains { $0 == "to" && $1 == "date" }
    }

    /// Whether nothing but a unit of the metric or a factor is behind the name.
    private var saysOnlyUnit: Bool {
        if unit.isEmpty || unit.lowercased() == "unaudited" { return true }
        let text = UnitText(unit)
        return text.scale != nil || text.unit(of: metric.unit.dimension) != nil
    }

    /// Whether its unit or factor is one of amounts of money or of shares.
    var isOfAmounts: Bool { metric.unit == .dollar || metric.unit == .share }

    /// What to do about thousands of bitcoin.
    static var bitcoinRemedy: String { remedy(for: .bitcoin) }

    private static func remedy(for unit: Unit) -> String {
        "multiply the figures, or import with --unit \(unit) if they are in \(unit)"
    }

    /// The text and what to do, if values of the metric cannot have its factor: thousands of
    /// bitcoin. Nil otherwise.
    var doubt: (text: TableText, remedy: String)? {
        guard let scale = UnitText(unit).scale, metric.unit.scaled(by: scale) == nil else {
            return nil
        }
        return (TableText(text: text, place: .aboveTable), Self.remedy(for: metric.unit))
    }
}
