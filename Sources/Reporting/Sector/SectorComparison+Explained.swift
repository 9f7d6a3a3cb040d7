import Mining

extension SectorComparison {
    /// How each figure of the sector report was computed: the headline's, then the changes, then
    /// the members'. `subject` is the name of the group.
    func explainedFigures(of subject: String) -> [ExplainedFigure] {
        lines.map { line in
            ExplainedFigure(
                definition: line.figure.definition, subject: code(of: line, subject),
                period: period(of: line), figure: line.compared.now)
        } + lines.flatMap { changes(of: $0, subject) } + explainedMemberFigures
    }

    private func code(of line: SectorLine, _ subject: String) -> String {
        line.figure.isOfNetwork ? Subject.network.code : subject
    }

    private func period(of line: SectorLine) -> String {
        line.figure == .blockRewardRevenueYearAgo
            ? line.since.map { "\($0)" } ?? "–" : "\(present(line))"
    }

    /// What the later end of a figure is of.
    private func present(_ line: SectorLine) -> Period {
        line.figure.isOverPeriod ? now.period.monthToDate : now.period
    }

    /// The absolute change of a figure and the relative one: in percent, of a percentage in basis
    /// points.
    private func changes(of line: SectorLine, _ subject: String) -> [ExplainedFigure] {
        guard let ends = line.compared.ends, let since = line.since else { return [] }
        let difference = Expression.difference(ends.now, ends.before)
        var changes = [(FigureCode.Change.absolute, difference)]
        if line.figure.unit == .percent {
            let hundred = Expression.constant(DecimalNumber(100))
            changes.append((.basisPoints, .product([difference, hundred])))
        } else if line.compared.percentChange != nil {
            changes.append((.percent, Formulas.percentChange(ends.now, from: ends.before)))
        }
        return changes.map { change, expression in
            ExplainedFigure(
                definition: line.figure.definition(of: change), subject: code(of: line, subject),
                period: "\(since) to \(present(line))",
                figure: ComputedFigure(
                    change: expression, marks: line.compared.changeMarks,
                    conflicts: line.compared.conflicts))
        }
    }

    private var explainedMemberFigures: [ExplainedFigure] {
        let (hashrate, marketCap) = (
            FigureDefinition(.deployedHashrate), FigureDefinition(.marketCap)
        )
        let added = FigureDefinition(
            "added", "Hashrate added", FigureUnit(.exahashPerSecond),
            formula: "deployed_hashrate − previous deployed_hashrate",
            meaning: "how much each member's hashrate changed", isSigned: true)
        let known =
            now.hashrates.map { ($0, hashrate, now[.hashrate].conflicts) }
            + now.marketCaps.map { ($0, marketCap, now[.marketCap].conflicts) }
        return known.map { member, definition, conflicts in
            var figure = ComputedFigure(member.figure)
            figure.conflicts = conflicts.of(member.expression)
            return ExplainedFigure(
                definition: definition, subject: member.ticker, period: "\(now.day)",
                figure: figure)
        }
            + additions.compactMap { addition in
                addition.change.map {
                    ExplainedFigure(
                        definition: added, subject: addition.company.ticker,
                        period: "\(addedBefore.period) to \(now.period)",
                        figure: ComputedFigure(
                            change: $0, marks: addition.changeMarks,
                            conflicts: line(.hashrate)?.compared.conflicts ?? []))
                }
            }
    }
}
