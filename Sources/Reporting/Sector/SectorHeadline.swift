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
                    sector: line, day: comparison.now.day, isRecord: records.isRecord(line.figure),
                    record: records[line.figure],
                    check: claims.claim(of: line.figure, on: comparison.now.period).map { claim in
                        ClaimCheck(
                            claim,
                            line.compared.now.comparedWithClaims(
                                of: line.figure, about: claim.subject, in: comparison.now),
                            in: line.figure.unit)
                    })
            })
    }

    private static func columns(digits: Int?) -> [ReportColumn<Line>] {
        let compared: [ReportColumn<ComparedFigure>] = [
            .since, .previous(digits: digits), .change(digits: digits),
            .percentChange(digits: digits),
        ]
        let counts = ReportColumn.coverage + [.changeMembers, .likeForLike]
        return [
            ReportColumn.code.of(\.compared),
            .init("title", "Figure", .text) {
                .worded($0.compared.definition.title, shown: $0.label)
            },
            .init("value", "Value", .number) { line in
                .number(
                    line.compared.estimate, in: line.compared.unit, digits: digits,
                    marks: line.compared.now.marks + (line.isRecord == true ? [.record] : []))
            },
            ReportColumn.unit.of(\.compared), ReportColumn.low.of(\.compared),
            ReportColumn.high.of(\.compared),
        ] + compared.map { $0.of(\.compared) } + [
            .init("change_bp", "Change", .number, unit: "bp", audience: .programs) {
                .bound($0.basisPoints)
            },
            .init("record", "Record", .boolean, audience: .programs) {
                $0.isRecord.map(Cell.flag) ?? .missing
            },
            .init("record_month_ends", "Month-ends", .number, audience: .programs) {
                .count($0.record?.monthEnds)
            },
            .init("record_published", "Published figures", .number, audience: .programs) {
                .count($0.record?.published)
            },
            .init("record_since", "Record since", .date, audience: .programs) {
                .date(orMissing: $0.record?.since)
            },
        ] + counts.map { $0.of(\.compared) } + [
            .init("claimed", "Printed", .number) { line in
                line.check.map(\.claim).map {
                    .number(.claimed($0, of: line.sector.figure, in: line.compared.unit))
                }
                    ?? .missing
            },
            .init("publisher", "By", .text) { .text(orMissing: $0.check?.claim.publisher) },
            .init("verdict", "Verdict", .text) { .text(orMissing: $0.check?.verdict.rawValue) },
        ]
    }
}

extension SectorHeadline {
    /// A row: a figure with whether it is a record and what others printed for it.
    private struct Line {
        let sector: SectorLine
        let day: Day
        /// nil if there is too little to compare it with.
        let isRecord: Bool?
        /// What it was compared with, if it is a record.
        let record: SectorRecords.Comparison?
        /// What others printed for it, compared with it; nil if nothing.
        let check: ClaimCheck?

        var compared: ComparedFigure { sector.compared }

        /// The title for people. Figures of the network say whether they are of the last day or an
        /// average over the period; the figure of a year ago says that its change leads to now.
        var label: String {
            let title = compared.definition.title
            return switch sector.figure {
            case .btcPrice, .hashprice: "\(title) on \(day)"
            case .networkHashrate, .blockRewardRevenue: "\(title) (average)"
            case .blockRewardRevenueYearAgo: "Revenue a year ago, change to now"
            default: title
            }
        }

        /// The change of a percentage in basis points; nil for other figures.
        var basisPoints: Double? {
            compared.unit.isPercentage ? compared.change.absolute.map { $0.value * 100 } : nil
        }
    }
}

extension Number {
    /// A claim of a figure with the digits that were printed, where the figure is shown in `unit`.
    static func claimed(_ claim: Claim, of figure: Figure, in unit: FigureUnit) -> Number {
        // The last printed digit, moved to where the figure is shown.
        let decimals = claim.value.decimals - (claim.value.unit.exponent - figure.unit.exponent)
        return Number(
            claim.value.value(in: figure.unit), decimals: decimals - unit.power, power: unit.power)
    }
}
