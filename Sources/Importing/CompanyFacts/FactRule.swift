import Mining

/// How a metric is found among the facts of companies: a tag, or several that are added up.
///
/// A profile has one in each line `fact: METRIC = TAG + TAG`, or for one company
/// `fact: METRIC of CIK0001507605 = TAG`. The first rule that fits a period wins. The rules for one
/// company replace the general rules of that metric.
struct FactRule: Sendable, Hashable {
    let metric: Metric
    /// The company that it is for; nil for every company.
    let cik: Int?
    /// With their taxonomies: `us-gaap:Revenues`. Never empty.
    let tags: [String]
    /// Whether the tags may miss a part of the figure, because companies define it differently.
    let isPartial: Bool

    /// Parses the value of a profile's line.
    ///
    /// - Throws: `ImportProblem.Reason` if `text` does not have this form, or the metric is unknown.
    init(_ text: String) throws(ImportProblem.Reason) {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(trimmed)
        guard sides.count == 2 else { throw .notFactRule(text) }
        let words = sides[0].split(separator: " ").map(String.init)
        guard words.count == 1 || words.count == 3 && words[1] == "of" else {
            throw .notFactRule(text)
        }
        guard let metric = Metric(named: words[0]) else { throw Metric.problem(withName: words[0]) }
        self.metric = metric
        if words.count == 3 {
            guard let cik = CIK.number(named: words[2]) else { throw .notFactRule(text) }
            self.cik = cik
        } else {
            cik = nil
        }
        tags = sides[1].split(separator: "+", omittingEmptySubsequences: false).map(trimmed)
        let areTags = tags.allSatisfy { tag in
            tag.split(separator: ":", omittingEmptySubsequences: false).count == 2
                && !tag.hasPrefix(":") && !tag.hasSuffix(":") && !tag.contains(" ")
        }
        guard areTags else { throw .notFactRule(text) }
        isPartial = metric == .totalDebt && cik == nil
    }

    /// The amount of bitcoin held by the number of units in `tag`.
    init(bitcoinHeldFrom tag: String) {
        metric = .btcHeld
        cik = nil
        tags = [tag.contains(":") ? tag : "us-gaap:\(tag)"]
        isPartial = false
    }

    /// The tags for messages: `us-gaap:LongTermDebtCurrent + us-gaap:LongTermDebtNoncurrent`.
    var formula: String { tags.joined(separator: " + ") }

    /// Whether facts in this unit of the file are figures of the metric.
    func reads(unit: String) -> Bool {
        switch metric.dimension {
        case .money: unit == "USD"
        case .count: unit == "shares"
        case .bitcoin: !unit.hasPrefix("USD")
        default: false
        }
    }
}
