import Mining

/// The table and chart `additions`: what each member added to its hashrate.
struct SectorAdditions {
    private let lines: [Line]
    /// The group's net change, which additions are shares of.
    private let net: Estimate?
    /// The marks of that change.
    private let netMarks: [Number.Mark]
    private let title: String
    private let digits: Int?

    init(_ comparison: SectorComparison, digits: Int?) {
        lines = comparison.additions.map { Line(change: $0, added: Estimate($0.change)) }
        net = Estimate(comparison.netHashrateAdded)
        netMarks = comparison.line(.hashrate)?.compared.changeMarks ?? []
        title = "Hashrate added since \(comparison.addedBefore.period)"
        self.digits = digits
    }

    /// The table of a report without data.
    static let emptyTable = Table(
        name: "additions", title: "Hashrate added", columns: columns(net: nil, [], digits: nil),
        lines: [])

    var table: Table {
        Table(
            name: "additions", title: title,
            columns: Self.columns(net: net, netMarks, digits: digits),
            lines: lines)
    }

    /// Bars, largest addition first; nil if there are no members.
    var chart: Chart? {
        Chart(
            rankedBars: "additions", title, series: "Added", unit: "EH/s", of: table,
            column: "added")
    }

    private struct Line {
        let change: MemberChange
        let added: Estimate?
    }

    private static func columns(net: Estimate?, _ netMarks: [Number.Mark], digits: Int?)
        -> [ReportColumn<Line>]
    {
        [
            .init("ticker", "Ticker", .text) { .text($0.change.company.ticker) },
            .companyName(\.change.company),
            .init("hashrate", "Hashrate", .number, unit: "EH/s") {
                .number($0.change.now, digits: digits)
            },
            .init("previous", "Previous", .number, unit: "EH/s") {
                .number($0.change.before, digits: digits)
            },
            .init("added", "Added", .number, unit: "EH/s") {
                .number(
                    $0.added, digits: digits, isSigned: true, marks: $0.change.changeMarks)
            },
            .init("share_of_additions", "Share of net change", .number, unit: "%") {
                .number(
                    Estimate(part: $0.added, of: net), in: FigureUnit(.percent),
                    digits: digits ?? 0,
                    marks: $0.change.changeMarks + netMarks)
            },
            .init("status", "Status", .text) { .text(orMissing: $0.change.now?.status.name) },
        ]
    }
}
