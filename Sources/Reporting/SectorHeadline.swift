import Mining

/// The table `headline`: one row per figure, with its change, its interval, what it rests on and
/// what others printed.
struct SectorHeadline {
    let comparison: SectorComparison
    let history: SectorHistory
    let claims: SectorClaims
    let digits: Int?

    init(
        _ comparison: SectorComparison, history: SectorHistory, claims: SectorClaims, digits: Int?
    ) {
        self.comparison = comparison
        self.history = history
        self.claims = claims
        self.digits = digits
    }

    static let emptyTable = Table(
        name: "headline", title: "Sector",
        columns: [
            Column("figure", "Code", .text, audience: .programs),
            Column("title", "Figure", .text),
            Column("value", "Value", .number),
            Column("unit", "Unit", .text),
            Column("low", "Low", .number, audience: .programs),
            Column("high", "High", .number, audience: .programs),
            Column("since", "Since", .text),
            Column("previous", "Previous", .number),
            Column("change", "Change", .number),
            Column("change_percent", "Change", .number, unit: "%"),
            Column("change_bp", "Change", .number, unit: "bp", audience: .programs),
            Column("record", "Record", .boolean, audience: .programs),
            Column("reported", "Reported", .number, audience: .programs),
            Column("carried", "Carried", .number, audience: .programs),
            Column("estimated", "Estimated", .number, audience: .programs),
            Column("missing", "Missing", .number, audience: .programs),
            Column("claimed", "Printed", .number),
            Column("publisher", "By", .text),
            Column("verdict", "Verdict", .text),
        ],
        rows: [])

    var table: Table {
        var table = Self.emptyTable
        table.title = "Sector on \(comparison.now.period)"
        table.rows = Figure.allCases.map(row)
        return table
    }

    private func row(_ figure: Figure) -> [Cell] {
        if figure == .blockRewardRevenueYearAgo { return yearAgoRow }
        let computed = comparison.now[figure]
        let base = comparison.base(of: figure)
        let change = comparison.change(of: figure)
        let scale = Scale(figure.unit, computed.expression ?? base.computed.expression)
        return cells(
            figure, computed, scale, since: base.period, previous: base.computed.expression,
            change: change,
            percent: percent(change, of: figure, from: base.computed.expression))
    }

    /// The year-ago figure's own row: its change is what has come since, from then to today.
    private var yearAgoRow: [Cell] {
        let figure = Figure.blockRewardRevenueYearAgo
        let (then, today) = (comparison.yearAgo.revenue, comparison.now[.blockRewardRevenue])
        let change = then.expression.flatMap { then in
            today.expression.map { Expression.difference($0, then) }
        }
        return cells(
            figure, then, Scale(figure.unit, then.expression), since: comparison.yearAgo.period,
            previous: nil, change: change,
            percent: percent(change, of: figure, from: then.expression))
    }

    /// A percentage's change is never given in percent, nor one from zero or below.
    private func percent(_ change: Expression?, of figure: Figure, from base: Expression?)
        -> Expression?
    {
        guard figure.unit.dimension != .percentage, let change, let base,
            let before = base.value, before > 0
        else { return nil }
        return Formulas.percentage(change, of: base)
    }

    private func cells(
        _ figure: Figure, _ computed: SectorMoment.Computed, _ scale: Scale, since: Period?,
        previous: Expression?, change: Expression?, percent: Expression?
    ) -> [Cell] {
        let estimate = Estimate(computed.expression)
        let change = Estimate(change)
        let claim = claims.claim(of: figure, on: comparison.now.period)
        let isRecord = isRecord(estimate, of: figure)
        var marks: [Number.Mark] = []
        if estimate != nil, computed.coverage?.missing.isEmpty == false {
            marks.append(.incomplete)
        }
        if isRecord == true { marks.append(.record) }

        let isPercentage = figure.unit.dimension == .percentage
        return [
            .text(figure.code), .text(figure.title),
            .number(estimate, digits: digits, power: scale.power, marks: marks),
            .worded(figure.unit.code, shown: scale.unit),
            bound(estimate?.low), bound(estimate?.high),
            since.map { .text("\($0)") } ?? .missing,
            .number(previous, digits: digits, power: scale.power),
            isPercentage
                ? change.map { .number(Number(points: $0)) } ?? .missing
                : .number(change, digits: digits, power: scale.power, isSigned: true),
            .number(percent, digits: digits, isSigned: true),
            isPercentage ? bound(change.map { $0.value * 100 }) : .missing,
            isRecord.map(Cell.flag) ?? .missing,
        ] + counts(computed.coverage) + claimCells(claim, of: figure, computed, estimate, scale)
    }

    private func isRecord(_ estimate: Estimate?, of figure: Figure) -> Bool? {
        guard let estimate, figure != .blockRewardRevenueYearAgo else { return nil }
        return history.isRecord(
            estimate.value, of: figure,
            earlierClaims: claims.earlierValues(of: figure, before: comparison.now.day))
    }

    /// A number that programs alone see.
    private func bound(_ value: Double?) -> Cell {
        value.map { .number(Number($0, places: 6)) } ?? .missing
    }

    private func counts(_ coverage: Coverage?) -> [Cell] {
        guard let coverage else { return [.missing, .missing, .missing, .missing] }
        return [coverage.reported, coverage.carried, coverage.estimated, coverage.missing]
            .map { .number(Number(Double($0.count), places: 0)) }
    }

    private func claimCells(
        _ claim: Claim?, of figure: Figure, _ computed: SectorMoment.Computed,
        _ estimate: Estimate?, _ scale: Scale
    ) -> [Cell] {
        guard let claim else { return [.missing, .missing, .missing] }
        let printed = Expression.constant(
            DecimalNumber(mantissa: Int128(claim.value.base), decimals: figure.unit.exponent))
        // The last printed digit, moved to where the figure is shown.
        let places = claim.value.decimals - (claim.value.unit.exponent - figure.unit.exponent)
        return [
            printed.value.map {
                .number(Number($0, places: places - scale.power, power: scale.power))
            } ?? .missing,
            .text(claim.publisher),
            .text(verdict(on: claim, of: figure, computed, estimate).rawValue),
        ]
    }

    private func verdict(
        on claim: Claim, of figure: Figure, _ computed: SectorMoment.Computed,
        _ estimate: Estimate?
    ) -> Verdict {
        guard let estimate,
            computed.coverage?.missing.isEmpty ?? true,
            figure != .companies || !comparison.now.members.isEmpty
        else { return .cannotTell }
        let scale =
            Double(powerOfTen(figure.unit.exponent))
            / Double(powerOfTen(claim.value.unit.exponent))
        return Verdict(
            computed: estimate.value * scale, halfWidth: estimate.halfWidth * scale,
            claimed: claim.value)
    }

    /// The power of ten that people see a figure in: billions of dollars rather than dollars.
    private struct Scale {
        var power = 0
        var unit: String

        init(_ unit: Unit, _ expression: Expression?) {
            self.unit = unit.code
            guard unit == .dollar, let value = expression?.value else { return }
            if abs(value) >= 1e9 {
                (power, self.unit) = (-9, Unit.billionDollars.code)
            } else if abs(value) >= 1e6 {
                (power, self.unit) = (-6, Unit.millionDollars.code)
            }
        }
    }
}
