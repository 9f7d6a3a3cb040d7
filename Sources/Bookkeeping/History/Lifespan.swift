/// From which import to which a version of a row is in a book: it is there after `first` and every
/// later import before `end`.
package struct Lifespan: Sendable, Hashable {
    /// The import that recorded it. If another program wrote it, or if that import was undone: the
    /// last import that ended an earlier version of the row, 0 if none did.
    package var first: Int
    /// The import or retraction that replaced or deleted it; nil if the book has it now.
    package var end: Int?

    package init(first: Int, end: Int?) {
        self.first = first
        self.end = end
    }
}

/// Decides which versions of rows belong to the snapshots of a book. The snapshot of an import is
/// what the book would have if later imports, and those that were undone, had never been. It has at
/// most one version of a row, unless another program adds rows in the name of an earlier import.
///
/// - An import that was undone is in no snapshot: neither what it recorded nor what it replaced,
///   which the undo has brought back.
/// - What other programs wrote has no import. A row that they added is in every snapshot after the
///   last one that has an earlier version of it. A row that they changed is as it is now in the
///   snapshots from its import on. What they replaced or deleted is in none.
package struct Lifespans {
    private let undone: Set<Int>

    /// `imports` are all imports and retractions of the book.
    package init(_ imports: [ImportRecord]) {
        undone = Set(imports.filter { $0.undone != nil }.map(\.number))
    }

    /// The lifespan of a row that the book has. `number` is the import that recorded it; nil for a
    /// row of another program. `previous` is the last import that was not undone and ended an
    /// earlier version of the row; nil if none did.
    package func ofPresent(recordedBy number: Int?, after previous: Int?) -> Lifespan {
        Lifespan(first: first(number, previous), end: nil)
    }

    /// The lifespan of a row that the book does not have any more. `end` is the import or
    /// retraction that replaced it; nil if undoing an import or another program did. `previous` is
    /// as for a row that the book has. Returns nil if no snapshot has the row.
    package func ofReplaced(
        recordedBy number: Int?, by end: Int?, after previous: Int?
    ) -> Lifespan? {
        guard let end = standing(end) else { return nil }
        if let number, undone.contains(number) { return nil }
        // One import may record a row and correct it, in two of its files.
        let first = first(number, previous)
        return first < end ? Lifespan(first: first, end: end) : nil
    }

    /// The rows that a snapshot has, of rows that are no observations, with their lifespans.
    /// Earlier versions of a row have to come first, as in `BookHistory.registerVersions`.
    package func of(_ versions: [RegisterVersion]) -> [(RegisterVersion, Lifespan)] {
        var ends: [RegisterKey: Int] = [:]
        return versions.compactMap { version in
            let (key, number) = (version.row.key, version.origin?.importNumber)
            guard let replacement = version.replacement else {
                return (version, ofPresent(recordedBy: number, after: ends[key]))
            }
            let end = replacement.importNumber
            let lifespan = ofReplaced(recordedBy: number, by: end, after: ends[key])
            if let end = standing(end) { ends[key] = max(end, ends[key] ?? 0) }
            return lifespan.map { (version, $0) }
        }
    }

    private func first(_ number: Int?, _ previous: Int?) -> Int {
        max(standing(number) ?? 0, previous ?? 0)
    }

    private func standing(_ number: Int?) -> Int? {
        number.flatMap { undone.contains($0) ? nil : $0 }
    }
}
