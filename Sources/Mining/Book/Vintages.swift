/// All vintages of one subject, metric and period: which of them restate others, and which
/// contradict each other (docs/formulas.md, Restatements and conflicts).
package struct Vintages: Sendable {
    /// In the order given.
    package let all: [Observation]
    /// The publisher of each.
    package let publishers: [Publisher]

    /// `observations` have the same subject, metric and period; `subject` is what they are about.
    package init(_ observations: [Observation], about subject: Subject.Kind) {
        all = observations
        publishers = observations.map { Publisher(of: $0, about: subject) }
    }

    /// What two vintages with different amounts are to each other.
    package enum Relation: Sendable, Hashable {
        /// One of the two replaces the other (`replaces`).
        case restatement
        /// Both are the last word of their publishers, and their rounding intervals do not meet; both
        /// are estimates, or neither is.
        case conflict
        /// Any other pair: the intervals meet, so both may be right; or the publisher of one has
        /// replaced it; or exactly one is an estimate, which a published figure need not meet.
        case neither
    }

    /// The relation of the vintages with two indices; nil if they have the same amount. It is the
    /// same in both directions.
    package func relation(_ one: Int, _ other: Int) -> Relation? {
        if all[one].value.base == all[other].value.base { return nil }
        if replaces(one, other) || replaces(other, one) { return .restatement }
        guard isLastWord(one), isLastWord(other), all[one].contradicts(all[other]),
            (all[one].status == .estimated) == (all[other].status == .estimated)
        else { return .neither }
        return .conflict
    }

    /// Whether a vintage replaces an earlier one of the same publisher: it has the later
    /// publication date or, if a date is unknown or both are equal, only it has the status
    /// restated.
    package func replaces(_ later: Int, _ earlier: Int) -> Bool {
        guard later != earlier, publishers[later] == publishers[earlier] else { return false }
        let (new, old) = (all[later], all[earlier])
        if let one = new.publishedOn, let other = old.publishedOn, one != other {
            return one > other
        }
        return new.status == .restated && old.status != .restated
    }

    /// Whether its publisher has not replaced it.
    package func isLastWord(_ index: Int) -> Bool {
        !all.indices.contains { replaces($0, index) }
    }

    /// What the publisher of a vintage said first: follows replaced vintages back to one that
    /// replaces none. Of several, the one that was public first; the vintage itself if it replaced
    /// none.
    package func firstWord(of index: Int) -> Observation {
        var found: Set<Int> = [index]
        var open = [index]
        while let later = open.popLast() {
            for earlier in all.indices where replaces(later, earlier) {
                if found.insert(earlier).inserted { open.append(earlier) }
            }
        }
        let firsts = found.filter { later in !all.indices.contains { replaces(later, $0) } }
        return firsts.map { all[$0] }.firstPublished ?? all[index]
    }
}

extension Vintages {
    /// A figure that its publisher published again with another amount.
    package struct Restatement: Sendable {
        package let publisher: Publisher
        /// The first and the last word of the publisher. Their amounts are equal if it restated the
        /// figure and restated it back.
        package let first: Observation
        package let last: Observation
        /// How many vintages of the publisher replace another one or are replaced.
        package let count: Int
    }

    /// The restatements of each publisher, by its first vintage in `all`; empty if there are none.
    package var restatements: [Restatement] {
        var done: Set<Publisher> = []
        return all.indices.compactMap { index in
            done.insert(publishers[index]).inserted ? restatement(by: publishers[index]) : nil
        }
    }

    /// Whether a vintage is part of a restatement: it replaces another one or is replaced, and its
    /// publisher published the figure with different amounts.
    package func isRestated(_ index: Int) -> Bool {
        restatement(by: publishers[index]) != nil && chain(of: publishers[index]).contains(index)
    }

    /// The vintages of a publisher that replace another one or are replaced.
    private func chain(of publisher: Publisher) -> [Int] {
        let own = all.indices.filter { publishers[$0] == publisher }
        return own.filter { one in
            own.contains { replaces($0, one) || replaces(one, $0) }
        }
    }

    private func restatement(by publisher: Publisher) -> Restatement? {
        let chain = chain(of: publisher)
        let isRestated = chain.contains { one in
            chain.contains { replaces(one, $0) && all[one].value.base != all[$0].value.base }
        }
        let last = chain.filter(isLastWord).map { all[$0] }.counting(knownOn: nil).first
        let firsts = chain.filter { one in !chain.contains { replaces(one, $0) } }
        guard isRestated, let last, let first = firsts.map({ all[$0] }).firstPublished else {
            return nil
        }
        return Restatement(publisher: publisher, first: first, last: last, count: chain.count)
    }

    /// The conflicts, each with the greater amount first. They are sorted by the greater and then
    /// by the lesser amount, greatest first; of equal amounts, the vintage that would count comes
    /// first.
    package var conflicts: [(high: Observation, low: Observation)] {
        let ranked = all.indices.sorted { left, right in
            all[left].value.base != all[right].value.base
                ? all[left].value.base > all[right].value.base : all[left].counts(over: all[right])
        }
        return ranked.indices.flatMap { place in
            ranked[(place + 1)...].filter { relation(ranked[place], $0) == .conflict }
                .map { (all[ranked[place]], all[$0]) }
        }
    }
}

extension Observation {
    /// Whether the rounding intervals of the two values do not meet. Computed in whole numbers, so
    /// that intervals with a common end always meet.
    package func contradicts(_ other: Observation) -> Bool {
        let distance = abs(Int128(value.base) - Int128(other.value.base))
        return 2 * distance > Int128(value.lastPlace) + Int128(other.value.lastPlace)
    }
}

extension Sequence<Observation> {
    /// The vintage that was public first; of several published on the same day the one that would
    /// count least. nil if there is none.
    package var firstPublished: Observation? {
        self.min { left, right in
            left.publicFrom != right.publicFrom
                ? left.publicFrom < right.publicFrom : right.counts(over: left)
        }
    }
}
