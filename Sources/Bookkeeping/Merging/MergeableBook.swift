import Mining

/// A book with its whole history row by row, as merging reads it.
package protocol MergeableBook: WritableBook, BookMaintenance, BookHistory {
    /// A walk over versions of observations.
    func observationVersions(_ wanted: WantedVersions) throws(BookError) -> any VersionWalk

    /// What the observation with the key of `observation` (`ObservationIdentity`) was before it was
    /// replaced or deleted, in the order in which that happened; empty if it never was.
    func replacedObservations(
        withKeyOf observation: Observation
    ) throws(BookError) -> [ReplacedObservation]
}

/// Which versions of observations to walk over.
package enum WantedVersions {
    /// What these imports recorded, whether the book still has it or not: by import, file and key.
    /// There is one version of each key and file, the last one.
    case ofImports(Set<Int>)
    /// What the book has now, except what these imports recorded: of other imports and of other
    /// programs, by key.
    case presentExcept(Set<Int>)
}

/// A walk over versions of observations. It holds one batch in memory.
package protocol VersionWalk: AnyObject {
    /// Replaces the content of `batch` by the next thousand versions or so; returns false after the
    /// last one.
    ///
    /// - Throws: `.unreadable` also for a metric that only a newer program knows.
    func next(into batch: inout VersionBatch) throws(BookError) -> Bool
}

/// Versions of observations: rows that a book has or had.
package struct VersionBatch {
    /// The rows; their lines are 0 if `place` is nil.
    package var observations = ObservationBatch()
    /// For each row, whether the book has it now.
    package var isPresent: [Bool] = []
    /// Which file recorded the rows; nil in a walk over what the book has now.
    package var place: FilePosition?

    package init() {}

    /// Removes the last row.
    package mutating func removeLast() {
        observations.removeLast(1)
        isPresent.removeLast()
    }

    package mutating func removeAll() {
        observations.removeAll()
        isPresent.removeAll(keepingCapacity: true)
        place = nil
    }
}

/// A file of an import.
package struct FilePosition: Hashable {
    package var importNumber: Int
    /// Its index in `ImportRecord.files`.
    package var index: Int

    package init(importNumber: Int, index: Int) {
        self.importNumber = importNumber
        self.index = index
    }
}
