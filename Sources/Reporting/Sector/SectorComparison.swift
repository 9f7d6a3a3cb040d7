import Mining

/// The sector at the moment asked for, beside the moments its changes are taken from.
struct SectorComparison {
    let now: SectorMoment
    let before: SectorMoment
    /// The base of the deployed hashrate.
    let addedBefore: SectorMoment
    /// The block reward revenue of the same period a year before.
    struct YearAgo {
        /// `nil` in the first year of the calendar.
        var period: Period?
        var revenue: Computed
    }

    /// Every figure with its base, in their order.
    let lines: [SectorLine]
    /// Everyone who was a member at either end and has a hashrate at one, largest addition
    /// first, ties and those without one by ticker.
    let additionsByMember: [Addition]

    init(now: SectorMoment, before: SectorMoment, addedBefore: SectorMoment, yearAgo: YearAgo) {
        self.now = now
        self.before = before
        self.addedBefore = addedBefore
        additionsByMember = Self.additions(from: addedBefore, to: now)
        lines = Figure.allCases.map { figure in
            if figure == .blockRewardRevenueYearAgo {
                return SectorLine(yearAgo, today: now[.blockRewardRevenue].expression)
            }
            let base = figure == .hashrate ? addedBefore : before
            return SectorLine(
                figure, now[figure], since: base.period, base: base[figure].expression,
                isComparable: Self.mismatch(of: figure, now.ways, base.ways) == nil)
        }
    }

    func line(_ figure: Figure) -> SectorLine? { lines.first { $0.figure == figure } }

    /// Why a change of the figure would compare unlike things, as a sentence without its full
    /// stop; `nil` where both ends were come by in the same way.
    func mismatch(of figure: Figure) -> String? {
        Self.mismatch(of: figure, now.ways, before.ways)
    }

    static func mismatch(
        of figure: Figure, _ one: SectorMoment.Ways, _ other: SectorMoment.Ways
    ) -> String? {
        switch figure {
        case .marketCap, .blockRewardMultiple, .blockRewardMultipleScaled:
            let differing = one.derivesMarketCap.filter { ticker, derives in
                other.derivesMarketCap[ticker].map { $0 != derives } ?? false
            }
            guard !differing.isEmpty else { return nil }
            return "the market cap of \(differing.keys.sorted().joined(separator: ", ")) is"
                + " published at one end and share price times shares at the other"
        case .powerCostPerExahash, .blockRewardGrossProfit, .grossMargin:
            guard
                one.usesGroupEfficiency != other.usesGroupEfficiency
                    || one.usesGroupPowerPrice != other.usesGroupPowerPrice
            else { return nil }
            return "power cost is the group's own at one end and its members' at the other"
        case .hashprice:
            guard one.includesFees != other.includesFees else { return nil }
            return "fees are known at one end only"
        default: return nil
        }
    }
}

// MARK: - Members side by side

extension SectorComparison {
    /// One member's deployed hashrate at both ends; either may be missing, not both.
    struct Addition {
        var company: Company
        var now: MemberFigure?
        var before: MemberFigure?

        /// What it added; `nil` where one end is missing.
        var added: Expression? {
            guard let now, let before else { return nil }
            return .difference(now.expression, before.expression)
        }
    }

    private static func additions(from before: SectorMoment, to now: SectorMoment) -> [Addition] {
        var additions: [String: Addition] = [:]
        for figure in now.hashrates {
            additions[figure.ticker] = Addition(company: figure.company, now: figure)
        }
        for figure in before.hashrates {
            additions[figure.ticker, default: Addition(company: figure.company)].before = figure
        }
        return additions.values.map { ($0, added: $0.added?.value) }.sorted { left, right in
            if left.added != right.added {
                return (left.added ?? -.infinity) > (right.added ?? -.infinity)
            }
            return left.0.company.ticker < right.0.company.ticker
        }.map(\.0)
    }

    /// The change over those members alone that have a figure at both ends; `nil` where none do.
    var likeForLike: (change: Expression, members: Int)? {
        let added = additionsByMember.compactMap(\.added)
        return added.isEmpty ? nil : (.sum(added), added.count)
    }

    /// The group's net change, which additions are shares of.
    private var netHashrateAdded: Expression? {
        guard let after = now[.hashrate].expression, let before = addedBefore[.hashrate].expression
        else { return nil }
        return .difference(after, before)
    }

    private static let additionColumns = [
        Column("ticker", "Ticker", .text), Column("name", "Name", .text),
        Column("hashrate", "Hashrate", .number, unit: "EH/s"),
        Column("previous", "Previous", .number, unit: "EH/s"),
        Column("added", "Added", .number, unit: "EH/s"),
        Column("share_of_additions", "Share of net change", .number, unit: "%"),
        Column("status", "Status", .text),
    ]

    static let emptyAdditions = Table(
        name: "additions", title: "Hashrate added", columns: additionColumns, rows: [])

    func additions(digits: Int?) -> Table {
        var table = Self.emptyAdditions
        table.title = "Hashrate added since \(addedBefore.period)"
        let net = Estimate(netHashrateAdded)
        table.rows = additionsByMember.map { addition in
            let added = Estimate(addition.added)
            return [
                .text(addition.company.ticker), .text(addition.company.name),
                .number(addition.now?.expression, digits: digits, marks: addition.now?.marks),
                .number(
                    addition.before?.expression, digits: digits, marks: addition.before?.marks),
                .number(added, digits: digits, isSigned: true),
                .number(Estimate(part: added, of: net), digits: digits),
                addition.now.map { .text($0.status.name) } ?? .missing,
            ]
        }
        return table
    }

    private static let memberColumns = [
        Column("ticker", "Ticker", .text), Column("name", "Name", .text),
        Column("hashrate", "Hashrate", .number, unit: "EH/s"),
        Column("network_share", "Share", .number, unit: "%"),
        Column("hashrate_status", "Status", .text),
        Column("hashrate_as_of", "As of", .date),
        Column("hashrate_source", "Source", .text, audience: .programs),
        Column("market_cap", "Market cap", .number, unit: "USD", shownUnit: "USD bn"),
        Column("market_cap_status", "Status", .text),
        Column("market_cap_as_of", "As of", .date),
        Column("market_cap_source", "Source", .text, audience: .programs),
    ]

    static let emptyMembers = Table(
        name: "members", title: "Members", columns: memberColumns, rows: [])

    func membersTable(digits: Int?) -> Table {
        var table = Self.emptyMembers
        table.title = "Members on \(now.day)"
        let hashrates = Dictionary(now.hashrates.map { ($0.ticker, $0) }) { one, _ in one }
        let marketCaps = Dictionary(now.marketCaps.map { ($0.ticker, $0) }) { one, _ in one }
        table.rows = now.members.map { member in
            let hashrate = hashrates[member.ticker]
            let marketCap = marketCaps[member.ticker]
            let share = hashrate.flatMap { hashrate in
                now[.networkHashrate].expression.map {
                    Formulas.percentage(hashrate.expression, of: $0)
                }
            }
            return [
                .text(member.ticker), .text(member.name),
                .number(hashrate?.expression, digits: digits, marks: hashrate?.marks),
                .number(share, digits: digits),
            ] + Self.provenance(hashrate) + [
                .number(
                    marketCap?.expression, digits: digits, power: -9, marks: marketCap?.marks)
            ] + Self.provenance(marketCap)
        }
        return table
    }

    /// Status, day and source of a figure.
    private static func provenance(_ figure: MemberFigure?) -> [Cell] {
        guard let figure else { return [.missing, .missing, .missing] }
        return [
            .text(figure.status.name), .date(figure.asOf),
            figure.source.isEmpty ? .missing : .text(figure.source),
        ]
    }
}
