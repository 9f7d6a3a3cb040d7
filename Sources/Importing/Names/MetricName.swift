import Mining

extension Metric {
    /// The metric with the code or name `text`, in any letter case, with spaces or underscores; nil
    /// if there is none.
    package init?(named text: String) {
        guard let metric = metricsByName[normalizedName(text)] else { return nil }
        self = metric
    }

    /// The metrics whose codes contain the words of `text`, such as several for `hashrate`.
    static func containing(_ text: String) -> [Metric] {
        let words = normalizedName(text).split(separator: "_")
        // Most names have a word that no metric has.
        guard !words.isEmpty, words.allSatisfy(wordsOfCodes.contains) else { return [] }
        return allCases.filter { $0.code.split(separator: "_").contains(words) }
    }

    /// The metrics to suggest for `text`, which is not a metric. Several if it may be each of them;
    /// empty if there is nothing to suggest.
    ///
    /// Letters alone never suggest another metric of the same kind: an `Owned hashrate` is no hosted
    /// one, so all hashrates are offered.
    static func suggestions(for text: String) -> [Metric] {
        let words = normalizedName(text).split(separator: "_")
        if words.count == 1, isTotalOrNote(text) { return [] }
        if words.contains("hashrate"), !averageWords.isDisjoint(with: words) {
            return [.operatingHashrate]
        }
        if words.contains("price"), !shareWords.isDisjoint(with: words) { return [.sharePrice] }
        let containing = containing(text)
        if !containing.isEmpty { return containing }
        let nearest = nearestCodes(to: text, in: allCases.map(\.code))
        if !nearest.isEmpty { return nearest.compactMap { Metric(code: $0) } }
        guard let kind = words.last(where: kindWords.contains) else { return [] }
        return Self.containing(String(kind))
    }
}

/// The words of all codes.
private let wordsOfCodes = Set(Metric.allCases.flatMap { $0.code.split(separator: "_") })

/// Words that several metrics of one kind have in common.
private let kindWords: Set<Substring> = ["hashrate", "price", "revenue", "cost"]

private let averageWords: Set<Substring> = ["average", "avg", "mean"]

private let shareWords: Set<Substring> = ["stock", "shares", "equity", "closing"]

private let metricsByName: [String: Metric] = {
    var metrics: [String: Metric] = [:]
    for (name, metric) in otherNames { metrics[name] = metric }
    for metric in Metric.allCases { metrics[normalizedName(metric.name)] = metric }
    for metric in Metric.allCases { metrics[metric.code] = metric }
    return metrics
}()

/// Other common column names that can only mean one metric.
private let otherNames: [String: Metric] = [
    "average_operating_hashrate": .operatingHashrate, "avg_operating_hashrate": .operatingHashrate,
    "avg._operating_hashrate": .operatingHashrate,
    "energized_hashrate": .deployedHashrate, "installed_hashrate": .deployedHashrate,
    "bitcoin_mined": .btcMined, "bitcoin_produced": .btcMined, "btc_produced": .btcMined,
    "btc_production": .btcMined, "bitcoin_production": .btcMined,
    "bitcoin_sold": .btcSold, "bitcoin_held": .btcHeld, "btc_holdings": .btcHeld,
    "bitcoin_holdings": .btcHeld, "marketcap": .marketCap, "market_capitalisation": .marketCap,
    "bitcoin_price": .btcPrice, "hashprice": .hashpricePublished,
    "network_difficulty": .difficulty,
    "revenues": .revenue, "total_revenue": .revenue, "total_revenues": .revenue,
    "total_net_revenue": .revenue, "total_net_revenues": .revenue,
    "cost_of_revenues": .costOfRevenue, "total_cost_of_revenue": .costOfRevenue,
    "total_cost_of_revenues": .costOfRevenue, "cash_and_cash_equivalents": .cash,
    "net_income_(loss)": .netIncome, "net_(loss)_income": .netIncome, "net_earnings": .netIncome,
    "net_profit": .netIncome, "net_profit_(loss)": .netIncome,
    "depreciation_and_amortisation": .depreciation, "depreciation_&_amortization": .depreciation,
    "depreciation_&_amortisation": .depreciation, "d&a": .depreciation,
    "sg&a": .sga, "sg&a_expense": .sga, "sg&a_expenses": .sga,
    "selling,_general_and_administrative_expense": .sga,
    "selling,_general_and_administrative_expenses": .sga,
    "selling,_general_&_administrative": .sga, "selling_general_and_administrative": .sga,
    "capital_expenditure": .capex,
    "purchases_of_property,_plant_and_equipment": .capex,
    "purchase_of_property,_plant_and_equipment": .capex,
    "payments_for_property,_plant_and_equipment": .capex,
    "payments_to_acquire_property,_plant_and_equipment": .capex,
    "interest_expenses": .interestExpense, "impairments": .impairment,
    "impairment_charge": .impairment, "impairment_charges": .impairment,
    "impairment_loss": .impairment, "impairment_losses": .impairment,
    "restricted_cash_and_equivalents": .restrictedCash,
    "restricted_cash_and_cash_equivalents": .restrictedCash,
    "hpc_contract_backlog": .hpcBacklog, "remaining_performance_obligation": .hpcBacklog,
    "remaining_performance_obligations": .hpcBacklog,
]

/// The form in which names of columns and metrics are compared: lower case, without spaces around
/// it, each run of spaces and underscores as one `_`, and `hash_rate` as `hashrate`.
func normalizedName(_ text: String) -> String {
    let name =
        asciiName(text)
        ?? text.lowercased().split { $0 == "_" || $0.isWhitespace }.joined(separator: "_")
    // Searching takes longer than everything else.
    guard name.utf8.contains(UInt8(ascii: "h")), name.contains("_rate") else { return name }
    return name.replacing("hash_rate", with: "hashrate")
}

/// The lower case of a text with each run of spaces and underscores as one `_`; nil if it is not ASCII.
/// A wide header has thousands of names, each of which is compared many times.
private func asciiName(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAfterSpace = false
    for byte in text.utf8 {
        switch byte {
        case 0x80...: return nil
        case UInt8(ascii: "_"), UInt8(ascii: " "), 0x09...0x0D:
            isAfterSpace = true
            continue
        default: break
        }
        if isAfterSpace, !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
        isAfterSpace = false
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
}
