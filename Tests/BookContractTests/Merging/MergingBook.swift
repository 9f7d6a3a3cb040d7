import Bookkeeping
import Mining
import TestSupport

/// A book to be merged, which gives its imports digests.
struct MergingBook {
    let book: any MergeableBook
    /// How its files are called.
    let name: String

    init(_ engine: Engine, _ name: String) throws {
        book = try engine.mergeableBook()
        self.name = name
    }

    private init(_ book: any MergeableBook, _ name: String) {
        self.book = book
        self.name = name
    }

    /// The same book, with another name for the files that it imports.
    func named(_ name: String) -> MergingBook { MergingBook(book, name) }

    func record(_ figures: [Observation], on day: String = "2026-01-15") throws {
        try importing(.observations, on: day) { session, file in
            try session.record(lined(figures), from: file)
        }
    }

    func importing(
        _ kind: FileKind, on day: String = "2026-01-15",
        _ body: (ImportSession, ImportSession.File) throws -> Void
    ) throws {
        try book.importing(kind, file: "\(name).csv", on: day) { session, file in
            try session.setDigest("\(name) \(day)", of: file)
            try body(session, file)
        }
    }

    func retract(_ figure: Observation, on day: String = "2026-01-31") throws {
        _ = try book.retract(
            figure, version: "1.0", at: try required(Timestamp("\(day)T00:00:00Z")))
    }

    @discardableResult
    func merge(
        _ other: MergingBook, prefer preference: MergePreference? = nil
    ) throws -> MergeSummary {
        var settings = MergeSettings(
            name: "\(other.name).db", version: "2.0",
            now: try required(Timestamp("2026-06-01T00:00:00Z")))
        settings.preference = preference
        return try book.merge(other.book, settings)
    }
}
