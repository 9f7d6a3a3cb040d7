import Mining

extension MetricFacts {
    /// What was read and what was not:
    /// `revenue: 41 figures, 2019Q1 to 2025Q3, from us-gaap:Revenues; not used: 160 repeated in later
    /// filings, 3 in CAD`. Nil if the file has none of the tags.
    var summary: String? {
        let unused = omissions.sorted { $0.key < $1.key }
            .map { "\($0.value) \($0.key.description)" }.joined(separator: ", ")
        guard !figures.isEmpty else {
            return unused.isEmpty ? nil : "\(metric.code): nothing; not used: \(unused)"
        }
        let all = periods.flatMap(\.periods)
        var text = "\(metric.code): \(counted(figures.count, "figure"))"
        if let first = all.min(), let last = all.max() {
            text += first == last ? ", \(first)" : ", \(first) to \(last)"
        }
        let tags = periods.map { rule, periods in
            self.periods.count > 1 ? "\(rule.formula) (\(periods.count))" : rule.formula
        }
        text += ", from \(tags.joined(separator: " and "))"
        if periods.contains(where: { $0.rule.isPartial }) {
            text += ", which may not be all of its debt: compare it with a balance sheet"
        }
        return unused.isEmpty ? text : text + "; not used: \(unused)"
    }

    /// A warning if overlapping periods come from different tags, because a quarter that is derived
    /// from them would mix two definitions. Nil if there are none.
    var mixedRules: ImportProblem.Reason? {
        guard metric.kind == .flow, periods.count > 1 else { return nil }
        let all = periods.flatMap { rule, periods in periods.map { (rule: rule, period: $0) } }
            .sorted { $0.period < $1.period }
        for (index, entry) in all.enumerated() {
            let other = all[(index + 1)...].first {
                $0.rule != entry.rule && $0.period.contains(entry.period)
            }
            guard let other else { continue }
            return .mixedTags(
                metric, (entry.period, entry.rule.formula), (other.period, other.rule.formula))
        }
        return nil
    }
}

extension CompanyFacts {
    /// The tags that look like figures of a miner and that no rule takes; nil if there are none.
    var unmappedSummary: String? {
        guard !otherTags.isEmpty else { return nil }
        let shown = otherTags.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(
            8
        )
        .map { tag, use in
            "\(escaped(tag)) (\(use.count)\(use.last.map { ", to \($0)" } ?? ""))"
        }
        let more = otherTags.count > shown.count ? " and \(otherTags.count - shown.count) more" : ""
        let tags = otherTags.keys.sorted()
        let counts = tags.filter { $0.contains("NumberOf") }
        let example = tags.first { !counts.contains($0) }.map {
            "a profile can map them, as with \"fact: METRIC = \(escaped($0))\""
        }
        let option = counts.first.map {
            "a count of bitcoin is read with \(optionText("--btc-held-from", $0))"
        }
        return "tags without a rule that may be of use: \(shown.joined(separator: ", "))\(more); "
            + [example, option].compactMap(\.self).joined(separator: ", ")
    }
}
