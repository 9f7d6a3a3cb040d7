import Mining

/// What a figure is called, what it is measured in, and how it follows from what is published.
package struct FigureDefinition: Sendable {
    /// The name of its column, in JSON and for `--explain`.
    var code: String
    /// The name for people.
    var title: String
    var unit: FigureUnit
    /// Its formula in the codes of metrics and figures, such as `btc_sold / btc_mined`.
    var formula: String
    /// The same in words, without a full stop: `the part of the mined bitcoin that was sold`.
    var meaning: String
    /// Whether it is a change, which people see with a sign.
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

    /// The definition of a metric that a report shows as it is published.
    /// A report whose columns are of one kind may call it by a shorter `title`.
    init(_ metric: Metric, title: String? = nil) {
        self.init(
            metric.code, title ?? metric.name, FigureUnit(metric.unit), formula: metric.code,
            meaning: String(metric.definition.unicodeScalars.prefix { $0 != "." }))
    }

    /// The column of a table with one such figure in each row.
    var column: Column {
        Column(
            code, title, .number, unit: unit.code.isEmpty ? nil : unit.code,
            shownUnit: unit.shown == unit.code ? nil : unit.shown)
    }
}
