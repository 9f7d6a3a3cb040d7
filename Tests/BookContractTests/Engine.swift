import Bookkeeping
import Foundation
import Mining
import StorageSQLite
import TestSupport

/// The storage engines that every contract test runs on. To test a new one, add a case.
enum Engine: String, CaseIterable, Sendable {
    case memory, sqlite
    #if POSTGRES
        case postgres
        /// On the server, with the statements for a book on several machines.
        case distributed

        /// Without the case of a server that is not there: `MINERBOOK_TEST_POSTGRES` is the address of
        /// one, which `Tests/Postgres/server start` prints.
        static let allCases: [Engine] =
            ScratchSchema.server == nil
            ? [.memory, .sqlite] : [.memory, .sqlite, .postgres, .distributed]
    #endif

    /// A new book in which import 1 has added the companies RIOT, MARA and CLSK.
    func book() throws -> any OpenBook {
        let book: any OpenBook
        switch self {
        case .memory: book = MemoryBook()
        case .sqlite: book = try SQLiteBook()
        #if POSTGRES
            case .postgres: book = try ScratchSchema().book()
            case .distributed: book = try ScratchSchema().distributedBook()
        #endif
        }
        try book.record([
            Company(ticker: "RIOT", name: "Riot Platforms, Inc."),
            Company(ticker: "MARA", name: "MARA Holdings, Inc.", country: "United States"),
            Company(ticker: "CLSK", name: "CleanSpark, Inc.", fiscalYearEnd: 9),
        ])
        return book
    }
}

/// The result of an import.
struct Outcome {
    var number: Int
    var rowCounts: RowCounts
    var changes: [Change]
    var conflicts: [Conflict]
}

extension WritableBook {
    /// Runs an import of one file at 12:00 UTC on `day`.
    @discardableResult
    func importing(
        _ kind: FileKind, file: String = "file.csv", on day: String = "2026-01-15",
        keeping: Bool = true, _ body: (ImportSession, ImportSession.File) throws -> Void
    ) throws -> Outcome {
        try recordImport(
            version: "1.0", at: try required(Timestamp("\(day)T12:00:00Z")), failure: \.self
        ) { (session) throws in
            try body(session, try session.addFile(name: file, kind: kind))
            let outcome = Outcome(
                number: session.number, rowCounts: session.rowCounts, changes: session.changes,
                conflicts: session.conflicts)
            return keeping ? .commit(outcome) : .rollBack(outcome)
        }
    }

    @discardableResult
    func record(_ companies: [Company], on day: String = "2026-01-15") throws -> Outcome {
        try importing(.companies, on: day) { session, file in
            try session.record(lined(companies), from: file)
        }
    }

    @discardableResult
    func record(_ aliases: [Alias]) throws -> Outcome {
        try importing(.aliases) { session, file in try session.record(lined(aliases), from: file) }
    }

    @discardableResult
    func record(_ shareBasis: [ShareBasis]) throws -> Outcome {
        try importing(.shareBasis) { session, file in
            try session.record(lined(shareBasis), from: file)
        }
    }

    @discardableResult
    func record(_ memberships: [Membership]) throws -> Outcome {
        try importing(.groups) { session, file in
            try session.record(lined(memberships), from: file)
        }
    }

    @discardableResult
    func record(_ claims: [Claim]) throws -> Outcome {
        try importing(.claims) { session, file in try session.record(lined(claims), from: file) }
    }

    /// Imports observations in batches of `size`.
    @discardableResult
    func record(
        _ observations: [Observation], file: String = "file.csv", keeping: Bool = true,
        batches size: Int = 1_000
    ) throws -> Outcome {
        try importing(.observations, file: file, keeping: keeping) { session, file in
            let rows = lined(observations)
            let batches = stride(from: 0, to: rows.count, by: size).map {
                Array(rows[$0..<min($0 + size, rows.count)])
            }
            for batch in batches { try session.record(batch, from: file) }
            if session.rowCounts.corrected > 0 {
                for batch in batches { try session.recheck(batch, from: file) }
            }
        }
    }

    /// All observations in the order of an export, without the import, file and line that they came
    /// from.
    func export() throws -> [Observation] {
        var all: [Observation] = []
        var batch = ObservationBatch()
        let walk = try everyObservation()
        while try walk.next(into: &batch) { all += batch.observations }
        return all
    }
}

extension ImportRecord {
    /// Without what only a server knows.
    var withoutUser: ImportRecord {
        var record = self
        record.user = nil
        record.host = nil
        return record
    }
}
