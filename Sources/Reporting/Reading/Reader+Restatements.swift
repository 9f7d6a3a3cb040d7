import Mining

/// What publishers said before, and whether they restated it (docs/formulas.md, Restatements and
/// conflicts).
extension Reader {
    /// The formula with each observation of a company replaced by what its publisher said of the
    /// period first (docs/formulas.md, Restatements and conflicts), of what was public by the day of
    /// the reader.
    func asFirstPublished(_ expression: Expression) throws(Source.Failure) -> Expression {
        var firsts: [Int: Expression] = [:]
        for input in expression.inputs {
            let observation = input.observation
            let all = try vintages(of: observation)
            let vintages = Vintages(all, about: .company)
            let key = ObservationKey(observation)
            guard let index = all.firstIndex(where: { ObservationKey($0) == key }) else { continue }
            firsts[input.id] = try onBasis(of: observation, vintages.firstWord(of: index))
        }
        return expression.replacing { firsts[$0.id] ?? .observed($0) }
    }

    /// The first word about a figure, on the share basis of the later vintage: a split between the
    /// two restates share counts and prices, but changes nothing about the company.
    private func onBasis(of later: Observation, _ first: Observation) throws(Source.Failure)
        -> Expression
    {
        let term = Expression.observed(input(first))
        let history = try shareHistory(of: later.subject)
        return switch later.metric {
        case .sharesOutstanding:
            Formulas.shares(
                term,
                convertedBy: history.conversion(from: first.publicFrom, to: later.publicFrom))
        case .sharePrice:
            // The price of a share falls as their number grows.
            Formulas.shares(
                term,
                convertedBy: history.conversion(from: later.publicFrom, to: first.publicFrom))
        default: term
        }
    }

    /// Whether one of the observations that a figure rests on was restated by its publisher, by the
    /// rule of the report on restatements.
    func isRestated(_ figure: ComputedFigure) throws(Source.Failure) -> Bool {
        for input in figure.expression?.inputs ?? [] {
            if try isRestated(input.observation) { return true }
        }
        return false
    }

    /// Whether its publisher restated it.
    func isRestated(_ observation: Observation) throws(Source.Failure) -> Bool {
        let all = try vintages(of: observation)
        let key = ObservationKey(observation)
        guard all.count > 1, let index = all.firstIndex(where: { ObservationKey($0) == key })
        else { return false }
        return Vintages(all, about: try kind(of: observation.subject)).isRestated(index)
    }
}
