import Bookkeeping
import CSQLite
import Foundation
import Mining
import TestSupport

@testable import StorageSQLite

/// A folder for one test, removed with this value.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("minerbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// The names of its files, in order.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func bytes(of name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: path(name))))
    }
}

/// A book in a scratch folder with three companies, and short ways to fill it.
struct ScratchBook {
    let folder: ScratchFolder
    let database: SQLiteBook
    var path: String { folder.path("book.db") }

    static let companies = [
        Company(ticker: "RIOT", name: "Riot Platforms, Inc."),
        Company(ticker: "MARA", name: "MARA Holdings, Inc.", country: "United States"),
        Company(ticker: "CLSK", name: "CleanSpark, Inc.", fiscalYearEnd: 9),
    ]

    init(companies: [Company] = Self.companies) throws {
        folder = try ScratchFolder()
        database = try SQLiteBook(path: folder.path("book.db"), for: .writing(create: true))
        if !companies.isEmpty { try record(companies) }
    }

    /// A book with a membership, two figures and a claim as well, in one import each.
    static func withEachKind() throws -> ScratchBook {
        let book = try ScratchBook()
        try book.record([
            Membership(group: "us-listed", ticker: "RIOT", joinedOn: Day("2025-09-01"))
        ])
        try book.record([
            Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "https://example.com/a"),
            Observation("RIOT", .btcHeld, "2025-12-31", "18005 BTC"),
        ])
        try book.record([Claim("JPMorgan", "hashrate", "2025-12-31", "419 EH/s")])
        return book
    }

    /// The result of an import.
    struct Outcome {
        var rowCounts: RowCounts
        var changes: [Change]
        var conflicts: [Conflict]
        var number: Int
    }

    @discardableResult
    func importing(
        keeping: Bool = true, at recorded: String = "2026-01-15T12:00:00Z",
        _ body: (ImportSession) throws -> Void
    ) throws -> Outcome {
        let recorded = try required(Timestamp(recorded))
        return try database.recordImport(version: "1.0", at: recorded, failure: \.self) {
            (session) throws in
            try body(session)
            let outcome = Outcome(
                rowCounts: session.rowCounts, changes: session.changes,
                conflicts: session.conflicts,
                number: session.number)
            return keeping ? .commit(outcome) : .rollBack(outcome)
        }
    }

    @discardableResult
    func record(
        _ companies: [Company], file: String = "companies.csv",
        at recorded: String = "2026-01-15T12:00:00Z"
    ) throws -> Outcome {
        try importing(at: recorded) { session in
            let file = try session.addFile(name: file, kind: .companies)
            try session.record(lined(companies), from: file)
        }
    }

    @discardableResult
    func record(
        _ observations: [Observation], file: String = "q4.csv", keeping: Bool = true
    ) throws -> Outcome {
        try importing(keeping: keeping) { session in
            let file = try session.addFile(name: file, kind: .observations)
            try session.record(lined(observations), from: file)
            if session.rowCounts.corrected > 0 {
                try session.recheck(lined(observations), from: file)
            }
        }
    }

    @discardableResult
    func record(_ memberships: [Membership], file: String = "groups.csv") throws -> Outcome {
        try importing { session in
            let file = try session.addFile(name: file, kind: .groups)
            try session.record(lined(memberships), from: file)
        }
    }

    @discardableResult
    func record(_ aliases: [Alias], file: String = "aliases.csv") throws -> Outcome {
        try importing { session in
            let file = try session.addFile(name: file, kind: .aliases)
            try session.record(lined(aliases), from: file)
        }
    }

    @discardableResult
    func record(_ shareBasis: [ShareBasis], file: String = "shares.csv") throws -> Outcome {
        try importing { session in
            let file = try session.addFile(name: file, kind: .shareBasis)
            try session.record(lined(shareBasis), from: file)
        }
    }

    @discardableResult
    func record(_ claims: [Claim], file: String = "claims.csv") throws -> Outcome {
        try importing { session in
            let file = try session.addFile(name: file, kind: .claims)
            try session.record(lined(claims), from: file)
        }
    }

    /// Every observation in the order of an export, without its origin.
    func export() throws -> [Observation] { try Self.export(of: database) }

    static func export(of database: SQLiteBook) throws -> [Observation] {
        var all: [Observation] = []
        let walk = try database.everyObservation()
        var batch = ObservationBatch()
        while try walk.next(into: &batch) { all += batch.observations }
        return all
    }

    /// The output of the sqlite3 shell for `sql`, which may also write.
    func shell(_ sql: String) throws -> String { try sqlite3(path, sql) }
}

extension SQLiteBook {
    /// What `check` finds, except that the sqlite3 shell has written to the book.
    func findingsOfContent() throws -> [Finding] {
        try check().filter { finding in
            switch finding {
            case .changedByOthers, .writtenByOthers: false
            default: true
            }
        }
    }
}

/// The output of the sqlite3 shell.
func sqlite3(_ path: String, _ sql: String, mode: String = "-list") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-batch", "-bail", mode, path]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    input.fileHandleForWriting.write(Data((sql + ";\n").utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
}
