import Mining

/// A sum over the members whose change is divided into its causes: its rows in the table
/// `attribution`, and the notes that say which members the change is over.
struct DividedFigure {
    let figure: Figure
    let attribution: Attribution
    private let since: Period
    /// Why the figures of both ends cannot be compared, as the end of a sentence; nil if they can.
    private let mismatch: String?
    /// The companies that are a member at one of the ends and have a figure at neither, by ticker.
    private let unknown: [String]
    /// The conflicts of the inputs of both sums; empty if they cannot be compared.
    let conflicts: [InputConflict]

    init(
        _ figure: Figure, _ attribution: Attribution, from before: SectorSnapshot,
        to now: SectorSnapshot
    ) {
        self.figure = figure
        self.attribution = attribution
        since = before.period
        mismatch = now.methods.mismatch(with: before.methods, for: figure)
        conflicts =
            mismatch == nil ? now[figure].conflicts + before[figure].conflicts : []
        let known = attribution.lines.map(\.member.company.ticker)
        unknown = Set((before.members + now.members).map(\.ticker)).subtracting(known).sorted()
    }

    /// A part for each cause; empty if the figures of both ends cannot be compared.
    var parts: [AttributionPart] {
        if mismatch != nil { return [] }
        let partlyKnown = attribution.tickers(of: .newlyKnown, .noLongerKnown)
        return AttributionPart.parts(
            of: figure, attribution, since: since,
            isComplete: unknown.isEmpty && partlyKnown.isEmpty, conflicts)
    }

    /// Complete sentences.
    var notes: [String] {
        if let mismatch {
            return ["\(figure.title): no change shown, because \(mismatch)."]
        }
        if attribution.lines.isEmpty {
            return ["\(figure.title): no member has a figure at either end."]
        }
        return [changeNote, unrenewedNote, olderBaseNote, knowledgeNote, unknownNote]
            .compactMap(\.self)
    }

    /// `Hashrate: +12 EH/s since 2025-11-30, over the 14 members with a figure at both ends.`
    private var changeNote: String {
        let compared = attribution.compared
        guard !compared.isEmpty else {
            return "\(figure.title): no member has a figure at both ends."
        }
        let moved = attribution.tickers(of: .joined, .left)
        let moving = "companies that joined or left (\(moved.joined(separator: ", ")))"
        let change = "\(text(attribution.change)) since \(since)"
        guard compared.contains(where: \.hasNewerFigure) else {
            return moved.isEmpty
                ? "\(figure.title): no change shown, because \(ComparedEnds.noNewerFigure)."
                : "\(figure.title): \(change), only of \(moving), because "
                    + "\(ComparedEnds.noNewerFigure)."
        }
        let members = compared.count == 1 ? "the 1 member" : "the \(compared.count) members"
        return "\(figure.title): \(change), over \(members) with a figure at both ends"
            + (moved.isEmpty ? "." : " and the \(moving).")
    }

    /// Which of the members have no newer figure than at the base; nil if all have one, or none.
    private var unrenewedNote: String? {
        let compared = attribution.compared
        let unrenewed = compared.filter { !$0.hasNewerFigure }.map(\.company.ticker)
        if unrenewed.count == compared.count { return nil }
        return .unrenewedNote(figure.title, unrenewed, of: compared.count, since: since)
    }

    /// Which members' figures at the base are older than it; nil if none is, or no change is shown.
    private var olderBaseNote: String? {
        let compared = attribution.compared
        guard compared.contains(where: \.hasNewerFigure) else { return nil }
        let older = compared.filter { $0.olderBase != nil }
        return .olderBaseNote(
            figure.title, older.map(\.company.ticker), since: since,
            canRestOnOldShares: figure == .marketCap)
    }

    /// What the sums differ by besides the change; nil if nothing.
    private var knowledgeNote: String? {
        let parts = [
            (Attribution.Cause.newlyKnown, "newly known"), (.noLongerKnown, "no longer known"),
        ].compactMap { cause, words in
            attribution.total(of: cause).map { total in
                "\(text(total.change)) of figures \(words)"
                    + " (\(total.tickers.joined(separator: ", ")))"
            }
        }
        if parts.isEmpty { return nil }
        return "\(figure.title): the sums also differ by \(parts.joined(separator: " and ")),"
            + " which is not a change of the members."
    }

    private var unknownNote: String? {
        if unknown.isEmpty { return nil }
        return "\(figure.title): no figure at either end of \(unknown.joined(separator: ", "))."
    }

    private func text(_ change: Expression) -> String {
        let unit = figure.definition.unit
        let number = Estimate(change).map { Number($0, in: unit, isSigned: true).text }
        return "\(number ?? "–") \(unit.shown)"
    }
}
