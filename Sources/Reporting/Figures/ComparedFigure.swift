import Mining

/// A figure on the day reported on, compared with its value at the base: one line of a report.
///
/// The sector's headline, the tables of a group's sums and the network's figures are all made of
/// these. `ReportColumn` has their common columns. A class, because the columns share it instead of
/// copying its texts.
final class ComparedFigure {
    let definition: FigureDefinition
    let now: ComputedFigure
    /// nil for a figure that has no base.
    let before: ComputedFigure?
    /// The base: a day, or the period of an average or a flow. nil if there is none, or if the table
    /// names one base for all of its figures.
    let since: Period?
    /// Why `now` and `before` cannot be compared, as the end of a sentence; nil if they can.
    let mismatch: String?
    /// Whether a line between `before` and `now` would mislead: they count different members or
    /// cannot be compared. False if the same members merely have no newer figure.
    let areApart: Bool
    /// What the change is computed from; nil if one of the two is not known or they cannot be
    /// compared.
    let ends: ComparedEnds?
    /// The value of `now` with its interval; nil if it is not known.
    let estimate: Estimate?
    /// The value of `before`; nil if it is not known.
    let previous: Estimate?
    /// Over the same members at both ends. Empty if there are no `ends`.
    let change: FigureChange
    /// Whether the two ends are two days of the book; false for a what-if, whose ends may rest on the
    /// same observations.
    private let comparesDays: Bool

    /// A figure without a base.
    convenience init(_ definition: FigureDefinition, _ now: ComputedFigure) {
        self.init(definition, now, before: nil, mismatch: nil)
    }

    /// Compares `now` with `before` over the same members, unless `mismatch` says why they are not
    /// comparable. `comparesDays` says that the two are of different days.
    init(
        _ definition: FigureDefinition, _ now: ComputedFigure, before: ComputedFigure?,
        mismatch: String?, comparesDays: Bool = true, since: Period? = nil
    ) {
        self.since = since
        self.comparesDays = comparesDays
        self.definition = definition
        self.now = now
        self.before = before
        estimate = Estimate(now.expression)
        previous = Estimate(before?.expression)
        var reason = mismatch
        var ends: ComparedEnds?
        var areApart: Bool?
        if mismatch == nil, let before {
            do {
                ends = try ComparedEnds(from: before, to: now, comparesDays: comparesDays)
            } catch {
                reason = error.reason
                areApart = !error.hasSameMembers
            }
        }
        self.mismatch = reason
        self.ends = ends
        self.areApart = areApart ?? ends?.areLikeForLike ?? true
        change = FigureChange(from: ends?.before, to: ends?.now)
    }

    /// A figure of the past. Its change is the change from it to `later`.
    init(
        _ definition: FigureDefinition, _ past: ComputedFigure, of period: Period?,
        changingTo later: Expression?
    ) {
        since = period
        self.definition = definition
        now = past
        before = nil
        mismatch = nil
        areApart = true
        ends = nil
        comparesDays = true
        estimate = Estimate(past.expression)
        previous = nil
        change = FigureChange(from: past.expression, to: later)
    }

    var unit: FigureUnit { definition.unit }

    /// What a reader must know about the change: whether one of its ends is estimated or rests on a
    /// conflict, whether it is like for like, and whether both ends are the same observations.
    private(set) lazy var changeMarks: [Number.Mark] = {
        guard let ends else { return [] }
        var marks: [Number.Mark] = []
        if (now.marks + (before?.marks ?? [])).contains(.estimated) { marks.append(.estimated) }
        if ends.areLikeForLike { marks.append(.likeForLike) }
        if !changeConflicts.isEmpty { marks.append(.conflict) }
        if comparesDays, ends.members == nil, ends.now.hasObservations(of: ends.before) {
            marks.append(.unrenewed)
        }
        return marks
    }()

    /// The conflicts of the inputs of both ends.
    var conflicts: [InputConflict] { now.conflicts + (before?.conflicts ?? []) }

    /// The conflicts that the change rests on, each once.
    private(set) lazy var changeConflicts: [InputConflict] = {
        ends.map { conflicts.of(.sum([$0.before, $0.now])) } ?? []
    }()

    /// The greater of the two values, without its sign; nil if none is known.
    var greatest: Double? {
        [estimate, previous].compactMap { $0.map { abs($0.value) } }.max()
    }

    /// The change as people see it, in basis points for a percentage. It has no more digits than
    /// `greatest`, the greatest value shown beside it. nil if it is not known.
    func shownChange(digits: Int? = nil, upTo greatest: Double?) -> Number? {
        change.absolute.map { change in
            unit.isPercentage
                ? Number(points: change, marks: changeMarks)
                : Number(
                    change, in: unit, digits: digits, isSigned: true, upTo: greatest,
                    marks: changeMarks)
        }
    }

    /// The change relative to the base; nil for a percentage, whose change is only ever given in
    /// points.
    var percentChange: Estimate? { unit.isPercentage ? nil : change.percent }
}

extension ComparedFigure {
    /// `Hashrate: change over the 9 members with a figure at both ends (left out: BTDR, CAN).`; nil
    /// if the change is not like for like.
    var likeForLikeNote: String? {
        guard let ends, ends.areLikeForLike, let count = ends.members else { return nil }
        let members = count == 1 ? "the 1 member" : "the \(count) members"
        return "\(definition.title): change over \(members) with a figure at both ends"
            + " (left out: \(ends.leftOut.joined(separator: ", ")))."
    }

    /// How many members of a sum have no newer figure than at the base, and how many figures at the
    /// base are older than it; empty if there are none, or no change is shown.
    func ageNotes(since: Period) -> [String] {
        guard let ends, let count = ends.members else { return [] }
        let common = now.counted?.tickers ?? []
        return [
            String.unrenewedNote(definition.title, ends.unrenewed, of: count, since: since),
            String.olderBaseNote(
                definition.title,
                (before?.coverage?.carried ?? []).filter {
                    common.contains($0) && !ends.unrenewed.contains($0)
                }, since: since, canRestOnOldShares: definition.code == Figure.marketCap.code),
        ].compactMap(\.self)
    }

    /// A sentence for each reason why known figures have no base; empty if all have one.
    static func missingBaseNotes(_ figures: [ComparedFigure]) -> [String] {
        let known = figures.filter { $0.estimate != nil && $0.mismatch == nil }
        let missing = known.filter { $0.before.map { $0.expression == nil } ?? false }
        var reasons: [String] = []
        for figure in missing {
            let reason = figure.before?.missingReason ?? ""
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.map { reason in
            let titles = missing.filter { $0.before?.missingReason == reason }
                .map(\.definition.title)
            return "\(titles.joined(separator: ", ")): no change shown, because there is no base: "
                + "\(reason)."
        }
    }

    /// Why the change is not shown; nil if it is.
    var mismatchNote: String? {
        mismatch.map { "\(definition.title): no change shown, because \($0)." }
    }
}

extension ComparedFigure {
    /// Compares two figures and finds out whether they are comparable.
    ///
    /// `needsSameBasis` asks that both were computed in the same way. `spans` are the periods of
    /// a figure that adds up over time.
    convenience init(
        _ definition: FigureDefinition, _ now: ComputedFigure, before: ComputedFigure,
        since: Period? = nil, needsSameBasis: Bool = false,
        over spans: (now: Period, before: Period)? = nil
    ) {
        self.init(
            definition, now, before: before,
            mismatch: Self.mismatch(now, before, needsSameBasis: needsSameBasis, over: spans),
            since: since)
    }

    private static func mismatch(
        _ now: ComputedFigure, _ before: ComputedFigure, needsSameBasis: Bool,
        over spans: (now: Period, before: Period)?
    ) -> String? {
        guard now.expression != nil, before.expression != nil else { return nil }
        if let (now, before) = spans, !now.isAsLong(as: before) {
            return "the periods have \(now.days) and \(before.days) days"
        }
        guard needsSameBasis, let one = now.basis, let other = before.basis, one != other
        else { return nil }
        return "the methods differ (now: \(one); before: \(other))"
    }
}

extension Expression {
    /// Whether it rests on the same observations as `other`, so that a difference of the two says
    /// nothing about the time between them.
    func hasInputs(of other: Expression) -> Bool {
        let (mine, theirs) = (inputNumbers, other.inputNumbers)
        // Most are one observation, or the same formula of the same ones.
        if mine == theirs { return true }
        return max(mine.count, theirs.count) > 1 && Set(mine) == Set(theirs)
    }

    /// Whether it rests on the same observations as `other`, and on at least one.
    func hasObservations(of other: Expression) -> Bool {
        !inputNumbers.isEmpty && hasInputs(of: other)
    }

    /// The number of each input, as often as it is used.
    private var inputNumbers: [Int] {
        var numbers: [Int] = []
        forEachInput { numbers.append($0.id) }
        return numbers
    }
}
