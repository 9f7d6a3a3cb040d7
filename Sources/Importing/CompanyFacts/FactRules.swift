import Mining

/// The rules of a company facts import: those of the user's profile before the built-in ones.
struct FactRules {
    /// The metrics that have a rule, in the order of the catalogue.
    let metrics: [Metric]
    /// All tags that have to be read.
    let tags: Set<String>

    private let own: [FactRule]
    private let builtIn: [FactRule]

    init(_ options: ImportOptions) {
        own =
            options.rules.facts + (options.btcHeldTag.map { [FactRule(bitcoinHeldFrom: $0)] } ?? [])
        builtIn = options.builtInFacts()
        let all = own + builtIn
        let wanted = Set(all.map(\.metric))
        metrics = Metric.allCases.filter(wanted.contains)
        tags = Set(all.flatMap(\.tags)).union(BitcoinProof.fairValueTags)
    }

    /// The rules of a metric for a company, the preferred ones first.
    func rules(for metric: Metric, cik: Int) -> [FactRule] {
        for rules in [own, builtIn] {
            let ofMetric = rules.filter { $0.metric == metric }
            let ofCompany = ofMetric.filter { $0.cik == cik }
            if !ofCompany.isEmpty { return ofCompany }
            let general = ofMetric.filter { $0.cik == nil }
            // A rule for the company, even a built-in one, is better than a general one.
            if !general.isEmpty, !hasBuiltIn(metric, cik) || rules == own { return general }
        }
        return []
    }

    private func hasBuiltIn(_ metric: Metric, _ cik: Int) -> Bool {
        builtIn.contains { $0.metric == metric && $0.cik == cik }
    }
}

extension ImportOptions {
    /// The rules of the built-in profile for company facts.
    fileprivate func builtInFacts() -> [FactRule] {
        knownProfile("sec-companyfacts")?.rules.facts ?? []
    }
}
