import Mining

/// Which members a sum has and how it came by each; tickers in order.
///
/// Reported, estimated and missing add up to all members; carried are those of the first two
/// whose period ended before the day.
struct Coverage {
    var reported: [String] = []
    var carried: [String] = []
    var estimated: [String] = []
    var missing: [String] = []

    /// `figures` are those of members, with their marks.
    init(of members: [Company], figures: [(ticker: String, marks: [Number.Mark])]) {
        let known = Dictionary(figures) { first, _ in first }
        for member in members {
            guard let marks = known[member.ticker] else {
                missing.append(member.ticker)
                continue
            }
            if marks.contains(.estimated) {
                estimated.append(member.ticker)
            } else {
                reported.append(member.ticker)
            }
            if marks.contains(.carried) { carried.append(member.ticker) }
        }
    }

    /// Whose figures the sum has.
    var tickers: Set<String> { Set(reported + estimated) }

    /// How many members the sum has.
    var known: Int { reported.count + estimated.count }

    var all: Int { known + missing.count }

    /// Whether at least half of the members support the sum, so that it may be printed.
    var isSupported: Bool { known > 0 && known * 2 >= all }
}
