import Mining

/// A figure's names, its unit and its formula.
package struct FigureDefinition: Sendable {
    /// The name in JSON, in CSV and for `--explain`.
    var code: String
    /// The name for people.
    var title: String
    var unit: FigureUnit
    /// The formula in codes of metrics and figures, such as `btc_sold / btc_mined`.
    var formula: String
    /// The meaning in words, without a full stop: `the part of the mined bitcoin that was sold`.
    var meaning: String
    /// Whether it is a change, which is shown with a sign.
    var isSigned: Bool

    init(
        _ code: String, _ title: String, _ unit: FigureUnit, formula: String, meaning: String,
        isSigned: Bool = false
    ) {
        self.code = code
        self.title = title
        self.unit = unit
        self.formula = formula
        self.meaning = meaning
        self.isSigned = isSigned
    }

    /// The definition of a metric that a report shows as published. `title` is a shorter name, for
    /// reports where it is clear enough.
    init(_ metric: Metric, title: String? = nil) {
        self.init(
            metric.code, title ?? metric.name, FigureUnit(metric.unit), formula: metric.code,
            meaning: String(metric.definition.unicodeScalars.prefix { $0 != "." }))
    }

    /// The header of a column that has this figure in each row.
    var column: Column {
        Column(
            code, title, .number, unit: unit.code.isEmpty ? nil : unit.code,
            shownUnit: unit.shown == unit.code ? nil : unit.shown)
    }
}
