import Mining

extension SectorComparison {
    /// How each figure of the sector report was come by: the headline's, then the changes, then
    /// the members'. `subject` is what the group is called.
    func workings(of subject: String) -> [Working] {
        lines.map { line in
            Working(
                definition: line.figure.definition,
                subject: line.figure.isOfNetwork ? Subject.network.code : subject,
                period: period(of: line), computed: line.computed)
        } + lines.flatMap { changes(of: $0, subject) } + memberWorkings
    }

    private func period(of line: SectorLine) -> String {
        line.figure == .blockRewardRevenueYearAgo
            ? line.since.map { "\($0)" } ?? "–" : "\(now.period)"
    }

    /// The change of a figure, and relative to what it was: in percent, of a percentage in basis
    /// points.
    private func changes(of line: SectorLine, _ subject: String) -> [Working] {
        let base = line.figure == .hashrate ? addedBefore : before
        guard line.figure != .blockRewardRevenueYearAgo, line.change != nil,
            let after = line.computed.expression, let earlier = base[line.figure].expression
        else { return [] }
        let difference = Expression.difference(after, earlier)
        var changes = [(FigureCode.Change.absolute, difference)]
        if line.figure.unit == .percent {
            let hundred = Expression.constant(DecimalNumber(100))
            changes.append((.basisPoints, .product([difference, hundred])))
        } else if line.percent != nil {
            changes.append((.percent, Formulas.percentChange(after, from: earlier)))
        }
        return changes.map { change, expression in
            Working(
                definition: line.figure.definition(of: change),
                subject: line.figure.isOfNetwork ? Subject.network.code : subject,
                period: "\(base.period) to \(now.period)",
                computed: Computed(expression: expression))
        }
    }

    private var memberWorkings: [Working] {
        let (hashrate, marketCap) = (
            FigureDefinition(.deployedHashrate), FigureDefinition(.marketCap)
        )
        let hashrates = now.hashrates.map { ($0, hashrate) }
        let marketCaps = now.marketCaps.map { ($0, marketCap) }
        let added = FigureDefinition(
            "added", "Hashrate added", FigureUnit(.exahashPerSecond),
            formula: "deployed_hashrate − what it was",
            meaning: "how much each member's hashrate changed", isSigned: true)
        return (hashrates + marketCaps).map { figure, definition in
            Working(
                definition: definition, subject: figure.ticker, period: "\(now.day)",
                computed: Computed(expression: figure.expression, marks: figure.marks))
        }
            + additionsByMember.compactMap { addition in
                addition.added.map {
                    Working(
                        definition: added, subject: addition.company.ticker,
                        period: "\(addedBefore.period) to \(now.period)",
                        computed: Computed(expression: $0, marks: addition.now?.marks ?? []))
                }
            }
    }
}
