import Mining

/// How a company's hashrate, production and treasury changed, in sentences; its hashrate compared
/// with the network's.
struct CompanyTrends {
    /// One for each metric that is known for at least two of the periods.
    let sentences: [String]

    init<Source: Book>(
        of company: Company, over periods: [Period], _ context: ReportContext<Source>
    ) throws(Source.Failure) {
        let trends: [(name: String, metric: Metric, against: Metric?)] = [
            ("deployed hashrate", .deployedHashrate, .networkHashrate),
            (
                "bitcoin mined in a \(periods.first?.monthToDate.lengthName ?? "period")",
                .btcMined, nil
            ),
            ("bitcoin held", .btcHeld, nil),
        ]
        var sentences: [String] = []
        for trend in trends {
            let own = try context.ends(of: trend.metric, company.ticker, periods)
            guard let (first, last) = own else { continue }
            var sentence = "\(company.ticker)'s \(trend.name) went \(first.shown(to: last))"
            if let metric = trend.against,
                let (one, other) = try context.ends(
                    of: metric, Subject.network.code, [first.period, last.period])
            {
                sentence += "; the network's \(one.shown(to: other))"
            }
            sentences.append(sentence + ".")
        }
        self.sentences = sentences
    }
}

extension Period {
    /// The word for a period as long as this one: `month`, `quarter`, `half-year`, `year`, `day`,
    /// else `period`.
    fileprivate var lengthName: String {
        if isDay { return "day" }
        switch wholeMonths {
        case 1: return "month"
        case 3: return "quarter"
        case 6: return "half-year"
        case 12: return "year"
        default: return "period"
        }
    }
}

/// A figure at one end of a change.
private struct TrendEnd {
    let period: Period
    let unit: Unit
    let expression: Expression

    /// `from 12.6 EH/s (2024Q2) to 38.5 EH/s (2026-01-15), +206 %`.
    func shown(to last: TrendEnd) -> String {
        let change = FigureChange(from: expression, to: last.expression).percent
        let percent =
            change.map { ", \(Number($0, in: FigureUnit(.percent), isSigned: true).text) %" } ?? ""
        return "from \(text) to \(last.text)\(percent)"
    }

    private var text: String {
        let value = Estimate(expression).map { Number($0).text } ?? "–"
        return "\(value) \(unit) (\(period))"
    }
}

extension ReportContext {
    /// A metric in the first and the last of `periods` for which it is known, not counting figures
    /// carried forward; nil if it is known for fewer than two.
    ///
    /// A flow is only compared over periods as long as the first of `periods`: the last one may be
    /// a month after seven quarters.
    fileprivate func ends(of metric: Metric, _ subject: String, _ periods: [Period])
        throws(Source.Failure) -> (first: TrendEnd, last: TrendEnd)?
    {
        var known: [TrendEnd] = []
        let compared = periods.filter { period in
            metric.kind != .flow
                || periods.first?.monthToDate.isAsLong(as: period.monthToDate) == true
        }
        for period in compared {
            let figure = try figure(metric, of: subject, in: period)
            guard !figure.marks.contains(.carried), let expression = figure.expression
            else { continue }
            known.append(TrendEnd(period: period, unit: metric.unit, expression: expression))
        }
        guard known.count > 1, let first = known.first, let last = known.last else { return nil }
        return (first, last)
    }
}
