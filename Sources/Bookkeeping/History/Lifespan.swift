/// From which import to which a version of a row is in a book: it is there after `first` and every
/// later import before `end`.
package struct Lifespan: Sendable, Hashable {
    /// The import that recorded it; 0 if another program wrote it, or if that import was undone.
    package var first: Int
    /// The import or retraction that replaced or deleted it; nil if the book has it now.
    package var end: Int?

    package init(first: Int, end: Int?) {
        self.first = first
        self.end = end
    }
}

/// Decides which versions of rows belong to the snapshots of a book. The snapshot of an import is what
/// the book would have if later imports, and those that were undone, had never been.
///
/// - An import that was undone is in no snapshot: neither what it recorded nor what it replaced, which
///   the undo has brought back.
/// - What other programs wrote has no import. A row that they added is in every snapshot, one that they
///   changed is as it is now in those from its import on, and what they replaced or deleted is in none.
package struct Lifespans {
    private let undone: Set<Int>

    /// `imports` are all imports and retractions of the book.
    package init(_ imports: [ImportRecord]) {
        undone = Set(imports.filter { $0.undone != nil }.map(\.number))
    }

    /// The lifespan of a row that the book has, which this import recorded; nil for a row of another
    /// program.
    package func ofPresent(recordedBy number: Int?) -> Lifespan {
        Lifespan(first: standing(number) ?? 0, end: nil)
    }

    /// The lifespan of a row that the book does not have any more. `end` is the import or retraction
    /// that replaced it; nil if undoing an import or another program did. Returns nil if no snapshot
    /// has the row.
    package func ofReplaced(recordedBy number: Int?, by end: Int?) -> Lifespan? {
        guard let end = standing(end) else { return nil }
        if let number, undone.contains(number) { return nil }
        // One import may record a row and correct it, in two of its files.
        let first = number ?? 0
        return first < end ? Lifespan(first: first, end: end) : nil
    }

    /// The lifespan of a row that is no observation; nil if no snapshot has it.
    package func of(_ version: RegisterVersion) -> Lifespan? {
        let number = version.origin?.importNumber
        guard let replacement = version.replacement else { return ofPresent(recordedBy: number) }
        return ofReplaced(recordedBy: number, by: replacement.importNumber)
    }

    private func standing(_ number: Int?) -> Int? {
        number.flatMap { undone.contains($0) ? nil : $0 }
    }
}
