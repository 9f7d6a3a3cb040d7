import Mining

/// Figures of each member, and their sums.
extension SectorCalculator {
    /// The members that have a current figure, in the order of `members`.
    func memberFigures(_ metric: Metric, of members: [Company], at day: Day)
        throws(Source.Failure) -> [MemberFigure]
    {
        var figures: [MemberFigure] = []
        for member in members {
            guard let figure = try reader.latest(metric, of: member.ticker, at: day) else {
                continue
            }
            figures.append(MemberFigure(company: member, figure: figure))
        }
        return figures
    }

    /// Each member's market cap, or its share price times its shares if the price is newer.
    /// `methods` says which to prefer, and is set to what was used.
    func marketCaps(
        of members: [Company], at day: Day, _ methods: inout SectorMethods
    ) throws(Source.Failure) -> [MemberFigure] {
        var figures: [MemberFigure] = []
        // Only of these members: a member at the other end alone is not part of a change.
        let preferred = methods.derivesMarketCap
        methods.derivesMarketCap = [:]
        for member in members {
            let parts = try reader.marketCapParts(of: member, at: day)
            guard var figure = try reader.marketCap(parts, derived: preferred[member.ticker])
            else { continue }
            methods.derivesMarketCap[member.ticker] = figure.isDerived
            if try reader.marketCapMismatch(parts) != nil { figure.marks.append(.mismatch) }
            figures.append(MemberFigure(company: member, figure: figure))
        }
        return figures
    }

    /// Whose market cap is share price times shares, for a note; nil if there is none.
    func basis(ofMarketCaps figures: [MemberFigure]) -> String? {
        let derived = figures.filter(\.figure.isDerived).map(\.ticker)
        guard !derived.isEmpty else { return nil }
        let converted = figures.compactMap { member in
            member.figure.basis.map { "\(member.ticker): \($0)" }
        }
        return "share price times shares for \(derived.joined(separator: ", "))"
            + (converted.isEmpty ? "" : " (\(converted.joined(separator: "; ")))")
    }

    func sum(
        _ figures: [MemberFigure], of members: [Company], on day: Day, _ name: String,
        as figure: Figure
    ) -> ComputedFigure {
        .sum(
            figures.map { ($0.ticker, ComputedFigure($0.figure)) }, of: members,
            on: day, in: scopeMembers.scope, name, as: figure.code)
    }
}
