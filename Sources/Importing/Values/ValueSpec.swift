import Mining

/// Which values a metric or figure can have: dimension, units and sign.
///
/// A class, as `MetricSpec` is, because every row of a file passes it on.
final class ValueSpec: Sendable {
    /// The code of the metric or figure.
    let code: String
    let dimension: Dimension
    /// The unit to suggest for a value without one.
    let unit: Unit
    /// The unit of a value without one; nil if values must have a unit.
    ///
    /// No unit is guessed. Counts and difficulties are plain numbers, and metrics in bitcoin have
    /// the unit in their code (`btc_mined`); for everything else several units are in use.
    let impliedUnit: Unit?
    /// The unit in the label of the metric, else the one of the table, else the one from the options:
    /// for values without a unit in the cell or the column.
    let defaultUnit: WrittenUnit?
    /// A text above the table that may or may not give the unit of values without one, and what to
    /// do; nil if there is none.
    let unclearUnit: (text: TableText, remedy: String)?
    /// The unit that texts above the table give; nil if there is none.
    let tableUnit: TableUnit?
    /// The unit of money from the options; nil if they have none.
    let givenMoney: Unit?
    /// Whether a value below zero is possible.
    let mayBeNegative: Bool

    /// The values of a metric. `labelUnit` is the unit in its label.
    convenience init(
        _ metric: Metric, _ options: ImportOptions, labelUnit: WrittenUnit? = nil
    ) {
        self.init(
            code: metric.code, unit: metric.unit, mayBeNegative: metric.mayBeNegative, labelUnit,
            options)
    }

    /// The values of a figure in a claim.
    convenience init(_ figure: FigureCode, _ options: ImportOptions) {
        let unit =
            switch figure.change {
            case .percent: Unit.percent
            case .basisPoints: Unit.basisPoint
            case .absolute, nil:
                Figure(code: figure.base)?.unit ?? Metric(code: figure.base)?.unit ?? .count
            }
        let isChange = figure.change != nil
        self.init(
            code: figure.description, unit: unit,
            mayBeNegative: isChange || Metric(code: figure.base)?.mayBeNegative ?? true, nil,
            options)
    }

    private init(
        code: String, unit: Unit, mayBeNegative: Bool, _ labelUnit: WrittenUnit?,
        _ options: ImportOptions
    ) {
        self.code = code
        self.unit = unit
        self.mayBeNegative = mayBeNegative
        dimension = unit.dimension
        let implied: Unit? =
            switch dimension {
            case .count, .difficulty, .bitcoin: unit
            default: nil
            }
        let text = options.defaults[.unit].map(UnitText.init)
        let defaultUnit =
            labelUnit ?? options.tableUnit?.unit(of: dimension).map { WrittenUnit($0) }
            ?? text?.unit(of: dimension)
            ?? text?.scale.flatMap { implied?.scaled(by: $0).map { WrittenUnit($0) } }
        self.defaultUnit = defaultUnit
        tableUnit = options.tableUnit
        givenMoney = text?.unit(of: .money)?.unit
        let saysDollars =
            givenMoney != nil && tableUnit?.namesOtherCurrency == true && dimension.isOfDollars
        unclearUnit =
            defaultUnit == nil && !saysDollars
            ? tableUnit?.doubt(about: unit) ?? options.titleDoubt(about: code) : nil
        impliedUnit = unclearUnit == nil ? implied : nil
    }
}

/// A metric with everything that reading its figures needs to know about it.
final class MetricSpec: Sendable {
    let metric: Metric
    let values: ValueSpec
    let isInstant: Bool
    let isPublishedDaily: Bool
    let subjects: [Subject.Kind]
    /// The unit in the label; nil if it has none.
    let labelUnit: WrittenUnit?

    init(_ metric: Metric, _ options: ImportOptions, labelUnit: WrittenUnit? = nil) {
        self.metric = metric
        self.labelUnit = labelUnit
        values = ValueSpec(metric, options, labelUnit: labelUnit)
        isInstant = metric.kind == .instant
        isPublishedDaily = metric.isPublishedDaily
        subjects = metric.subjects
    }
}
