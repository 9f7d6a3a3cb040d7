import Mining

/// The amounts that each filing has of one rule's figure, by period.
///
/// An amount is one tag of a filing, or the sum of several. What is left out is counted.
struct FilingAmounts {
    /// An amount in one filing.
    struct Candidate {
        let amount: FactAmount
        let fact: Fact
        let filed: Day
        /// What was done to get it, besides the formula; empty if nothing.
        let remark: String
    }

    private struct Key: Hashable {
        let accession: String
        let period: Period
    }

    /// A fact whose days and number are readable.
    private struct ReadFact {
        let fact: Fact
        let period: FactPeriod
        let amount: FactAmount
        let filed: Day
    }

    /// By period, in no order.
    private(set) var candidates: [Period: [Candidate]] = [:]
    private(set) var omissions: [FactOmission: Int] = [:]
    /// Facts that have no readable day or number.
    private(set) var unreadable: [Fact] = []

    private let rule: FactRule
    private let from: Day?

    /// `from` is the first day that may count; nil for all.
    init(_ rule: FactRule, in facts: CompanyFacts, from: Day?) {
        self.rule = rule
        self.from = from
        var others: [[Key: [ReadFact]]] = []
        for tag in rule.tags.dropFirst() { others.append(readable(facts.facts[tag] ?? [])) }
        for (key, group) in readable(facts.facts[rule.tags[0]] ?? []) {
            guard let candidate = sum(key, group, &others) else { continue }
            candidates[key.period, default: []].append(candidate)
        }
        // Facts of the other tags without a fact of the first tag.
        for group in others where !group.isEmpty { omit(.incomplete(rule.tags[0]), group.count) }
    }

    /// The readable facts of a tag by filing and period.
    private mutating func readable(_ facts: [Fact]) -> [Key: [ReadFact]] {
        var groups: [Key: [ReadFact]] = [:]
        for fact in facts {
            guard rule.reads(unit: fact.unit) else {
                omit(.unit(fact.unit))
                continue
            }
            guard (fact.start == nil) == (rule.metric.kind == .instant) else {
                omit(.wrongKind)
                continue
            }
            guard let end = fact.end?.day, fact.start == nil || fact.start?.day != nil,
                let period = FactPeriod(from: fact.start?.day, to: end),
                let amount = FactAmount(fact.value), let filed = fact.filed?.day
            else {
                unreadable.append(fact)
                continue
            }
            guard period.period.last >= .firstOfBitcoin else {
                omit(.beforeBitcoin)
                continue
            }
            if let from, period.period.first < from {
                omit(.early)
                continue
            }
            groups[Key(accession: fact.accession, period: period.period), default: []].append(
                ReadFact(fact: fact, period: period, amount: amount, filed: filed))
        }
        return groups
    }

    /// The sum of one filing; nil if a tag is missing or has contradictory values, which is counted
    /// as an omission. Removes the facts that it uses from `others`.
    private mutating func sum(
        _ key: Key, _ facts: [ReadFact], _ others: inout [[Key: [ReadFact]]]
    ) -> Candidate? {
        var terms = [facts]
        for index in others.indices {
            guard let found = others[index].removeValue(forKey: key) else {
                omit(.incomplete(rule.tags[index + 1]))
                return nil
            }
            terms.append(found)
        }
        var total = FactAmount(0, decimals: 0)
        var remarks: [String] = []
        for term in terms {
            guard let (amount, remark) = amount(of: term), let sum = total.adding(amount) else {
                omit(.contradictory)
                return nil
            }
            total = sum
            if let remark { remarks.append(remark) }
        }
        guard let first = facts.first else { return nil }
        if let period = snapRemark(of: first) { remarks.append(period) }
        return Candidate(
            amount: total, fact: first.fact, filed: first.filed,
            remark: remarks.joined(separator: "; "))
    }

    /// The amount of one tag in one filing. Nil if it has several that contradict each other.
    private func amount(of facts: [ReadFact]) -> (FactAmount, remark: String?)? {
        let amounts = Set(facts.map(\.amount))
        guard amounts.count > 1 else { return amounts.first.map { ($0, nil) } }
        // The cover page has the shares of each class.
        if rule.metric == .sharesOutstanding, rule.tags[0].hasPrefix("dei:") {
            var total = FactAmount(0, decimals: 0)
            for amount in amounts {
                guard let sum = total.adding(amount) else { return nil }
                total = sum
            }
            return (total, "\(amounts.count) classes of shares added up")
        }
        let precise = amounts.max { $0.decimals < $1.decimals }
        guard let precise, amounts.allSatisfy({ $0 == precise || $0.isRounding(of: precise) })
        else { return nil }
        return (precise, nil)
    }

    /// How dates of 52 or 53 weeks were read; nil for whole months.
    private func snapRemark(of read: ReadFact) -> String? {
        guard read.period.isSnapped, let start = read.fact.start?.day, let end = read.fact.end?.day
        else { return nil }
        return "weeks from \(start) to \(end)"
    }

    private mutating func omit(_ omission: FactOmission, _ count: Int = 1) {
        omissions[omission, default: 0] += count
    }
}
