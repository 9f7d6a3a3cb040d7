import Mining

/// The notes of the sector report: the sentence that a sector note would print, what the
/// figures rest on, and what cannot be told.
struct SectorNotes {
    let comparison: SectorComparison
    let scope: Scope

    init(_ comparison: SectorComparison, scope: Scope) {
        self.comparison = comparison
        self.scope = scope
    }

    /// Each complete in itself; the summary first.
    var sentences: [String] {
        var notes = [summary]
        notes += coverageNotes
        if let sentence = likeForLike { notes.append(sentence) }
        notes += methodNotes
        notes += unavailableNotes
        if let sentence = undated { notes.append(sentence) }
        return notes
    }

    private var now: SectorMoment { comparison.now }

    // MARK: The summary

    /// "14 members of us-listed on 2026-01-15: 419 EH/s together (+12 EH/s since 2025-11-30, led
    /// by BTDR +9.5 and RIOT +2.0), 41.0 % of the network; …", from what could be computed.
    private var summary: String {
        var parts: [String] = []
        if let hashrate = value(.hashrate) {
            parts.append("\(hashrate) together" + bracket([change(.hashrate), leaders]))
        }
        if let share = value(.networkShare) { parts.append("\(share) of the network") }
        if let cap = value(.marketCap) {
            parts.append("\(cap) of market cap" + bracket([change(.marketCap)]))
        }
        for figure in [Figure.grossMargin, .hashprice, .networkHashrate] {
            guard let text = value(figure) else { continue }
            parts.append(
                "\(figure.title.lowercased()) \(text)"
                    + bracket([figure == .grossMargin ? change(figure) : percentChange(figure)]))
        }
        let opening = "\(scope.counted(now.members.count)) on \(now.period)"
        return parts.isEmpty ? "\(opening)." : "\(opening): \(parts.joined(separator: ", "))."
    }

    private func bracket(_ parts: [String?]) -> String {
        let said = parts.compactMap(\.self)
        return said.isEmpty ? "" : " (\(said.joined(separator: ", ")))"
    }

    private func value(_ figure: Figure) -> String? {
        comparison.line(figure).flatMap { line in
            line.estimate.map { amount($0, line.scale) }
        }
    }

    private func amount(
        _ estimate: Estimate, _ scale: (power: Int, unit: Unit), isSigned: Bool = false
    ) -> String {
        "\(Number(estimate, power: scale.power, isSigned: isSigned).text) \(scale.unit)"
    }

    /// "+12 EH/s since 2025-11-30", of a percentage "+300 bp since 2025-12-31".
    private func change(_ figure: Figure) -> String? {
        guard let line = comparison.line(figure), let change = line.change, let since = line.since
        else { return nil }
        let text =
            figure.unit.dimension == .percentage
            ? Number(points: change).text : amount(change, line.scale, isSigned: true)
        return "\(text) since \(since)"
    }

    private func percentChange(_ figure: Figure) -> String? {
        guard let line = comparison.line(figure), let percent = line.percent,
            let since = line.since
        else { return nil }
        return "\(amount(percent, (0, .percent), isSigned: true)) since \(since)"
    }

    /// The two members that added most, of those that added anything.
    private var leaders: String? {
        let leading = comparison.additionsByMember.prefix(2).compactMap { addition -> String? in
            guard let added = Estimate(addition.added), added.value > 0 else { return nil }
            let shown = Number(added, isSigned: true).text
            return "\(addition.company.ticker) \(shown)"
        }
        return leading.isEmpty ? nil : "led by \(leading.joined(separator: " and "))"
    }

    // MARK: What figures rest on

    private var coverageNotes: [String] {
        [Figure.hashrate, .marketCap, .hpcContracted, .hpcEnergized].compactMap { figure in
            guard let coverage = now[figure].coverage, now[figure].expression != nil else {
                return nil
            }
            var parts = ["\(coverage.reported.count) are published"]
            if !coverage.estimated.isEmpty {
                parts.append(
                    "\(coverage.estimated.count) are estimates" + names(coverage.estimated))
            }
            if !coverage.carried.isEmpty {
                parts.append(
                    "\(coverage.carried.count) of these are carried from an earlier day"
                        + names(coverage.carried))
            }
            if !coverage.missing.isEmpty {
                parts.append(
                    "\(coverage.missing.count) are missing" + names(coverage.missing)
                        + ", so that the sum is of \(coverage.known) of \(coverage.all) members")
            }
            return "\(figure.title): of \(coverage.all) members' figures "
                + parts.joined(separator: ", ") + "."
        }
    }

    private func names(_ tickers: [String]) -> String {
        " (\(tickers.joined(separator: ", ")))"
    }

    private var likeForLike: String? {
        guard let (change, members) = comparison.likeForLike,
            let estimate = Estimate(change)
        else { return nil }
        let text = amount(estimate, (0, .exahashPerSecond), isSigned: true)
        return "Like for like, over the \(members) members with a hashrate at both ends, hashrate"
            + " changed by \(text) since \(comparison.addedBefore.period)."
    }

    private var methodNotes: [String] {
        var notes: [String] = []
        if let basis = now[.powerCostPerExahash].basis {
            notes.append("Power cost: \(basis).")
        }
        if let basis = now[.hashprice].basis { notes.append("Hashprice: \(basis).") }
        if let basis = now[.marketCap].basis { notes.append("Market cap: \(basis).") }
        for (name, figure) in [
            ("Network hashrate", Figure.networkHashrate),
            ("Average bitcoin price", .blockRewardRevenue),
        ] {
            guard let one = now[figure].basis, let other = comparison.before[figure].basis,
                one != other
            else { continue }
            notes.append(
                "\(name): \(one) for \(now.period), \(other) for \(comparison.before.period).")
        }
        for figure in Figure.allCases {
            guard let mismatch = comparison.mismatch(of: figure) else { continue }
            notes.append("\(figure.title): no change, since \(mismatch).")
        }
        return notes
    }

    // MARK: What cannot be told

    private var unavailableNotes: [String] {
        var notes: [String] = []
        for line in comparison.lines where line.estimate == nil {
            let reason = line.computed.reason ?? "its formula divides by zero"
            notes.append("\(line.figure.title) cannot be told: \(reason).")
        }
        return notes
    }

    /// How many of the observations used have no publication date.
    private var undated: String? {
        let moments = [now, comparison.before, comparison.addedBefore]
        let expressions = moments.flatMap { moment in
            Figure.allCases.compactMap { moment[$0].expression }
        }
        let inputs = Expression.sum(expressions).inputs
        let count = inputs.count { $0.observation.publishedOn == nil }
        guard count > 0 else { return nil }
        return
            "\(count) of the \(inputs.count) observations used have no publication date and count"
            + " as public from the end of their period."
    }
}
