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
            guard let own else { continue }
            var sentence = "\(company.ticker)'s \(trend.name) went \(own.words)"
            if let metric = trend.against,
                let network = try context.ends(
                    of: metric, Subject.network.code, [own.first.period, own.last.period])
            {
                sentence += "; the network's average went \(network.words)"
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
    let metric: Metric
    let expression: Expression
    let marks: [Number.Mark]

    /// The last day that the figure is about. For an instant it is the day of its observation,
    /// which may be before the end of the period.
    var asOf: Day {
        metric.kind == .instant
            ? expression.inputs.first?.observation.period.last ?? period.last : period.last
    }

    /// `38.5 EH/s on 2026-01-15 (estimated)`, for a flow or an average
    /// `1,325 BTC over 2025Q4 (computed from other periods)`.
    var words: String {
        let value = Estimate(expression).map { Number($0).text } ?? "–"
        let names = [
            (Number.Mark.estimated, "estimated"), (.derived, "computed from other periods"),
            (.conflict, "contradicted by another source"),
        ].filter { marks.contains($0.0) }.map(\.1).joined(separator: ", ")
        let time = metric.kind == .instant ? "on \(asOf)" : "over \(period.monthToDate)"
        return "\(value) \(metric.unit) \(time)" + (names.isEmpty ? "" : " (\(names))")
    }
}

/// The first and the last known figure of a metric.
private struct TrendEnds {
    let first: TrendEnd
    let last: TrendEnd
    /// The last day of the time that is compared.
    let end: Day
    /// Whether the book has a later figure than `last` up to `end`, such as a month after a quarter.
    let hasLaterFigure: Bool

    /// `from 12.6 EH/s on 2024-06-30 to 38.5 EH/s on 2025-12-31, +206 %, without a newer figure up to
    /// 2026-01-15`.
    var words: String {
        let change = FigureChange(from: first.expression, to: last.expression).percent
        let percent =
            change.map { ", \(Number($0, in: FigureUnit(.percent), isSigned: true).text) %" } ?? ""
        return "from \(first.words) to \(last.words)\(percent)\(gap)"
    }

    private var gap: String {
        if last.asOf >= end { return "" }
        if !hasLaterFigure { return ", without a newer figure up to \(end)" }
        return last.metric.kind == .instant
            ? "" : ", without a figure for a later \(last.period.monthToDate.lengthName)"
    }
}

extension ReportContext {
    /// A metric in the first and the last of `periods` for which it is known; nil if it is known for
    /// fewer than two. An instant from before the first of `periods` does not count, and one that is
    /// carried forward counts once, on its own day.
    ///
    /// A flow is only compared over periods as long as the first of `periods`: the last one may be
    /// a month after seven quarters.
    fileprivate func ends(of metric: Metric, _ subject: String, _ periods: [Period])
        throws(Source.Failure) -> TrendEnds?
    {
        var known: [TrendEnd] = []
        let compared = periods.filter { period in
            metric.kind != .flow
                || periods.first?.monthToDate.isAsLong(as: period.monthToDate) == true
        }
        guard let start = compared.first?.monthToDate.first, let end = compared.last?.last
        else { return nil }
        for period in compared {
            let figure = try reader.withConflicts(figure(metric, of: subject, in: period))
            guard let expression = figure.expression else { continue }
            let found = TrendEnd(
                period: period, metric: metric, expression: expression,
                marks: metric.kind == .average
                    ? figure.marks.filter { $0 != .derived } : figure.marks)
            if found.asOf > known.last?.asOf ?? start.advanced(by: -1) { known.append(found) }
        }
        guard known.count > 1, let first = known.first, let last = known.last else { return nil }
        let latest = try reader.book.latest(metric, of: subject, at: end, knownOn: reader.knownOn)
        return TrendEnds(
            first: first, last: last, end: end,
            hasLaterFigure: latest.map { $0.period.last > last.asOf } ?? false)
    }
}
