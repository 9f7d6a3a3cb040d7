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
            let published = try reader.latest(.marketCap, of: member.ticker, at: day)
                .map { MemberFigure($0, of: member) }
            let derived = try derivedMarketCap(of: member, at: day)
            let prefersDerived =
                ways.derivesMarketCap[member.ticker]
                ?? (derived.map { $0.asOf > (published?.asOf ?? .first) } ?? false)
            guard let figure = prefersDerived ? derived ?? published : published ?? derived else {
                continue
            }
            ways.derivesMarketCap[member.ticker] = figure.isDerived
            figures.append(figure)
        }
        return figures
    }

    private func derivedMarketCap(of member: Company, at day: Day) throws(Source.Failure)
        -> MemberFigure?
    {
        guard let price = try reader.latest(.sharePrice, of: member.ticker, at: day),
            let shares = try reader.latest(.sharesOutstanding, of: member.ticker, at: day)
        else { return nil }
        var figure = MemberFigure(price, of: member)
        figure.expression = .product([price.expression, shares.expression])
        figure.isDerived = true
        if shares.observation.status.rank > figure.status.rank {
            figure.status = shares.observation.status
        }
        return figure
    }

    func basis(ofMarketCaps figures: [MemberFigure]) -> String? {
        let derived = figures.filter(\.isDerived).map(\.ticker)
        return derived.isEmpty
            ? nil : "share price times shares for \(derived.joined(separator: ", "))"
    }

    func sum(_ figures: [MemberFigure], of members: [Company], _ name: String) -> Computed {
        .sum(
            figures.map { ($0.ticker, Computed(expression: $0.expression, marks: $0.marks)) },
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
