import Mining

/// Why the book has no figure of a metric for the period reported on, as far as its other figures
/// show (docs/formulas.md, Other reports).
enum MissingFigure {
    /// The book has no figure of the metric at all.
    case neverPublished
    /// The metric is published over this period, which overlaps the period reported on but gives no
    /// figure for it.
    case otherPeriod(Period)
    /// The last figure is over this period, and the one that follows it is not over yet.
    case notDue(Period)
    /// The source of the last figure has a figure for this later period, so the missing one is
    /// probably published too.
    case notImported(Period)
    /// The book has a figure of this period, the first after the period reported on.
    case gap(Period)
    /// The last figure is of this period, and either the book has nothing later from its source or
    /// the source has gone on without the figure for more than a year.
    case stopped(Period)

    /// For programs.
    var code: String {
        switch self {
        case .neverPublished: "never_published"
        case .otherPeriod: "other_period"
        case .notDue: "not_due"
        case .notImported: "not_imported"
        case .gap: "gap"
        case .stopped: "stopped"
        }
    }

    /// For people. It says only what the book shows, because the book cannot know what was
    /// published.
    var text: String {
        switch self {
        case .neverPublished: "not in the book"
        case .otherPeriod(let period): "in the book only over \(period)"
        case .notDue(let period): "not due yet: last over \(period)"
        case .notImported(let period): "not in the book, but its source has \(period)"
        case .gap(let period): "not in the book; the next is of \(period)"
        case .stopped(let period): "nothing newer in the book than \(period)"
        }
    }

    /// The period that shows it; nil for `neverPublished`.
    var period: Period? {
        switch self {
        case .neverPublished: nil
        case .otherPeriod(let period), .notDue(let period), .notImported(let period),
            .gap(let period), .stopped(let period):
            period
        }
    }
}

extension MissingFigure {
    /// A source that has gone on without the figure for more days than this has stopped publishing
    /// it.
    private static let longestDelay = 400

    /// Finds out why there is no figure over `wanted`, or for an instant on its last day.
    ///
    /// `figures` are all of the metric that count, in the order of their periods; `later` are
    /// those of all metrics of the same company.
    init(over wanted: Period, _ figures: [Observation], among later: [Observation]) {
        guard let first = figures.first else {
            self = .neverPublished
            return
        }
        let isInstant = first.metric.kind == .instant
        if !isInstant,
            let overlapping = figures.last(where: {
                $0.period.first <= wanted.last && wanted.first <= $0.period.last
            })
        {
            self = .otherPeriod(overlapping.period)
            return
        }
        guard let last = figures.last(where: { $0.period.last <= wanted.last }) else {
            self = .notImported(first.period)
            return
        }
        let next = isInstant ? last.period.last.advanced(by: 1) : last.period.next?.last ?? .last
        if !isInstant, next > wanted.last {
            self = .notDue(last.period)
        } else if wanted.last.number - last.period.last.number <= Self.longestDelay,
            let same = later.filter({ $0.period.last >= next && $0.hasPublisher(of: last) })
                .map(\.period).min()
        {
            self = .notImported(same)
        } else if let after = figures.first(where: { $0.period.last > wanted.last }) {
            self = .gap(after.period)
        } else {
            self = .stopped(last.period)
        }
    }
}

extension Observation {
    /// Whether both were published by the company itself, or by the same site.
    fileprivate func hasPublisher(of other: Observation) -> Bool {
        status.rank == 0 || other.status.rank == 0
            ? status.rank == other.status.rank : site == other.site
    }

    /// The host of a web address, else the text before the first colon.
    private var site: String {
        let afterScheme = source.split(separator: "/", omittingEmptySubsequences: false)
        if afterScheme.count > 2, afterScheme[0].hasSuffix(":"), afterScheme[1].isEmpty {
            return afterScheme[2].lowercased()
        }
        return source.prefix { $0 != ":" }.lowercased()
    }
}
