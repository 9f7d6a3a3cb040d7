import Mining

/// Which members a sum has, and what their figures rest on.
///
/// Each member is reported, estimated or missing. `carried` has the reported and estimated members
/// whose period ended before the day, `derived` the reported members whose figure was computed from
/// other figures of the member. Tickers are in the order of the members.
struct Coverage: Sendable {
    var reported: [String] = []
    var carried: [String] = []
    var derived: [String] = []
    var estimated: [String] = []
    var missing: [String] = []
    /// The members whose figures the sum has: the reported and the estimated ones.
    private(set) var tickers: Set<String> = []

    /// `figures` are those of the members that have one, with their marks.
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
                if marks.contains(.derived) { derived.append(member.ticker) }
            }
            if marks.contains(.carried) { carried.append(member.ticker) }
        }
        tickers = Set(reported + estimated)
    }

    private init() {}

    /// The coverage of a figure that needs both: a member is missing if one of the two lacks it,
    /// and estimated or carried if one of its figures is.
    func merged(with other: Coverage) -> Coverage {
        var merged = Coverage()
        let missing = Set(self.missing).union(other.missing)
        let estimated = Set(self.estimated).union(other.estimated)
        let carried = Set(self.carried).union(other.carried)
        let derived = Set(self.derived).union(other.derived)
        for ticker in members.union(other.members).sorted() {
            if missing.contains(ticker) {
                merged.missing.append(ticker)
                continue
            }
            if estimated.contains(ticker) {
                merged.estimated.append(ticker)
            } else {
                merged.reported.append(ticker)
                if derived.contains(ticker) { merged.derived.append(ticker) }
            }
            if carried.contains(ticker) { merged.carried.append(ticker) }
        }
        merged.tickers = Set(merged.reported + merged.estimated)
        return merged
    }

    /// All members, whether the sum has their figures or not.
    var members: Set<String> { tickers.union(missing) }

    /// How many members the sum has.
    var known: Int { reported.count + estimated.count }

    /// How many members there are.
    var all: Int { known + missing.count }

    /// Whether at least half of the members have the figure, so that the sum may be shown.
    var isSupported: Bool { isAtLeastHalf(known, of: all) }
}

/// Whether so many members are enough for a figure of all of them (docs/formulas.md).
func isAtLeastHalf(_ count: Int, of all: Int) -> Bool { count > 0 && count * 2 >= all }
