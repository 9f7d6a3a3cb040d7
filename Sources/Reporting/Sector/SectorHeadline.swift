import Mining

/// The table `headline`: one row per figure, with its change, its interval, what it rests on and
/// what others printed.
struct SectorHeadline {
    let comparison: SectorComparison
    let records: SectorRecords
    let claims: SectorClaims
    /// How many digits after the point the user asked for; nil for as many as the interval
    /// supports.
    let digits: Int?

    /// The table of a report without data.
    static let emptyTable = Table(
        name: "headline", title: "Sector", columns: columns(digits: nil), lines: [])

    var table: Table {
        Table(
            name: "headline", title: "Sector on \(comparison.now.period)",
            columns: Self.columns(digits: digits),
            lines: comparison.lines.map { line in
                Line(
                    sector: line, isRecord: records[line.figure],
                    claim: claims.claim(of: line.figure, on: comparison.now.period),
                    hasMembers: !comparison.now.members.isEmpty)
            })
    }

    private static func columns(digits: Int?) -> [ReportColumn<Line>] {
        let compared: [ReportColumn<ComparedFigure>] = [
            .previous(digits: digits), .change(digits: digits), .percentChange(digits: digits),
        ]
        return [
            ReportColumn.code.of(\.compared), ReportColumn.title.of(\.compared),
            .init("value", "Value", .number) { line in
                .number(
                    line.compared.estimate, digits: digits, power: line.compared.unit.power,
                    marks: line.marks)
            },
            ReportColumn.unit.of(\.compared), ReportColumn.low.of(\.compared),
            ReportColumn.high.of(\.compared),
            .init("since", "Since", .text) { .text(orMissing: $0.sector.since?.description) },
        ] + compared.map { $0.of(\.compared) } + [
            .init("change_bp", "Change", .number, unit: "bp", audience: .programs) {
                .bound($0.basisPoints)
            },
            .init("record", "Record", .boolean, audience: .programs) {
                $0.isRecord.map(Cell.flag) ?? .missing
            },
            count("reported", "Reported", \.reported), count("carried", "Carried", \.carried),
            count("estimated", "Estimated", \.estimated), count("missing", "Missing", \.missing),
            .init("claimed", "Printed", .number) { line in
                line.claim.map { .claimed($0, of: line.sector.figure, in: line.compared.unit) }
                    ?? .missing
            },
            .init("publisher", "By", .text) { $0.claim.map { .text($0.publisher) } ?? .missing },
            .init("verdict", "Verdict", .text) { .text(orMissing: $0.verdict?.rawValue) },
        ]
    }

    /// How many members the figure has of a kind; missing if it is no sum over members.
    private static func count(
        _ name: String, _ title: String, _ tickers: @escaping (Coverage) -> [String]
    ) -> ReportColumn<Line> {
        ReportColumn(name, title, .number, audience: .programs) { line in
            .count(line.compared.now.coverage.map { tickers($0).count })
        }
    }
}

extension SectorHeadline {
    /// A row: a figure with whether it is a record and what others printed for it.
    private struct Line {
        let sector: SectorLine
        /// nil if there is nothing to compare it with.
        let isRecord: Bool?
        let claim: Claim?
        /// Whether the group has members on the day.
        let hasMembers: Bool

        var compared: ComparedFigure { sector.compared }

        private var isComplete: Bool { compared.now.coverage?.missing.isEmpty ?? true }

        var marks: [Number.Mark] {
            var marks: [Number.Mark] = []
            if compared.estimate != nil, !isComplete { marks.append(.incomplete) }
            if isRecord == true { marks.append(.record) }
            return marks
        }

        /// The change of a percentage in basis points; nil for other figures.
        var basisPoints: Double? {
            compared.unit.isPercentage ? compared.change.absolute.map { $0.value * 100 } : nil
        }

        /// Whether the claim agrees with the figure; nil if there is no claim.
        var verdict: Verdict? {
            guard let claim else { return nil }
            guard let estimate = compared.estimate, isComplete,
                sector.figure != .companies || hasMembers
            else { return .cannotTell }
            let scale = sector.figure.unit.factor(to: claim.value.unit)
            return Verdict(
                computed: estimate.value * scale, halfWidth: estimate.halfWidth * scale,
                claimed: claim.value)
        }
    }
}

extension Cell {
    /// A claim of a figure with the digits that were printed, where the figure is shown in `unit`.
    static func claimed(_ claim: Claim, of figure: Figure, in unit: FigureUnit) -> Cell {
        // The last printed digit, moved to where the figure is shown.
        let decimals = claim.value.decimals - (claim.value.unit.exponent - figure.unit.exponent)
        return .number(
            Number(
                claim.value.value(in: figure.unit), decimals: decimals - unit.power,
                power: unit.power))
    }
}
