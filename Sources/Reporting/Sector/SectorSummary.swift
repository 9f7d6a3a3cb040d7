import Mining

/// The sentence that a sector note would print: hashrate, share of the network, market cap,
/// margin and network, each with its change.
///
/// `14 members of us-listed on 2026-01-15: 419 EH/s together (+12 EH/s since 2025-11-30, led by
/// BTDR +9.5 and RIOT +1.9 estimated), 40.9 % of the network, …`; figures without a value are
/// left out.
struct SectorSummary {
    private let comparison: SectorComparison
    private let scope: Scope

    init(_ comparison: SectorComparison, scope: Scope) {
        self.comparison = comparison
        self.scope = scope
    }

    var sentence: String {
        var parts: [String] = []
        if let hashrate = value(.hashrate) {
            parts.append("\(hashrate) together" + brackets([change(.hashrate), leaders]))
        }
        if let share = value(.networkShare) { parts.append("\(share) of the network") }
        if let cap = value(.marketCap) {
            parts.append("\(cap) of market cap" + brackets([change(.marketCap)]))
        }
        for figure in [Figure.grossMargin, .hashprice, .networkHashrate] {
            guard let text = value(figure) else { continue }
            parts.append(
                "\(figure.title.lowercased()) \(text)"
                    + brackets([figure == .grossMargin ? change(figure) : percentChange(figure)]))
        }
        let opening = "\(scope.counted(comparison.now.members.count)) on \(comparison.now.period)"
        return parts.isEmpty ? "\(opening)." : "\(opening): \(parts.joined(separator: ", "))."
    }

    /// ` (a, b)`; nothing if all parts are nil.
    private func brackets(_ parts: [String?]) -> String {
        let known = parts.compactMap(\.self)
        return known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
    }

    private func value(_ figure: Figure) -> String? {
        comparison.line(figure).flatMap { line in
            line.compared.estimate.map { amount($0, line.compared.unit) }
        }
    }

    private func amount(_ estimate: Estimate, _ unit: FigureUnit, isSigned: Bool = false)
        -> String
    {
        "\(Number(estimate, in: unit, isSigned: isSigned).text) \(unit.shown)"
    }

    /// `+12 EH/s since 2025-11-30`, for a percentage `+300 bp since 2025-12-31`.
    private func change(_ figure: Figure) -> String? {
        guard let line = comparison.line(figure), let since = line.since,
            let change = line.compared.change.absolute
        else { return nil }
        let text =
            figure.unit.dimension == .percentage
            ? Number(points: change).text
            : amount(change, line.compared.unit, isSigned: true)
        return "\(text) since \(since)\(over(line))"
    }

    /// ` over the 9 members with a figure at both ends` for a change that is like for like.
    private func over(_ line: SectorLine) -> String {
        guard let ends = line.compared.ends, ends.areLikeForLike, let members = ends.members
        else { return "" }
        return " over the \(members) members with a figure at both ends"
    }

    private func percentChange(_ figure: Figure) -> String? {
        guard let line = comparison.line(figure), let since = line.since,
            let percent = line.compared.percentChange
        else { return nil }
        return "\(amount(percent, FigureUnit(.percent), isSigned: true)) since \(since)"
    }

    /// The two members that added most, if they added anything. An addition is estimated if its
    /// hashrate is an estimate at one end.
    private var leaders: String? {
        if comparison.netHashrateAdded == nil { return nil }
        let leading = comparison.additions.prefix(2).compactMap { addition -> String? in
            guard let added = Estimate(addition.change), added.value > 0 else { return nil }
            let estimate = addition.marks.contains(.estimated) ? " estimated" : ""
            return "\(addition.company.ticker) \(Number(added, isSigned: true).text)\(estimate)"
        }
        return leading.isEmpty ? nil : "led by \(leading.joined(separator: " and "))"
    }
}
