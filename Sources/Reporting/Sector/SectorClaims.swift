import Mining

/// The claims about the sector's figures that were public by the day of the reader.
struct SectorClaims {
    private var claims = ValuesByFigure<[Claim]>()

    init<Source: Book>(_ scope: Scope, _ reader: Reader<Source>) throws(Source.Failure) {
        for figure in Figure.allCases {
            let subject = figure.isOfNetwork ? Subject.network.code : scope.group
            guard let subject else { continue }
            claims[figure] = try reader.book.claims(of: FigureCode(figure), about: subject)
                .filter { $0.isKnown(on: reader.knownOn) }
        }
    }

    /// The claim of a figure for the period reported on: the last published; of several published on
    /// the same day the one with the greatest source, by bytes. nil if there is none.
    ///
    /// A claim of an instant is for a day. A claim of an average is for a period; a single day
    /// means its month to date.
    func claim(of figure: Figure, on period: Period) -> Claim? {
        (claims[figure] ?? [])
            .filter { claim in
                figure.isOfPeriod
                    ? claim.on.monthToDate == period.monthToDate : claim.on.last == period.last
            }
            .max(by: Self.isEarlier)
    }

    /// All claims of a figure whose last day is in `span`, by that day; those of one day in the order
    /// of publication, so that the last is the one that `claim` chooses.
    func claims(of figure: Figure, within span: Period) -> [Claim] {
        (claims[figure] ?? [])
            .filter { span.first <= $0.on.last && $0.on.last <= span.last }
            .sorted { left, right in
                left.on.last != right.on.last
                    ? left.on.last < right.on.last : Self.isEarlier(left, right)
            }
    }

    /// Whether `left` was published before `right`, or on the same day with the smaller source, by
    /// bytes.
    private static func isEarlier(_ left: Claim, _ right: Claim) -> Bool {
        left.publicFrom != right.publicFrom
            ? left.publicFrom < right.publicFrom
            : left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }

    /// All claims of a figure for days before `day`.
    func earlier(than day: Day, of figure: Figure) -> [Claim] {
        (claims[figure] ?? []).filter { $0.on.last < day }
    }
}

extension Figure {
    /// Whether it is computed over a period rather than on its last day.
    fileprivate var isOfPeriod: Bool {
        switch self {
        case .networkHashrate, .networkShare, .blockRewardRevenue, .blockRewardGrossProfit,
            .grossMargin, .powerCostPerExahash, .blockRewardRevenueYearAgo,
            .blockRewardMultipleScaled:
            true
        default: false
        }
    }
}
