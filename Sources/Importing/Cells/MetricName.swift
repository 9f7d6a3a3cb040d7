import Mining

extension Metric {
    /// The metric that a file calls `text`: by its code or name, in any letter case, a space
    /// for an underscore.
    package init?(named text: String) {
        guard let metric = metricsByName[normalizedName(text)] else { return nil }
        self = metric
    }

    /// The metrics that have the words of `text` in their codes, as several have `hashrate`.
    static func containing(_ text: String) -> [Metric] {
        let words = normalizedName(text).split(separator: "_")
        guard !words.isEmpty else { return [] }
        return allCases.filter { $0.code.split(separator: "_").contains(words) }
    }

    /// What may have been meant by `text`, which is no metric's name: the only metric with these
    /// words, else the nearest spelling.
    static func nearestCode(to text: String) -> String? {
        containing(text).first?.code ?? nearest(to: normalizedName(text), in: allCases.map(\.code))
    }

    /// What is wrong with `text`, which is no metric's name.
    package static func problem(withName text: String) -> ImportProblem.Fact {
        let choices = containing(text)
        return choices.count > 1
            ? .ambiguousMetric(text, choices: choices.map(\.code))
            : .unknownMetric(text, nearest: nearestCode(to: text))
    }
}

private let metricsByName: [String: Metric] = {
    var metrics: [String: Metric] = [:]
    for (name, metric) in usualNames { metrics[name] = metric }
    for metric in Metric.allCases { metrics[normalizedName(metric.name)] = metric }
    for metric in Metric.allCases { metrics[metric.code] = metric }
    return metrics
}()

/// What files call a metric beside its code and name, and mean nothing else by.
private let usualNames: [String: Metric] = [
    "energized_hashrate": .deployedHashrate, "installed_hashrate": .deployedHashrate,
    "bitcoin_mined": .btcMined, "bitcoin_produced": .btcMined, "btc_produced": .btcMined,
    "btc_production": .btcMined, "bitcoin_production": .btcMined,
    "bitcoin_sold": .btcSold, "bitcoin_held": .btcHeld, "btc_holdings": .btcHeld,
    "bitcoin_holdings": .btcHeld, "marketcap": .marketCap, "market_capitalisation": .marketCap,
    "bitcoin_price": .btcPrice, "network_difficulty": .difficulty,
]

/// `text` as the names of columns and metrics are compared: in lower case, without spaces
/// around it, with one `_` for each run of spaces and underscores within it,
/// and `hashrate` in one word.
func normalizedName(_ text: String) -> String {
    let name = text.lowercased().split { $0 == "_" || $0.isWhitespace }.joined(separator: "_")
    return name.replacing("hash_rate", with: "hashrate")
}
