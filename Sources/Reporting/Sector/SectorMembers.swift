import Mining

/// The table `members` and the chart `hashrate`: each member's hashrate and market cap, and where
/// they were read.
struct SectorMembers {
    private let lines: [Line]
    private let title: String
    private let digits: Int?

    private struct Line {
        let company: Company
        let hashrate: KnownFigure?
        let marketCap: KnownFigure?
        /// The member's share of the network's hashrate.
        let share: Expression?
    }

    init(_ now: SectorSnapshot, digits: Int?) {
        let hashrates = Dictionary(now.hashrates.map { ($0.ticker, $0.figure) }) { one, _ in one }
        let marketCaps = Dictionary(now.marketCaps.map { ($0.ticker, $0.figure) }) { one, _ in one }
        lines = now.members.map { member in
            let hashrate = hashrates[member.ticker]
            return Line(
                company: member, hashrate: hashrate, marketCap: marketCaps[member.ticker],
                share: hashrate.flatMap { hashrate in
                    now[.networkHashrate].expression.map {
                        Formulas.percentage(hashrate.expression, of: $0)
                    }
                })
        }
        title = "Members on \(now.day)"
        self.digits = digits
    }

    /// The table of a report without data.
    static let emptyTable = Table(
        name: "members", title: "Members", columns: columns(digits: nil), lines: [])

    var table: Table {
        Table(name: "members", title: title, columns: Self.columns(digits: digits), lines: lines)
    }

    /// Bars, largest hashrate first; nil if there are no members.
    var chart: Chart? {
        Chart(
            rankedBars: "hashrate", "Deployed hashrate of members", series: "Hashrate",
            unit: "EH/s", of: table, column: "hashrate")
    }

    private static func columns(digits: Int?) -> [ReportColumn<Line>] {
        [
            .init("ticker", "Ticker", .text) { .text($0.company.ticker) },
            .companyName(\.company),
            .init("hashrate", "Hashrate", .number, unit: "EH/s") {
                .number($0.hashrate, digits: digits)
            },
            .init("network_share", "Share", .number, unit: "%") {
                .number(
                    $0.share, in: FigureUnit(.percent), digits: digits, marks: $0.hashrate?.marks)
            },
        ] + provenance("hashrate", "Hashrate", \.hashrate) + [
            .init("market_cap", "Market cap", .number, unit: "USD", shownUnit: "USD bn") {
                .number($0.marketCap, in: .billionDollars, digits: digits)
            }
        ] + provenance("market_cap", "Cap", \.marketCap)
    }

    /// Status, day and source of a figure. `title` is short: these columns may be far from the figure.
    private static func provenance(
        _ name: String, _ title: String, _ figure: @escaping (Line) -> KnownFigure?
    ) -> [ReportColumn<Line>] {
        [
            .init("\(name)_status", "\(title) status", .text) {
                .text(orMissing: figure($0)?.status.name)
            },
            .init("\(name)_as_of", "\(title) as of", .date) { .date(orMissing: figure($0)?.asOf) },
            .init("\(name)_source", "\(title) source", .text, audience: .programs) {
                .text(orMissing: figure($0)?.observation.source)
            },
        ]
    }
}
