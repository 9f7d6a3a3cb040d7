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

    /// Whether its unit or factor is one of amounts of money or of shares.
    var isOfAmounts: Bool { metric.unit == .dollar || metric.unit == .share }

    /// What to do about thousands of bitcoin.
    static var bitcoinRemedy: String { remedy(for: .bitcoin) }

    private static func remedy(for unit: Unit) -> String {
        "multiply the figures, or import with --unit \(unit) if they are in \(unit)"
    }

    /// The text and what to do, if values of the metric cannot have its factor: thousands of
    /// bitcoin. Nil otherwise.
    var doubt: (text: String, remedy: String)? {
        guard let scale = UnitText(unit).scale, metric.unit.scaled(by: scale) == nil else {
            return nil
        }
        return (text, Self.remedy(for: metric.unit))
    }
}
