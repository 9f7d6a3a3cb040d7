import Mining

/// The table `headline`: one row per figure, with its change, its interval, what it rests on and
/// what others printed.
struct SectorHeadline {
    let comparison: SectorComparison
    let records: SectorRecords
    let claims: SectorClaims
    let digits: Int?

    init(
        _ comparison: SectorComparison, records: SectorRecords, claims: SectorClaims, digits: Int?
    ) {
        self.comparison = comparison
        self.records = records
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
        table.rows = comparison.lines.map(row)
        return table
    }

    private func row(_ line: SectorLine) -> [Cell] {
        let (figure, scale) = (line.figure, line.scale)
        let isRecord = records[figure]
        var marks: [Number.Mark] = []
        if line.estimate != nil, line.computed.coverage?.missing.isEmpty == false {
            marks.append(.incomplete)
        }
        if isRecord == true { marks.append(.record) }

        let isPercentage = figure.unit.dimension == .percentage
        return [
            .text(figure.code), .text(figure.title),
            .number(line.estimate, digits: digits, power: scale.power, marks: marks),
            .worded(figure.unit.code, shown: scale.unit.code),
            .bound(line.estimate?.low), .bound(line.estimate?.high),
            line.since.map { .text("\($0)") } ?? .missing,
            .number(line.previous, digits: digits, power: scale.power),
            isPercentage
                ? line.change.map { .number(Number(points: $0)) } ?? .missing
                : .number(line.change, digits: digits, power: scale.power, isSigned: true),
            .number(line.percent, digits: digits, isSigned: true),
            isPercentage ? .bound(line.change.map { $0.value * 100 }) : .missing,
            isRecord.map(Cell.flag) ?? .missing,
        ] + counts(line.computed.coverage) + claimCells(line)
    }

    private func counts(_ coverage: Coverage?) -> [Cell] {
        guard let coverage else { return [.missing, .missing, .missing, .missing] }
        return [coverage.reported, coverage.carried, coverage.estimated, coverage.missing]
            .map { .number(Number(Double($0.count), places: 0)) }
    }

    private func claimCells(_ line: SectorLine) -> [Cell] {
        guard let claim = claims.claim(of: line.figure, on: comparison.now.period) else {
            return [.missing, .missing, .missing]
        }
        let unit = line.figure.unit
        // The last printed digit, moved to where the figure is shown.
        let places = claim.value.decimals - (claim.value.unit.exponent - unit.exponent)
        let power = line.scale.power
        return [
            .number(Number(claim.value.value(in: unit), places: places - power, power: power)),
            .text(claim.publisher), .text(verdict(on: claim, line).rawValue),
        ]
    }

    private func verdict(on claim: Claim, _ line: SectorLine) -> Verdict {
        guard let estimate = line.estimate, line.computed.coverage?.missing.isEmpty ?? true,
            line.figure != .companies || !comparison.now.members.isEmpty
        else { return .cannotTell }
        let scale = line.figure.unit.factor(to: claim.value.unit)
        return Verdict(
            computed: estimate.value * scale, halfWidth: estimate.halfWidth * scale,
            claimed: claim.value)
    }
}
