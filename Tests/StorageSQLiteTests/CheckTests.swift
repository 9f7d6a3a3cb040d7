import Bookkeeping
import Foundation
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Damaged books")
struct CheckTests {
    let book: ScratchBook

    init() throws { book = try .withEachKind() }

    @Test func `a sound book has no findings`() throws {
        #expect(try book.database.check().isEmpty)
    }

    /// Changes the book as another program can with the checks switched off.
    private func vandalize(_ sql: String) throws {
        #expect(try book.shell("PRAGMA ignore_check_constraints = ON; \(sql)") == "")
    }

    @Test(arguments: [
        ("UPDATE observation SET unit = 99 WHERE metric = 6", "unit", "\"99\""),
        ("UPDATE observation SET metric = 99 WHERE metric = 6", "metric", "\"99\""),
        ("UPDATE observation SET status = 9 WHERE metric = 6", "status", "\"9\""),
        ("UPDATE observation SET decimals = 9 WHERE metric = 6", "value", "\"460\""),
        ("UPDATE observation SET decimals = -1 WHERE metric = 6", "value", "\"460\""),
        (
            "UPDATE observation SET value = 92233720369 WHERE metric = 6", "value",
            "\"92233720369\""
        ),
        ("UPDATE observation SET unit = 5, value = 0 WHERE metric = 6", "unit", "\"5\""),
        (
            "UPDATE observation SET period_offset = 99999 WHERE metric = 6", "period_start",
            "\"120452\""
        ),
        (
            "UPDATE observation SET period_end = 9999999 WHERE metric = 6", "period_end",
            "\"9999999\""
        ),
        (
            "UPDATE observation SET published_on = -999999 WHERE metric = 6", "published_on",
            "\"-999999\""
        ),
    ])
    func `an impossible value is a finding, and an error when it is read`(
        sql: String, column: String, value: String
    ) throws {
        try vandalize(sql)
        let findings = try book.database.findingsOfContent()
        #expect(
            findings.contains {
                guard case .unreadable(let row) = $0 else { return false }
                return row.column == column && row.value == value
            }, "\(findings)")
        // A query for an existing metric or day does not see one that does not exist.
        if column != "metric", column != "period_end" {
            let error = BookError.unreadable(book: book.path, column: column, value: value)
            #expect(throws: error) { try book.export() }
        }
    }

    @Test func `a negative figure is a finding if the metric cannot be negative`() throws {
        try book.record([
            Observation("RIOT", .btcHeld, "2025-11-30", "-5 BTC"),
            Observation("RIOT", .revenue, "2025-12", "-5 USD m"),
        ])
        #expect(
            try book.database.findingsOfContent().map(\.description) == [
                "RIOT btc_held 2025-11-30: is -5 BTC, and cannot be below zero"
            ])
    }

    @Test func `an alias of two companies is a finding`() throws {
        try book.record([
            Alias(alias: "OLD", ticker: "RIOT"), Alias(alias: "old", ticker: "MARA"),
            Alias(alias: "btc", ticker: "RIOT"), Alias(alias: "MARA", ticker: "RIOT"),
        ])
        #expect(
            try Set(book.database.findingsOfContent().map(\.description)) == [
                "the alias old of MARA is one of RIOT on the same days",
                "the alias btc of RIOT is the code of a network",
                "the alias MARA of RIOT is the code of a company",
            ])
    }

    @Test func `a missing source is a finding, and an error when it is read`() throws {
        try vandalize("DELETE FROM source WHERE text <> ''")
        let findings = try book.database.findingsOfContent()
        #expect(findings.contains(.orphan(table: "observation", missing: "source")))
        #expect("\(findings[0])" == "a row of observation names a source that is missing")
        let error = BookError.unreadable(book: book.path, column: "source", value: "\"1\"")
        #expect(throws: error) { try book.export() }
        #expect(
            "\(error)"
                == "\(book.path): source holds \"1\", which cannot be")
    }

    @Test func `a missing file is a finding, and an error when it is read`() throws {
        try vandalize("UPDATE observation SET file = 99 WHERE metric = 6")
        let findings = try book.database.findingsOfContent()
        #expect(findings.contains(.orphan(table: "observation", missing: "import_file")))
        let error = BookError.unreadable(book: book.path, column: "file", value: "\"99\"")
        #expect(throws: error) { try book.export() }
    }

    @Test func `a figure at a date that spans days is a finding`() throws {
        try book.record([Observation("RIOT", .btcHeld, "2025-11", "18005 BTC")])
        let findings = try book.database.findingsOfContent()
        #expect(
            findings.map(\.description) == [
                "RIOT btc_held 2025-11: is a figure at a date, but spans several days"
            ])
    }

    @Test func `parents that lead back to their company are a finding`() throws {
        try book.record([Company(ticker: "MARA", name: "MARA", parent: "RIOT")])
        _ = try book.shell("UPDATE subject SET parent = 'mara' WHERE code = 'RIOT'")
        #expect(
            try book.database.findingsOfContent().map(\.description) == [
                "the parents of MARA, RIOT lead back to MARA, so that reports count none of them: "
                    + "give one of them another parent, or undo the import that set it"
            ])
    }

    @Test func `companies with one CIK are a finding`() throws {
        _ = try book.shell("UPDATE subject SET cik = 1507605 WHERE code IN ('RIOT', 'MARA')")
        let findings = try book.database.findingsOfContent()
        #expect(
            findings.map(\.description) == [
                "MARA, RIOT have the CIK 1507605, but a company has its own: import the right ones, "
                    + "or undo the import that set it"
            ])
        #expect(findings.map(\.code) == ["shared_cik"])
        #expect(findings.map(\.subject) == ["MARA"])
        #expect(findings.allSatisfy { !$0.isDamage && !$0.isWarning })
    }

    @Test func `a subsidiary beside its parent is a finding, with the days of both`() throws {
        try book.record([Company(ticker: "SUB", name: "Subsidiary", parent: "RIOT")])
        try book.record([
            Membership(group: "us-listed", ticker: "SUB", joinedOn: Day("2025-10-01"))
        ])
        let findings = try book.database.findingsOfContent()
        #expect(
            findings.map(\.description) == [
                "us-listed: SUB and RIOT, which consolidates it, are both members from 2025-10-01 "
                    + "on; reports leave SUB out: end one of the two with left_on"
            ])
        #expect(findings.allSatisfy { !$0.isDamage })
    }

    @Test func `an impossible company or membership is a finding`() throws {
        try vandalize("UPDATE subject SET fiscal_year_end = 13 WHERE code = 'RIOT'")
        let findings = try book.database.findingsOfContent().map(\.description)
        #expect(
            findings.contains(
                "a company or a membership: fiscal_year_end holds \"13\", which cannot be"))
    }

    @Test(arguments: ["0", "-1", "10000000000"])
    func `an impossible CIK is a finding, and an error when it is read`(number: String) throws {
        try vandalize("UPDATE subject SET cik = \(number) WHERE code = 'RIOT'")
        #expect(
            try book.database.findingsOfContent().map(\.description).contains(
                "a company or a membership: cik holds \"\(number)\", which cannot be"))
        #expect(
            throws: BookError.unreadable(book: book.path, column: "cik", value: "\"\(number)\"")
        ) { try book.database.companies() }
    }

    @Test(arguments: [
        "UPDATE claim SET figure = 'nonsense'", "UPDATE claim SET unit = 8",
        "UPDATE claim SET since_end = 20000", "UPDATE claim SET on_start = 99999",
        "UPDATE claim SET decimals = 15",
    ])
    func `an impossible claim is a finding, and an error when it is read`(sql: String) throws {
        try vandalize(sql)
        let findings = try book.database.findingsOfContent()
        #expect(!findings.isEmpty)
        #expect(throws: BookError.self) { try book.database.allClaims() }
    }

    @Test(arguments: [
        "UPDATE subject SET fiscal_year_end = 13", "UPDATE import SET recorded = 'yesterday'",
        "UPDATE import_file SET kind = 'x'", "UPDATE membership SET left_on = 99999999",
    ])
    func `an impossible company, import or membership is an error when it is read`(
        sql: String
    ) throws {
        try vandalize(sql)
        #expect(throws: BookError.self) {
            _ = try book.database.companies()
            _ = try book.database.imports()
            _ = try book.database.allMemberships()
        }
    }

    @Test func `a book without its tables is damaged`() throws {
        let path = book.folder.path("hollow.db")
        _ = try sqlite3(
            path,
            "PRAGMA application_id = 1296649810; PRAGMA user_version = \(migrations.count)")
        #expect(
            throws: BookError.damaged(book: path, reason: "the table alias is missing")
        ) { try SQLiteBook(path: path, for: .reading) }
        let database = try SQLiteBook(path: path, for: .checking)
        let error = BookError.damaged(book: path, reason: "no such table: subject")
        #expect(throws: error) { try database.companies() }
        #expect(
            "\(error)"
                == "\(path): is damaged: no such table: subject")
    }

    /// Everything that commands do with a book.
    private func useAll(of path: String) throws(BookError) {
        let reader = try SQLiteBook(path: path, for: .reading, busyTimeout: 0)
        _ = try reader.roster()
        _ = try reader.allMemberships()
        _ = try reader.imports()
        _ = try reader.sources()
        _ = try reader.allClaims()
        for metric in Metric.allCases {
            _ = try reader.latest(metric, of: "RIOT", at: .last, knownOn: nil)
            _ = try reader.earliestDay(of: metric, of: "RIOT")
        }
        let walk = try reader.everyObservation()
        var batch = ObservationBatch()
        while try walk.next(into: &batch) {}
        _ = try reader.check()
    }

    private func write(to path: String) throws {
        let writer = try SQLiteBook(path: path, for: .writing(create: false), busyTimeout: 0)
        let recorded = Timestamp(secondsSince1970: 0)
        let rows = try lined([
            Observation("RIOT", .btcMined, "2025-12", "461 BTC", source: "https://example.com/a"),
            Observation("RIOT", .btcMined, "2026-01", "500 BTC", source: "new"),
        ])
        _ = try writer.recordImport(version: "1", at: recorded, failure: \.self) {
            (session) throws in
            let file = try session.addFile(name: "f", kind: .observations)
            try session.record(rows, from: file)
            return .commit(())
        }
    }

    @Test func `a damaged file gives an error or findings, never a crash`() throws {
        let sound = try book.folder.bytes(of: "book.db")
        var generator = SeededGenerator(seed: 11)
        var (failed, found) = (0, 0)
        for round in 0..<600 {
            var bytes = sound
            switch round % 3 {
            case 0:
                bytes.removeLast(.random(in: 1..<bytes.count, using: &generator))
            case 1:
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    bytes[.random(in: bytes.indices, using: &generator)] = .random(
                        in: 0...255, using: &generator)
                }
            default:
                // Page headers, where structure is.
                let page = Int.random(in: 0..<(bytes.count / 4_096), using: &generator) * 4_096
                for _ in 0..<3 {
                    bytes[page + .random(in: 0..<116, using: &generator)] = .random(
                        in: 0...255, using: &generator)
                }
            }
            let path = try book.folder.write(bytes, to: "damaged.db")
            do {
                try useAll(of: path)
                let database = try SQLiteBook(path: path, for: .checking)
                if try !database.check().isEmpty { found += 1 }
            } catch {
                failed += 1
            }
            // It may throw, but it must return.
            try? write(to: path)
            try? FileManager.default.removeItem(atPath: path + "-journal")
        }
        #expect(failed > 100)
        #expect(found > 10)
    }

    @Test func `a source that another program wrote twice is a finding`() throws {
        _ = try book.shell("INSERT INTO source (text) VALUES ('x'), ('y'), ('x')")
        #expect(
            try book.database.findingsOfContent().map(\.description) == [
                "the source \"x\" is stored more than once"
            ])
    }
}
