import Mining

/// The figures of one metric among a company's facts, and what was left out of them.
///
/// For each period the first rule that has an amount in a report gives the figures. A value that
/// later filings repeat is one figure, of the first filing; a changed value is one more.
struct MetricFacts {
    let metric: Metric
    /// Sorted by period, then by the day of filing.
    private(set) var figures: [FactFigure] = []
    /// How many facts of the tags are not among the figures, and why.
    private(set) var omissions: [FactOmission: Int] = [:]
    /// Facts without a readable day or number, which the reader of rows has to report.
    private(set) var unreadable: [Fact] = []
    /// The periods by the rule that gave them, in the order of the rules.
    private(set) var periods: [(rule: FactRule, periods: [Period])]

    /// `rules` are those of the metric, the preferred ones first. `from` is the first day that may
    /// count; nil for all. `proof` decides about amounts of bitcoin; nil for other metrics.
    init(
        _ metric: Metric, _ rules: [FactRule], in facts: CompanyFacts, from: Day?,
        proof: BitcoinProof? = nil
    ) {
        self.metric = metric
        periods = rules.map { ($0, []) }
        var choices: [Period: (rule: Int, candidates: [FilingAmounts.Candidate])] = [:]
        for (index, rule) in rules.enumerated() {
            let amounts = FilingAmounts(rule, in: facts, from: from)
            omissions.merge(amounts.omissions, uniquingKeysWith: +)
            unreadable += amounts.unreadable
            for (period, candidates) in amounts.candidates {
                let isReported = candidates.contains { $0.fact.isFromReport }
                if let known = choices[period],
                    known.candidates.contains(where: { $0.fact.isFromReport }) || !isReported
                {
                    continue
                }
                choices[period] = (index, candidates)
            }
        }
        for (period, choice) in choices.sorted(by: { $0.key < $1.key }) {
            let count = figures.count
            add(choice.candidates, period, rules[choice.rule], proof)
            if figures.count > count { periods[choice.rule].periods.append(period) }
        }
        periods.removeAll { $0.periods.isEmpty }
    }

    /// Adds the figures of a period, one for each value.
    private mutating func add(
        _ candidates: [FilingAmounts.Candidate], _ period: Period, _ rule: FactRule,
        _ proof: BitcoinProof?
    ) {
        let reported = candidates.filter { $0.fact.isFromReport }
        if !reported.isEmpty { omit(.otherForm, candidates.count - reported.count) }
        let filings = (reported.isEmpty ? candidates : reported).sorted {
            ($0.filed, $0.fact.accession) < ($1.filed, $1.fact.accession)
        }
        var last: FactAmount?
        for filing in filings {
            guard filing.amount != last else {
                omit(.repeated, 1)
                continue
            }
            if let reason = proof?.reasonToDoubt(filing.amount, on: period.last) {
                omit(.unproven(reason), 1)
                continue
            }
            let status: Status =
                proof != nil || !filing.fact.isFromReport
                ? .aggregated
                : last != nil && filing.fact.isFromAmendment ? .restated : .reported
            let remark = filing.remark.isEmpty ? "" : "; \(filing.remark)"
            figures.append(
                FactFigure(
                    metric: metric, period: "\(period)", value: "\(filing.amount)",
                    unit: metric.factUnit, fact: filing.fact, status: status,
                    note: rule.formula + remark))
            last = filing.amount
        }
    }

    private mutating func omit(_ omission: FactOmission, _ count: Int) {
        if count > 0 { omissions[omission, default: 0] += count }
    }
}

extension Metric {
    /// The unit in which the reader of rows takes the metric's facts.
    fileprivate var factUnit: String {
        switch dimension {
        case .money: "USD"
        case .bitcoin: "BTC"
        default: unit.code
        }
    }
}
