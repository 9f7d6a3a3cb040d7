import Mining

/// The last complete period for which members published a flow: what a report of flows is about if
/// the user names no period.
struct PublishedPeriod {
    let flow: Metric
    let period: Period
    /// How many members have published it, and how many have published the flow for any period.
    private let count: Int
    private let publishers: Int

    /// Takes the last month, quarter, half or whole year that at least half of the members with any
    /// such figure have published; of several that end on one day the shortest. If there is none,
    /// the one that most of them have, of equals the last. Estimates do not count. nil if no member
    /// has published the flow.
    init?<Source: Book>(
        of flow: Metric, _ members: ScopeMembers, _ reader: Reader<Source>
    ) throws(Source.Failure) {
        var published: [String: [Observation]] = [:]
        for company in members.everyone {
            let found = try reader.book.observations(
                flow, of: company.ticker, within: .always, knownOn: reader.knownOn
            ).filter { $0.status != .estimated }
            if !found.isEmpty { published[company.ticker] = found }
        }
        let periods = Set(published.values.joined().map(\.period)).filter(\.isOfCalendar)
            .sorted { ($0.last, -$0.days) > ($1.last, -$1.days) }
        var best: (period: Period, count: Int, publishers: Int)?
        for period in periods {
            let publishers = members.members(on: period.last).compactMap { published[$0.ticker] }
            let count = publishers.count { found in
                found.filter { period.contains($0.period) }.covering(period) != nil
            }
            if count > best?.count ?? 0 { best = (period, count, publishers.count) }
            if isAtLeastHalf(count, of: publishers.count) {
                best = (period, count, publishers.count)
                break
            }
        }
        guard let best else { return nil }
        self.flow = flow
        period = best.period
        count = best.count
        publishers = best.publishers
    }

    /// What the report says about its period.
    var note: String {
        let isLast = isAtLeastHalf(count, of: publishers)
        return "\(flow) is over \(period), "
            + (isLast ? "the last complete period" : "the period")
            + " published by \(isLast ? "at least half" : "most") of the members with such figures "
            + "(\(count) of \(publishers)); choose another with --on."
    }
}

extension Period {
    /// Whether it is a month, quarter, half or whole year of the calendar.
    fileprivate var isOfCalendar: Bool {
        guard let months = wholeMonths, [1, 3, 6, 12].contains(months) else { return false }
        return (first.components.month - 1).isMultiple(of: months)
    }
}
