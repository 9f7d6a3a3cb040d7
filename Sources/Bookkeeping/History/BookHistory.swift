import Mining

/// A book that tells what it had after each of its imports: every row with the imports between
/// which the book has it.
package protocol BookHistory: BookCatalogue {
    /// What the book has and had of companies, aliases, share facts, memberships and claims: first
    /// what was replaced or deleted, in the order in which that happened, then what it has. Rows of
    /// companies that were deleted may be missing.
    func registerVersions() throws(BookError) -> [RegisterVersion]

    /// A walk over every version of every observation that is in a snapshot, with its lifespan by
    /// `lifespans`. Metrics that only a newer program knows are skipped.
    func observationHistory(_ lifespans: Lifespans) throws(BookError) -> any HistoryWalk
}

/// A walk over the versions of all observations of a book: by the number of the metric, the import
/// that recorded them (0 for none), the last and the first day of the period, the subject's code,
/// the publication date (unknown ones first) and the source, texts by their bytes.
///
/// It holds one batch in memory. It may keep writers waiting until it ends or is released.
package protocol HistoryWalk: AnyObject {
    /// Replaces the content of `batch` by the next thousand versions or so; returns false after the
    /// last one.
    func next(into batch: inout HistoryBatch) throws(BookError) -> Bool
}

/// Versions of observations, each with the imports between which a book has it.
package struct HistoryBatch {
    /// The rows; their lines are 0 if another program wrote them.
    package var observations = ObservationBatch()
    /// For each row, from which import to which it is in the book.
    package private(set) var lifespans: [Lifespan] = []
    /// For each row, the file that it was imported from; nil if another program wrote it.
    package private(set) var files: [FilePosition?] = []

    package init() {}

    package var count: Int { lifespans.count }

    /// Whether it has as many rows as one batch should have.
    package var isFull: Bool {
        count >= 1_024
            || observations.sources.bytes.count + observations.notes.bytes.count >= 256 << 10
    }

    /// Appends a row whose texts are in the pools of `observations`.
    package mutating func append(
        _ row: ObservationBatch.Row, _ lifespan: Lifespan, _ file: FilePosition?
    ) {
        observations.append(row)
        lifespans.append(lifespan)
        files.append(file)
    }

    package mutating func removeAll() {
        observations.removeAll()
        lifespans.removeAll(keepingCapacity: true)
        files.removeAll(keepingCapacity: true)
    }
}
