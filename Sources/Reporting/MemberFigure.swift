import Mining

/// One member's part of a sum on a day.
struct MemberFigure {
    var company: Company
    /// In the figure's unit.
    var expression: Expression
    /// The weaker of the statuses it rests on.
    var status: Status
    /// The end of the period of its observation; of a derived figure that of its price.
    var asOf: Day
    /// Whether that period ended before the day asked for.
    var isCarried: Bool
    /// Whether it was computed from other observations of the company.
    var isDerived: Bool
    var source: String

    var ticker: String { company.ticker }

    var marks: [Number.Mark] {
        var marks: [Number.Mark] = []
        if status == .estimated { marks.append(.estimated) }
        if isCarried { marks.append(.carried) }
        if isDerived { marks.append(.derived) }
        return marks
    }
}

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

    /// How many members the sum has.
    var known: Int { reported.count + estimated.count }

    var all: Int { known + missing.count }

    /// Whether at least half of the members support the sum, so that it may be printed.
    var isSupported: Bool { known > 0 && known * 2 >= all }
}
