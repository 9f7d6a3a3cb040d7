import Mining

/// Sums over the members.
extension SectorCalculator {
    func memberFigures(_ metric: Metric, of members: [Company], at day: Day)
        throws(Source.Failure) -> [MemberFigure]
    {
        var figures: [MemberFigure] = []
        for member in members {
            guard let reading = try reader.latest(metric, of: member.ticker, at: day) else {
                continue
            }
            figures.append(MemberFigure(reading, of: member))
        }
        return figures
    }

    /// Each member's market cap, or its own newer share price times its shares.
    func marketCaps(
        of members: [Company], at day: Day, _ ways: inout SectorMoment.Ways
    ) throws(Source.Failure) -> [MemberFigure] {
        var figures: [MemberFigure] = []
        for member in members {
            guard
                let figure = try reader.marketCap(
                    of: member, at: day, derived: ways.derivesMarketCap[member.ticker])
            else { continue }
            ways.derivesMarketCap[member.ticker] = figure.isDerived
            figures.append(figure)
        }
        return figures
    }

    func basis(ofMarketCaps figures: [MemberFigure]) -> String? {
        let derived = figures.filter(\.isDerived).map(\.ticker)
        return derived.isEmpty
            ? nil : "share price times shares for \(derived.joined(separator: ", "))"
    }

    func sum(_ figures: [MemberFigure], of members: [Company], _ name: String) -> Computed {
        .sum(
            figures.map { ($0.ticker, $0.computed) },
            of: members, in: roll.scope, name)
    }
}

extension MemberFigure {
    init(_ reading: Reading, of company: Company) {
        self.init(
            company: company, expression: reading.expression,
            status: reading.observation.status, asOf: reading.observation.period.last,
            isCarried: reading.isCarried, isDerived: false, source: reading.observation.source)
    }
}
