import Mining

/// How a company's hashrate, production and treasury moved, in sentences; its hashrate beside the
/// network's.
struct CompanyMoves {
    /// One for each that is known of two of the periods at least.
    let sentences: [String]

    init<Source: Book>(
        of company: Company, over periods: [Period], _ setting: Setting<Source>
    ) throws(Source.Failure) {
        let moves: [(name: String, metric: Metric, against: Metric?)] = [
            ("deployed hashrate", .deployedHashrate, .networkHashrate),
            ("bitcoin mined in a quarter", .btcMined, nil), ("bitcoin held", .btcHeld, nil),
        ]
        var sentences: [String] = []
        for move in moves {
            let own = try setting.ends(of: move.metric, company.ticker, periods)
            guard let (first, last) = own else { continue }
            var sentence = "\(company.ticker)'s \(move.name) went \(first.shown(to: last))"
            if let metric = move.against,
                let (one, other) = try setting.ends(
                    of: metric, Subject.network.code, [first.period, last.period])
            {
                sentence += "; the network's \(one.shown(to: other))"
            }
            sentences.append(sentence + ".")
        }
        self.sentences = sentences
    }
}

/// A figure at one end of a move.
private struct MoveEnd {
    let period: Period
    let unit: Unit
    let expression: Expression

    /// `from 12.6 EH/s (2024Q2) to 38.5 EH/s (2026-01-15), +206 %`.
    func shown(to last: MoveEnd) -> String {
        let change = FigureChange(from: expression, to: last.expression).percent
        let percent = change.map { ", \(Number($0, isSigned: true).text) %" } ?? ""
        return "from \(text) to \(last.text)\(percent)"
    }

    private var text: String {
        let value = Estimate(expression).map { Number($0).text } ?? "–"
        return "\(value) \(unit) (\(period))"
    }
}

extension Setting {
    /// A metric at the first and the last of `periods` that it is known of, carried figures left
    /// aside; `nil` where it is not known of two.
    fileprivate func ends(of metric: Metric, _ subject: String, _ periods: [Period])
        throws(Source.Failure) -> (first: MoveEnd, last: MoveEnd)?
    {
        var known: [MoveEnd] = []
        for period in periods {
            let figure = try figure(metric, of: subject, in: period)
            guard !figure.marks.contains(.carried), let expression = figure.expression
            else { continue }
            known.append(MoveEnd(period: period, unit: metric.unit, expression: expression))
        }
        guard known.count > 1, let first = known.first, let last = known.last else { return nil }
        return (first, last)
    }
}
