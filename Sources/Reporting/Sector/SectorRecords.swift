import Mining

/// Which figures are records: higher than at every earlier month-end, as the book computes them,
/// than every earlier claim, and than what follows from earlier claims (docs/formulas.md, Records).
struct SectorRecords {
    /// What a record was compared with.
    struct Comparison {
        fileprivate(set) var monthEnds = 0
        fileprivate(set) var published = 0
        /// The earliest day of these.
        fileprivate(set) var since = Day.last

        fileprivate mutating func add(_ day: Day, to count: WritableKeyPath<Comparison, Int>) {
            self[keyPath: count] += 1
            since = min(since, day)
        }
    }

    private enum Verdict {
        case record(Comparison)
        /// A month-end was as high.
        case passed
        /// An earlier claim, or what follows from earlier claims, is as high; in words.
        case claimed(String)
    }

    private var verdicts = ValuesByFigure<Verdict>()

    /// A record needs at least this many earlier figures.
    private static let fewest = 6

    /// Looks back month by month, only as far as needed: a figure that was once as high is decided,
    /// and before the group had members only the network's figures can be computed.
    init<Source: Book>(
        of now: SectorSnapshot, claims: SectorClaims, _ calculator: SectorCalculator<Source>
    ) throws(Source.Failure) {
        var undecided = ValuesByFigure<Comparison>()
        for figure in Figure.allCases where figure != .companies {
            if now[figure].expression?.value != nil { undecided[figure] = Comparison() }
        }
        let firstOfNetwork = try calculator.firstDayOfNetwork() ?? .last
        let firstOfMembers =
            try calculator.scopeMembers.firstDay(in: calculator.reader.book) ?? .last
        var end = now.day.firstOfMonth.advanced(by: -1)
        while end >= min(firstOfNetwork, firstOfMembers), end > .first {
            let canChange = undecided.figures.contains { $0.isOfNetwork || end >= firstOfMembers }
            guard canChange else { break }
            let earlier = try calculator.snapshot(
                Period(day: end), using: now.methods, only: undecided.figures)
            for figure in undecided.figures {
                compare(figure, now, with: earlier, &undecided)
            }
            end = end.firstOfMonth.advanced(by: -1)
        }
        for figure in undecided.figures {
            guard let value = now[figure].expression, let comparison = undecided[figure]
            else { continue }
            verdicts[figure] = Self.verdict(on: figure, value, comparison, claims, before: now.day)
        }
    }

    /// What the figure was compared with if it is a record; else nil.
    subscript(figure: Figure) -> Comparison? {
        if case .record(let comparison) = verdicts[figure] { comparison } else { nil }
    }

    /// Whether the figure is a record; nil if it is not known or there is too little to compare it
    /// with.
    func isRecord(_ figure: Figure) -> Bool? {
        switch verdicts[figure] {
        case .record: true
        case .passed, .claimed: false
        case nil: nil
        }
    }

    /// For each record of `now`, how much it was compared with and on how many estimates it rests.
    /// For each figure that only claims keep from being a record, the highest of these claims or of
    /// what follows from them.
    func sentences(_ now: SectorSnapshot) -> [String] {
        Figure.allCases.compactMap { figure in
            switch verdicts[figure] {
            case .record(let seen):
                "\(figure.title): highest of \(counted(seen.monthEnds, "month-end")) and "
                    + "\(counted(seen.published, "published figure")) since "
                    + "\("\(seen.since)".prefix(7))\(Self.estimates(in: now[figure]))."
            case .claimed(let claim): "\(figure.title): not the highest: \(claim)."
            case .passed, nil: nil
            }
        }
    }

    /// `, resting on 7 estimates`; empty if the figure rests on none.
    private static func estimates(in figure: ComputedFigure) -> String {
        let count =
            figure.expression?.inputs.count { $0.observation.status == .estimated } ?? 0
        return count == 0 ? "" : ", resting on \(counted(count, "estimate"))"
    }

    /// Compares a figure with its value at a month-end. A sum that lacks members, or one computed
    /// with other methods, may take the record away, but does not count as lower.
    private mutating func compare(
        _ figure: Figure, _ now: SectorSnapshot, with earlier: SectorSnapshot,
        _ undecided: inout ValuesByFigure<Comparison>
    ) {
        guard let value = now[figure].expression, let before = earlier[figure].expression,
            before.value != nil, now.methods.mismatch(with: earlier.methods, for: figure) == nil
        else { return }
        guard value.isGreater(than: before) else {
            verdicts[figure] = .passed
            undecided[figure] = nil
            return
        }
        if earlier[figure].coverage?.missing.isEmpty ?? true {
            undecided[figure]?.add(earlier.day, to: \.monthEnds)
        }
    }

    private static func verdict(
        on figure: Figure, _ value: Expression, _ monthEnds: Comparison, _ claims: SectorClaims,
        before day: Day
    ) -> Verdict? {
        var comparison = monthEnds
        let published = claims.earlier(than: day, of: figure)
        for last in Set(published.map(\.on.last)) { comparison.add(last, to: \.published) }
        // A figure within the rounding of a claim is not higher than it.
        let higher = published.filter { claim in
            Expression.constant(claim.value.upperBound(in: figure.unit)).isGreater(than: value)
        }
        if let highest = higher.max(by: { $0.value.base < $1.value.base }) {
            let unit = highest.value.unit
            let printed = Number(
                highest.value.value(in: unit), decimals: max(0, highest.value.decimals))
            return .claimed(
                "\(highest.publisher) printed \(printed.text) \(unit) for \(highest.on)")
        }
        let implied = claims.implied(figure, before: day).max { $1.value.isGreater(than: $0.value) }
        if let implied, !value.isGreater(than: implied.value) {
            return .claimed(implied.words)
        }
        let seen = comparison.monthEnds + comparison.published
        // Claims alone show what others computed, with other data.
        return comparison.monthEnds > 0 && seen >= fewest ? .record(comparison) : nil
    }
}

extension Quantity {
    /// The end of its rounding interval, in `unit`: 38.55 of 38.5.
    fileprivate func upperBound(in unit: Unit) -> DecimalNumber {
        // Half a unit of the last digit is five tenths of it.
        DecimalNumber(
            mantissa: 10 * Int128(base) + 5 * Int128(lastPlace), decimals: unit.exponent + 1)
    }
}

/// `1 month-end`, `4 month-ends`.
private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension SectorCalculator {
    /// The first day that a figure of the network could be computed for.
    fileprivate func firstDayOfNetwork() throws(Source.Failure) -> Day? {
        var first: Day?
        for metric in [Metric.btcPrice, .btcPriceAverage, .difficulty, .networkHashrate] {
            guard let day = try reader.book.earliestDay(of: metric, of: network) else { continue }
            first = min(first ?? day, day)
        }
        return first
    }
}
