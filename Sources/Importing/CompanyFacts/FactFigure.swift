import Mining

/// A figure of a company, made of one fact or of several of one filing.
struct FactFigure {
    let metric: Metric
    /// As the reader of observations takes it: `2025-07-01/2025-09-30`.
    let period: String
    /// The number in `unit`.
    let value: String
    let unit: String
    /// The first fact; the others are of the same filing.
    let fact: Fact
    let status: Status
    /// The tags, and what was done to get the figure.
    let note: String
}

/// Why facts of wanted tags are not figures, for the summary.
enum FactOmission: Hashable, Comparable {
    /// The same value in a later filing.
    case repeated
    /// Of a period that ended before bitcoin's first day.
    case beforeBitcoin
    /// Before the day given by `--from`.
    case early
    /// In another unit, such as `CAD`.
    case unit(String)
    /// A value of one date where the metric needs a period, or the other way round.
    case wrongKind
    /// In a proxy statement or another form, beside a report with the same period.
    case otherForm
    /// Several values in one filing, none of which is a rounding of another.
    case contradictory
    /// A filing without another tag of the sum.
    case incomplete(String)
    /// An amount of bitcoin that nothing proves, and why.
    case unproven(String)

    /// In words after a number: `3 in CAD`.
    var description: String {
        switch self {
        case .repeated: "repeated in later filings"
        case .beforeBitcoin: "from before bitcoin's first day"
        case .early: "from before --from"
        case .unit(let unit): "in \(escaped(unit))"
        case .wrongKind: "of another kind of period"
        case .otherForm: "in proxy statements and other forms"
        case .contradictory: "with several values in one filing"
        case .incomplete(let tag): "without \(escaped(tag))"
        case .unproven(let reason): reason
        }
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.order, left.description) < (right.order, right.description)
    }

    /// The place in a summary.
    private var order: Int {
        switch self {
        case .repeated: 0
        case .beforeBitcoin: 1
        case .early: 2
        case .unit: 3
        case .wrongKind: 4
        case .otherForm: 5
        case .contradictory: 6
        case .incomplete: 7
        case .unproven: 8
        }
    }
}
