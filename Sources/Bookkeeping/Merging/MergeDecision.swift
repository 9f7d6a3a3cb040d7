import Mining

/// Which of two contents a merge chooses if the histories do not say.
package enum MergePreference: String, CaseIterable, Sendable {
    /// What this book has.
    case ours
    /// What the other book has.
    case theirs
    /// What was recorded, or retracted, later. Of the same time: what is there rather than what was
    /// retracted, then the one whose content as a text sorts last.
    case newer
}

/// What a merge does with a key.
enum MergeDecision {
    /// Both books have the same.
    case same
    /// This book stays as it is.
    case ours
    /// What the other book has is newer.
    case theirs
    /// Neither is known to be newer.
    case conflict

    /// Compares what two books have of one key.
    ///
    /// 1. The same content is no question.
    /// 2. If only one of the books changed the row since they were copies of each other, its row is
    ///    newer. A book that never had it, or undid it, did not change it.
    /// 3. If one of the books has since had the other's content and replaced or retracted it, its row is
    ///    newer.
    /// 4. Otherwise it is a conflict.
    init<Row>(
        ours: RowHistory<Row>, _ ourSide: MergeSide, theirs: RowHistory<Row>,
        _ theirSide: MergeSide
    ) {
        if Self.areSame(ours.present, theirs.present) {
            self = .same
            return
        }
        switch (ourSide.hasChanged(ours), theirSide.hasChanged(theirs)) {
        case (true, false): self = .ours
        case (false, true): self = .theirs
        case (false, false):
            self =
                if ours.present == nil { .theirs } else if theirs.present == nil { .ours } else {
                    .conflict
                }
        case (true, true):
            switch (
                ourSide.hasReplaced(theirs.present, in: ours),
                theirSide.hasReplaced(ours.present, in: theirs)
            ) {
            case (true, false): self = .ours
            case (false, true): self = .theirs
            default: self = .conflict
            }
        }
    }

    private static func areSame<Row>(
        _ one: RowHistory<Row>.Version?, _ two: RowHistory<Row>.Version?
    ) -> Bool {
        guard let one, let two else { return one == nil && two == nil }
        return one.row.hasContent(of: two.row)
    }
}

extension MergePreference {
    /// Whether it chooses the row of the other book.
    func choosesTheirs<Row>(
        ours: RowHistory<Row>, _ ourSide: MergeSide, theirs: RowHistory<Row>,
        _ theirSide: MergeSide
    ) -> Bool {
        switch self {
        case .ours: return false
        case .theirs: return true
        case .newer:
            let our = ourSide.lastChange(ours) ?? .earliest
            let their = theirSide.lastChange(theirs) ?? .earliest
            if our != their { return our < their }
            guard let one = ours.present, let two = theirs.present else {
                return ours.present == nil
            }
            return one.row.summary.utf8.lexicographicallyPrecedes(two.row.summary.utf8)
        }
    }
}

extension Timestamp {
    /// Before all others.
    fileprivate static let earliest = Timestamp(secondsSince1970: .min)
}
