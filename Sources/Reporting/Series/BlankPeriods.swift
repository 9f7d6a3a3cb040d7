import Mining

/// In which periods of a trend a figure has no value, and why.
///
/// Periods without members are left out for figures of the members: they have a note of their own.
struct BlankPeriods: Hashable {
    private let periods: [Period]
    /// Why there is no value in the last of them.
    private let reason: String
    /// Whether all of them have this reason.
    private let isCommon: Bool

    /// More periods than this are counted, not listed.
    private static let listed = 4

    /// nil if the figure has a value in each period that counts.
    private init?(_ trend: FigureTrend, over snapshots: [SectorSnapshot]) {
        let blank = zip(snapshots, trend.computed).filter { snapshot, figure in
            figure.expression == nil && (trend.figure.isOfNetwork || !snapshot.members.isEmpty)
        }
        guard let last = blank.last else { return nil }
        periods = blank.map(\.0.period)
        reason = last.1.missingReason
        isCommon = blank.allSatisfy { $0.1.missingReason == last.1.missingReason }
    }

    private var words: String {
        let last = "\(periods[periods.count - 1])"
        let list =
            periods.count > Self.listed
            ? "\(periods.count) periods, the last of them \(last)"
            : periods.map(\.description).joined(separator: ", ")
        return "no value in \(list)\(isCommon ? ", because" : "; in \(last) because") \(reason)"
    }

    /// One sentence for all figures that are blank in the same periods for the same reason, in the order
    /// of the first of them; empty if none is blank. `snapshots` are those of `trends`.
    static func sentences(_ trends: [FigureTrend], over snapshots: [SectorSnapshot]) -> [String] {
        var found: [(blank: BlankPeriods, titles: [String])] = []
        for trend in trends {
            guard let blank = BlankPeriods(trend, over: snapshots) else { continue }
            if let index = found.firstIndex(where: { $0.blank == blank }) {
                found[index].titles.append(trend.figure.title)
            } else {
                found.append((blank, [trend.figure.title]))
            }
        }
        return found.map { "\($0.titles.joined(separator: ", ")): \($0.blank.words)." }
    }
}
