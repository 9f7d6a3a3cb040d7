import Mining

/// The sentences that a sector note would print: hashrate and share of the network, market cap, and
/// margin, hashprice and network, each with its change.
///
/// `14 members of us-listed on 2026-01-15: 419 EH/s together (+12 EH/s since 2025-11-30, of which
/// +1.9 and -0.8 rest on estimates, led by BTDR +9.5 and RIOT +1.9 estimated), 40.9 % of the network.` They
/// say over how many members a sum is that lacks some, and what is estimated or contradicted.
/// Figures without a value are left out.
struct SectorSummary {
    private let comparison: SectorComparison
    private let scope: Scope

    init(_ comparison: SectorComparison, scope: Scope) {
        self.comparison = comparison
        self.scope = scope
    }

    var sentences: [String] { [opening, marketCap, network].compactMap(\.self) }

    /// The members, their hashrate and its share of the network.
    private var opening: String {
        var parts: [String] = []
        if let hashrate = value(.hashrate) {
            parts.append(
                hashrate + (counted(.hashrate).map { " of \($0)" } ?? " together")
                    + brackets([
                        contradicted(.hashrate), change(.hashrate), support.words, leaders,
                    ]))
        }
        if let share = value(.networkShare) {
            parts.append("\(share) of the network" + brackets([counted(.networkShare)]))
        }
        let members = "\(scope.counted(comparison.now.members.count)) on \(comparison.now.period)"
        return parts.isEmpty ? "\(members)." : "\(members): \(parts.joined(separator: ", "))."
    }

    private var marketCap: String? {
        value(.marketCap).map { cap in
            "Market cap \(cap)" + (counted(.marketCap).map { " of \($0)" } ?? " together")
                + brackets([contradicted(.marketCap), change(.marketCap)]) + "."
        }
    }

    /// Gross margin, hashprice and the network's average hashrate; nil if none is known.
    private var network: String? {
        let figures: [(Figure, String, String?)] = [
            (.grossMargin, "gross margin", change(.grossMargin)),
            (.hashprice, "hashprice", percentChange(.hashprice, "since")),
            (
                .networkHashrate, "average network hashrate",
                percentChange(.networkHashrate, "from the average of")
            ),
        ]
        let parts = figures.compactMap { figure, name, change in
            value(figure).map { "\(name) \($0)" + brackets([contradicted(figure), change]) }
        }
        return parts.isEmpty ? nil : "\(parts.joined(separator: ", ").withCapital)."
    }

    /// ` (a, b)`; nothing if all parts are nil.
    private func brackets(_ parts: [String?]) -> String {
        let known = parts.compactMap(\.self)
        return known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
    }

    /// `47 % estimated`.
    private func value(_ figure: Figure) -> String? {
        comparison.line(figure).flatMap { line in
            line.compared.estimate.map {
                amount($0, line.compared.unit) + estimated(line.compared.now.marks)
            }
        }
    }

    /// `12 of 14 members` for a sum that lacks members; nil for one that has all.
    private func counted(_ figure: Figure) -> String? {
        guard let coverage = comparison.now[figure].coverage, !coverage.missing.isEmpty else {
            return nil
        }
        return "\(coverage.known) of \(coverage.all) members"
    }

    private func estimated(_ marks: [Number.Mark]) -> String {
        marks.contains(.estimated) ? " estimated" : ""
    }

    /// `resting on a contradicted figure of MARA`; nil if the value rests on none.
    private func contradicted(_ figure: Figure) -> String? {
        comparison.line(figure).flatMap { resting(on: $0.compared.now.conflicts) }
    }

    private func resting(on conflicts: [InputConflict]) -> String? {
        let subjects = Set(conflicts.map(\.used.subject)).sorted()
        if subjects.isEmpty { return nil }
        let figures = conflicts.count == 1 ? "a contradicted figure" : "contradicted figures"
        return "resting on \(figures) of \(subjects.joined(separator: " and "))"
    }

    private func amount(_ estimate: Estimate, _ unit: FigureUnit, isSigned: Bool = false)
        -> String
    {
        "\(Number(estimate, in: unit, isSigned: isSigned).text) \(unit.shown)"
    }

    /// `+12 EH/s since 2025-11-30`, for a percentage `+300 bp since 2025-12`.
    private func change(_ figure: Figure) -> String? {
        guard let line = comparison.line(figure), let since = line.since,
            var change = line.compared.shownChange(upTo: line.compared.greatest)
        else { return nil }
        change.marks = []
        let text = change.text + (change.suffix == nil ? " \(line.compared.unit.shown)" : "")
        let conflicts =
            figure == .hashrate ? nil : resting(on: line.compared.changeConflicts).map { ", \($0)" }
        return "\(text)\(estimated(line.compared.changeMarks)) since \(since)\(over(line))"
            + (conflicts ?? "")
    }

    /// ` over the 9 members with a figure at both ends` for a change that lacks members.
    private func over(_ line: SectorLine) -> String {
        guard let members = line.compared.ends?.members,
            members < line.compared.now.counted?.members.count ?? 0
        else { return "" }
        return " over the \(members) member\(members == 1 ? "" : "s") with a figure at both ends"
    }

    /// `+10.6 % since 2025-12-31`; `words` go before the base.
    private func percentChange(_ figure: Figure, _ words: String) -> String? {
        guard let line = comparison.line(figure), let since = line.since,
            let percent = line.compared.percentChange
        else { return nil }
        return "\(amount(percent, FigureUnit(.percent), isSigned: true))"
            + "\(estimated(line.compared.changeMarks)) \(words) \(since)"
    }

    /// How much of the change of hashrate rests on contradicted figures and on estimates.
    private var support: ChangeSupport {
        comparison.netHashrateAdded == nil
            ? ChangeSupport([]) : ChangeSupport(comparison.additions)
    }

    /// The two members that added most, if they added anything. Each says whether it rests on an
    /// estimate or a contradicted figure, and names the day of its earlier figure if that is before
    /// the base.
    private var leaders: String? {
        if comparison.netHashrateAdded == nil { return nil }
        let leading = comparison.additions.prefix(2).compactMap { addition -> String? in
            guard let added = Estimate(addition.change), added.value > 0 else { return nil }
            let conflict = addition.changeMarks.contains(.conflict) ? " contradicted" : ""
            let older = addition.olderBase.map { ", from its figure of \($0)" } ?? ""
            return "\(addition.company.ticker) \(Number(added, isSigned: true).text)"
                + estimated(addition.changeMarks) + conflict + older
        }
        // If the words about the first member have a comma, another one ends them.
        let comma = leading.first?.contains(",") == true ? "," : ""
        return leading.isEmpty ? nil : "led by \(leading.joined(separator: "\(comma) and "))"
    }
}
