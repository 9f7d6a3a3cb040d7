import Mining

/// What a value is a value of: its dimension, and what it is called.
///
/// A class, as `MeasuredMetric` is, because every row of a file hands it round.
final class Measure: Sendable {
    /// The code of the metric or figure.
    let code: String
    let dimension: Dimension
    /// The unit to suggest where a value has none.
    let unit: Unit
    /// The unit that a value has without saying so; `nil` where it must say it.
    ///
    /// No unit is guessed. A count and a difficulty are plain numbers, and a metric in bitcoin
    /// says so in its code (`btc_mined`); anything else has several units in use.
    let impliedUnit: Unit?
    /// The unit of values for which neither cell nor column has one, where an option says it.
    let defaultUnit: Unit?
    /// Whether a value below zero can be right.
    let mayBeNegative: Bool

    convenience init(_ metric: Metric, _ options: ImportOptions) {
        self.init(
            code: metric.code, unit: metric.unit, mayBeNegative: metric.mayBeNegative, options)
    }

    convenience init(_ figure: FigureCode, _ options: ImportOptions) {
        let unit =
            switch figure.change {
            case .percent: Unit.percent
            case .basisPoints: Unit.basisPoint
            case .absolute, nil:
                Figure(code: figure.base)?.unit ?? Metric(code: figure.base)?.unit ?? .count
            }
        let isFall = figure.change != nil
        self.init(
            code: figure.description, unit: unit,
            mayBeNegative: isFall || Metric(code: figure.base)?.mayBeNegative ?? true, options)
    }

    private init(code: String, unit: Unit, mayBeNegative: Bool, _ options: ImportOptions) {
        self.code = code
        self.unit = unit
        self.mayBeNegative = mayBeNegative
        dimension = unit.dimension
        impliedUnit =
            switch dimension {
            case .count, .difficulty, .bitcoin: unit
            default: nil
            }
        let (text, implied) = (options.defaults[.unit].map(UnitText.init), impliedUnit)
        defaultUnit =
            text?.unit(of: dimension) ?? text?.scale.flatMap { implied?.scaled(by: $0) }
    }

    /// Whether `number` may stand without a unit. 350.5 shares are millions of shares whose
    /// unit was forgotten; only bitcoin is counted in fractions.
    func implies(unitOf number: DecimalNumber) -> Unit? {
        guard dimension == .bitcoin || number.scaled(by: 0)?.isRounded == false else { return nil }
        return impliedUnit
    }
}

/// A metric of the file at hand, with what every one of its rows asks of it.
final class MeasuredMetric: Sendable {
    let metric: Metric
    let measure: Measure
    let isInstant: Bool
    let subjects: [Subject.Kind]

    init(_ metric: Metric, _ options: ImportOptions) {
        self.metric = metric
        measure = Measure(metric, options)
        isInstant = metric.kind == .instant
        subjects = metric.subjects
    }
}
