import Mining

/// A row that two books can have with different contents.
protocol MergedRow {
    /// Whether everything except the key is the same, as importing judges it: amounts are equal in
    /// whatever unit.
    func hasContent(of other: Self) -> Bool

    /// What the row is about: `RIOT btc_mined 2025-12`.
    var title: String { get }

    /// Where and when it was published, as far as that is part of the key.
    var publication: (source: String, day: Day?) { get }

    /// The content, for a message.
    var summary: String { get }
}

extension Observation: MergedRow {
    func hasContent(of other: Observation) -> Bool {
        status == other.status && value.base == other.value.base
            && note.map(ExactText.init) == other.note.map(ExactText.init)
    }

    var title: String { "\(subject) \(metric) \(period)" }

    var publication: (source: String, day: Day?) { (source, publishedOn) }
}

/// What one book has and had with one key.
struct RowHistory<Row: MergedRow> {
    struct Version {
        var row: Row
        /// Nil if another program wrote it.
        var origin: Origin?
    }

    struct Replaced {
        var old: Version
        var how: Replacement
    }

    /// Nil if the book does not have the row, or no more.
    var present: Version?
    /// In the order in which it happened.
    var replaced: [Replaced] = []

    /// Nothing of this key.
    static var empty: RowHistory { RowHistory() }

    /// The same as if these imports, on which nothing depends, had been undone.
    func undoing(_ imports: Set<Int>) -> RowHistory {
        var history = self
        while let number = history.present?.origin?.importNumber, imports.contains(number) {
            history.present =
                replaced.last { $0.how.importNumber == number && !$0.how.isDeleted }?.old
        }
        return history
    }
}
