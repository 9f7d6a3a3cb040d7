import Bookkeeping
import Mining
import StoragePostgres
import TestSupport

extension PostgresBook {
    /// Imports one file on 2026-02-10.
    func record(
        _ kind: FileKind, _ body: (ImportSession, ImportSession.File) throws -> Void
    ) throws {
        let moment = try required(Timestamp("2026-02-10T00:00:00Z"))
        try recordImport(version: "1.0", at: moment, failure: \.self) { (session) throws in
            try body(session, try session.addFile(name: "file.csv", kind: kind))
            return .commit(())
        }
    }

    /// Imports companies, which have their tickers for names.
    func record(companies tickers: [String]) throws {
        try record(.companies) { session, file in
            try session.record(
                tickers.map { Located(value: Company(ticker: $0, name: $0), line: 2) }, from: file)
        }
    }

    /// Imports observations on line 7.
    func record(_ observations: [Observation]) throws {
        try record(.observations) { session, file in
            try session.record(
                ObservationBatch(observations.map { Located(value: $0, line: 7) }), from: file)
        }
    }
}
