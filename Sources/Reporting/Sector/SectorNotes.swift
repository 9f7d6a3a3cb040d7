import Mining

/// The notes of the sector report: what the figures rest on, and which figures lack data.
struct SectorNotes {
    let comparison: SectorComparison
    let records: SectorRecords

    /// Complete sentences.
    var sentences: [String] {
        var notes = coverageNotes
        notes += comparison.lines.compactMap(\.compared.likeForLikeNote)
        for figure in Self.sums {
            guard let line = comparison.line(figure), let since = line.since else { continue }
            notes += line.compared.ageNotes(since: since)
        }
        notes += comparison.lines.flatMap(\.compared.conflicts).sentences
        notes += records.sentences(now)
        notes += methodNotes
        notes += missingDataNotes
        if let sentence = undated { notes.append(sentence) }
        return notes
    }

    private var now: SectorSnapshot { comparison.now }

    // MARK: What figures rest on

    private static let sums = Figure.allCases.filter(\.isSumOverMembers)

    private var coverageNotes: [String] {
        Self.sums.compactMap { figure in
            guard let coverage = now[figure].coverage, now[figure].expression != nil else {
                return nil
            }
            let all = coverage.all
            var parts: [String] = []
            let published = coverage.reported.count - coverage.derived.count
            if published > 0 || coverage.derived.isEmpty {
                parts.append("\(published) of \(all) members' figures are published")
            }
            if !coverage.derived.isEmpty {
                let count = coverage.derived.count
                parts.append(
                    (parts.isEmpty ? "\(count) of \(all) members' figures" : "\(count)")
                        + " are share price times shares")
            }
            if !coverage.estimated.isEmpty {
                let count = coverage.estimated.count
                parts.append(
                    "\(count) \(count == 1 ? "is an estimate" : "are estimates")"
                        + names(coverage.estimated))
            }
            let old = figure == .marketCap ? oldShares : [:]
            let carried = coverage.carried.filter { old[$0] == nil }
            if !carried.isEmpty {
                let count = carried.count
                parts.append(
                    "\(count) of the \(coverage.known) \(count == 1 ? "is" : "are") carried "
                        + "forward from an earlier day" + names(carried))
            }
            if !old.isEmpty {
                let shares = old.count == 1 ? "rests on a share count" : "rest on share counts"
                parts.append(
                    "\(old.count) \(shares) more than a year old"
                        + names(old.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }))
            }
            if !coverage.missing.isEmpty {
                let count = coverage.missing.count
                parts.append(
                    "\(count) \(count == 1 ? "is" : "are") missing" + names(coverage.missing)
                        + ", so the sum is of \(coverage.known) of \(coverage.all) members")
            }
            return "\(figure.title): \(parts.joined(separator: ", "))."
        }
    }

    /// The members whose market cap is marked as carried only because its share count is old,
    /// although the price is of the day; with the day of the share count.
    private var oldShares: [String: Day] {
        let old = now.marketCaps.filter {
            $0.figure.marks.contains(.carried) && $0.figure.asOf == now.day
        }
        return Dictionary(
            old.compactMap { member in
                member.expression.inputs.map(\.observation)
                    .first { $0.metric == .sharesOutstanding }
                    .map { (member.ticker, $0.period.last) }
            }
        ) { first, _ in first }
    }

    private func names(_ tickers: [String]) -> String {
        " (\(tickers.joined(separator: ", ")))"
    }

    private var methodNotes: [String] {
        var notes: [String] = []
        for (name, figure) in [
            ("Power cost", Figure.powerCostPerExahash), ("Hashprice", .hashprice),
            ("Market cap", .marketCap),
        ] {
            if let basis = now[figure].basis { notes.append("\(name): \(basis).") }
        }
        if let days = shareDays { notes.append(days) }
        for (name, figure) in [
            ("Network hashrate", Figure.networkHashrate),
            ("Block reward revenue", .blockRewardRevenue),
        ] {
            guard let one = now[figure].basis, let other = comparison.before[figure].basis,
                one != other
            else { continue }
            notes.append(
                "\(name): \(one) for \(now.period.monthToDate), \(other) for "
                    + "\(comparison.before.period.monthToDate).")
        }
        notes += comparison.lines.compactMap(\.compared.mismatchNote)
        notes += ComparedFigure.missingBaseNotes(comparison.lines.map(\.compared))
        return notes
    }

    /// The days of the share counts in the market caps; nil if none is share price times shares.
    private var shareDays: String? {
        .days(
            of: "Shares",
            now.marketCaps.flatMap { member in
                member.expression.inputs.filter { $0.observation.metric == .sharesOutstanding }
                    .map { (member.ticker, $0.observation.period.last) }
            })
    }

    private var missingDataNotes: [String] {
        comparison.lines.filter { $0.compared.estimate == nil }.map { line in
            let figure = line.compared.now
            return figure.isUndefined
                ? "\(line.figure.title): no value, because \(figure.missingReason)."
                : "\(line.figure.title): not enough data: \(figure.missingReason)."
        }
    }

    /// How many of the observations used have no publication date.
    private var undated: String? {
        let snapshots = [now, comparison.before, comparison.addedBefore]
        let expressions = snapshots.flatMap { snapshot in
            Figure.allCases.compactMap { snapshot[$0].expression }
        }
        let inputs = Expression.sum(expressions).inputs
        let count = inputs.count { $0.observation.publishedOn == nil }
        guard count > 0 else { return nil }
        return
            "\(count) of the \(inputs.count) observations used have no publication date; they count"
            + " as public from the end of their period."
    }
}

extension Figure {
    /// Whether it is itself a sum over the members.
    var isSumOverMembers: Bool {
        switch self {
        case .hashrate, .marketCap, .hpcContracted, .hpcEnergized: true
        default: false
        }
    }
}
