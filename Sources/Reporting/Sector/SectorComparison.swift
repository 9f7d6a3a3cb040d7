import Mining

/// The sector on the day reported on, compared with the days its changes are taken from.
struct SectorComparison {
    let now: SectorSnapshot
    let before: SectorSnapshot
    /// The base of the deployed hashrate.
    let addedBefore: SectorSnapshot
    /// Every figure with its base, in the order of `Figure`.
    let lines: [SectorLine]
    /// Each company that was a member at one of the two ends and has a hashrate at one, by
    /// hashrate added; ties, and at the end those without an addition, by ticker.
    let additions: [MemberChange]

    /// The block reward revenue of the same period a year before.
    struct YearAgo {
        /// nil in the first year of the calendar.
        var period: Period?
        var revenue: ComputedFigure
    }

    init(
        now: SectorSnapshot, before: SectorSnapshot, addedBefore: SectorSnapshot, yearAgo: YearAgo
    ) {
        self.now = now
        self.before = before
        self.addedBefore = addedBefore
        additions = Self.ranked(MemberChange.all(from: addedBefore.hashrates, to: now.hashrates))
        lines = Figure.allCases.map { figure in
            if figure == .blockRewardRevenueYearAgo {
                return SectorLine(yearAgo, today: now[.blockRewardRevenue].expression)
            }
            let base = figure == .hashrate ? addedBefore : before
            return SectorLine(
                figure, now[figure], since: base.period, base: base[figure],
                mismatch: now.methods.mismatch(with: base.methods, for: figure))
        }
    }

    private static func ranked(_ changes: [MemberChange]) -> [MemberChange] {
        let keyed = changes.map { change in
            (change: change, added: change.change?.value ?? -Double.infinity)
        }
        let sorted = keyed.sorted { left, right in
            if left.added != right.added { return left.added > right.added }
            return left.change.company.ticker < right.change.company.ticker
        }
        return sorted.map(\.change)
    }

    /// The line of a figure.
    func line(_ figure: Figure) -> SectorLine? { lines.first { $0.figure == figure } }

    /// The group's net change of hashrate, over the same members at both ends; nil if no change is
    /// shown.
    var netHashrateAdded: Expression? {
        line(.hashrate)?.compared.ends.map { .difference($0.now, $0.before) }
    }
}
