import Mining

/// How two books are to be merged.
package struct MergeSettings {
    /// How the other book is called in messages, and as the file of rows that no import of it has.
    package var name: String
    /// Nil if a conflict is to be refused.
    package var preference: MergePreference?
    /// Does everything, and then leaves the book as it was.
    package var isDryRun = false
    /// The version of the program and the time, for rows that no import of the other book has.
    package var version: String
    package var now: Timestamp

    package init(name: String, version: String, now: Timestamp) {
        self.name = name
        self.version = version
        self.now = now
    }
}

/// What a merge did, or would have done.
package struct MergeSummary {
    /// How many conflicts are kept one by one; the others are only counted.
    package static let conflictLimit = 50

    /// The numbers of the imports and retractions that were added, in order; empty if nothing was
    /// kept.
    package internal(set) var numbers: [Int] = []
    /// By the kind of row. Restated and conflicting are counted as an import counts them.
    package internal(set) var rowCounts: [FileKind: RowCounts] = [:]
    /// Figures that were retracted because the other book has retracted them.
    package internal(set) var retracted = 0
    /// Rows of the other book that this book has replaced or retracted, so that they were left out.
    package internal(set) var older = 0
    /// Imports of this book that were undone because the other book has undone them: the last one
    /// first.
    package internal(set) var undone: [Int] = []
    /// What undoing them removed and restored, in all.
    package internal(set) var undoing = Undoing()
    /// How many imports of the other book were left out because this book has undone them.
    package internal(set) var undoneHere = 0
    /// Figures that were restated, contradicted, corrected or, in a dry run, inserted: the first
    /// `ImportSession.listLimit`.
    package internal(set) var changes: [Change] = []
    /// The first `conflictLimit` conflicts.
    package internal(set) var conflicts: [MergeConflict] = []
    /// All conflicts, with those that a preference settled.
    package internal(set) var conflictCount = 0
    /// How many conflicts were settled with the other book's row.
    package internal(set) var takenConflicts = 0
    /// What contradicts each other among the companies, memberships and aliases of the merged book,
    /// and did not before.
    package internal(set) var findings: [Finding] = []
    /// Imports that one book has undone and on which the other one depends.
    package internal(set) var obstacles: [MergeObstacle] = []

    package var total: RowCounts { rowCounts.values.reduce(into: RowCounts()) { $0 += $1 } }
}

/// A row that two books have with different contents, or that one of them has retracted, without one of
/// them being known to be newer.
package struct MergeConflict: Sendable, Hashable {
    /// What one of the books has.
    package struct Side: Sendable, Hashable {
        /// `38.5 EH/s, reported`; nil if it was retracted.
        package var content: String?
        /// Nil if it was retracted, or if another program wrote it.
        package var origin: Origin?
        /// When it was recorded or retracted; nil if that is not known.
        package var at: Timestamp?

        package init(content: String?, origin: Origin?, at: Timestamp?) {
            self.content = content
            self.origin = origin
            self.at = at
        }
    }

    /// What the row is about: `RIOT btc_mined 2025-12`.
    package var title: String
    /// Empty if there is none.
    package var source: String
    package var publishedOn: Day?
    package var ours: Side
    package var theirs: Side

    package init(title: String, source: String, publishedOn: Day?, ours: Side, theirs: Side) {
        self.title = title
        self.source = source
        self.publishedOn = publishedOn
        self.ours = ours
        self.theirs = theirs
    }
}

/// An import that both books have, and that one of them has undone while something in the other one
/// depends on it.
package struct MergeObstacle: Sendable, Hashable {
    /// The number of the import in the book that still has it.
    package var number: Int
    /// Whether that is this book.
    package var isOurs: Bool
    /// What depends on it there.
    package var dependence: Dependence

    package init(number: Int, isOurs: Bool, dependence: Dependence) {
        self.number = number
        self.isOurs = isOurs
        self.dependence = dependence
    }
}
