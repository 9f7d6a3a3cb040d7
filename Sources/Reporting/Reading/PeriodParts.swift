import Mining

/// A period put together from published ones: the sum of some, less the sum of others.
///
/// The year less three quarters is the fourth quarter; the last fiscal year, less the nine months
/// at its start, plus the nine months after it, are the trailing twelve months. docs/formulas.md
/// (Periods that nobody published) says which parts count if there are several ways.
struct PeriodParts {
    /// In the order of their periods; never empty.
    let added: [Observation]
    /// In the order of their periods; never empty.
    let subtracted: [Observation]

    /// Finds the parts of a period that is neither published nor the sum of published parts.
    ///
    /// `published` has one observation per period, in the order of the periods. Returns nil if
    /// these do not determine the period.
    init?(of period: Period, in published: [Observation]) {
        guard
            let parts = Self(remainderOf: period, in: published)
                ?? PeriodChain(over: period, in: published)?.parts
        else { return nil }
        self = parts
    }

    init(added: [Observation], subtracted: [Observation]) {
        self.added = added.sorted { $0.period < $1.period }
        self.subtracted = subtracted.sorted { $0.period < $1.period }
    }

    /// The shortest published period that consists of `period` and periods as long as it, less
    /// these. So the quarters of a year add up to the year.
    private init?(remainderOf period: Period, in published: [Observation]) {
        guard let months = period.wholeMonths else { return nil }
        let enclosing = published.filter { $0.period.contains(period) && $0.period != period }
            .sorted { ($0.period.days, $0.period.last) < ($1.period.days, $1.period.last) }
        for whole in enclosing {
            guard let pieces = whole.period.divided(into: months), pieces.contains(period) else {
                continue
            }
            let others = pieces.filter { $0 != period }.map { piece in
                published.filter { piece.contains($0.period) }.covering(piece)
            }
            let known = others.compactMap(\.self)
            guard known.count == others.count else { continue }
            self.init(added: [whole], subtracted: known.flatMap(\.self))
            return
        }
        return nil
    }

    var all: [Observation] { added + subtracted }

    /// `2025 less 2025Q1, 2025Q2 and 2025Q3`.
    var description: String {
        "\(Self.listed(added)) less \(Self.listed(subtracted))"
    }

    private static func listed(_ parts: [Observation]) -> String {
        let names = parts.map { "\($0.period)" }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Period {
    /// The periods of `months` whole months that it consists of, in their order; nil if it does
    /// not consist of such periods.
    fileprivate func divided(into months: Int) -> [Period]? {
        guard let all = wholeMonths, all.isMultiple(of: months) else { return nil }
        let (year, month, _) = first.components
        return (0..<(all / months)).compactMap { number in
            let offset = month - 1 + number * months
            return Period(
                year: year + offset / 12, firstMonth: offset % 12 + 1, months: months)
        }
    }
}
