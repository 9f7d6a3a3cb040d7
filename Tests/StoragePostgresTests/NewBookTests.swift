import Bookkeeping
import Foundation
import Mining
import StoragePostgres
import TestSupport
import Testing

/// How a copy on a server ends.
@Suite("A new book on a server", .enabled(if: ScratchSchema.server != nil))
struct NewBookTests {
    private let schema: ScratchSchema

    init() throws { schema = try ScratchSchema() }

    private func create(_ fill: (any NewBook) throws(BookError) -> Void) throws {
        try NewPostgresBook.create(
            address: schema.address, name: "the copy", busyTimeout: 50,
            program: "minerbook tests", fill)
    }

    @Test func `a connection that the server ends leaves no book`() throws {
        #expect {
            try create { (new) throws(BookError) in
                _ = try? schema.run(
                    """
                    SELECT pg_terminate_backend(pid)
                    FROM pg_locks
                    WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
                        AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid
                    """)
                try new.complete(lastImport: 0)
            }
        } throws: {
            guard case .disconnected("the copy", _, isCommit: false) = $0 as? BookError else {
                return false
            }
            return true
        }
        #expect(try schema.run("SELECT to_regclass('import') IS NULL") == ["t"])
    }

    @Test func `two copies to one schema at a time: the second one waits, and is told who writes`()
        throws
    {
        try create { (new) throws(BookError) in
            #expect {
                try create { (_) throws(BookError) in }
            } throws: {
                guard case .busy("the copy", .some) = $0 as? BookError else { return false }
                return true
            }
            try new.complete(lastImport: 7)
        }
        #expect(try schema.run("SELECT last_import FROM minerbook") == ["7"])
    }

    @Test func `the next numbers follow those of the rows`() throws {
        let book = try schema.book()
        try book.record(companies: ["AAA", "BBB"])
        try book.record([Observation("AAA", .btcMined, "2025-12", "1 BTC", source: "a")])
        _ = try book.undo(2, at: try required(Timestamp("2026-02-11T00:00:00Z")))
        _ = try book.undo(1, at: try required(Timestamp("2026-02-12T00:00:00Z")))
        let place = try ScratchSchema()
        try NewPostgresBook.create(
            address: place.address, name: "the copy", program: "minerbook tests"
        ) { (new) throws(BookError) in
            _ = try BookCopying.copy(book, into: new, named: "the copy")
        }
        let copy = try place.book()
        try copy.record(companies: ["CCC"])
        // 2 and 3 are in the corrections.
        #expect(try place.run("SELECT id FROM subject WHERE code = 'CCC'") == ["4"])
        #expect(try place.run("SELECT max(number) FROM import") == ["3"])
        #expect(try place.run("SELECT max(id) FROM import_file") == ["3"])
    }

    @Test func `a column with another type is damage`() throws {
        let book = try schema.book()
        try schema.run("ALTER TABLE import ALTER version TYPE varchar")
        let place = try ScratchSchema()
        #expect(
            throws: BookError.damaged(
                book: "the book", reason: "the column version of import has another type")
        ) {
            try NewPostgresBook.create(
                address: place.address, name: "the copy", program: "minerbook tests"
            ) { (new) throws(BookError) in
                _ = try BookCopying.copy(book, into: new, named: "the copy")
            }
        }
        #expect(try place.run("SELECT to_regclass('import') IS NULL") == ["t"])
    }

    @Test func `every table is copied with all of its columns`() throws {
        _ = try schema.book()
        let tables = BookTable.all(withUsers: true)
        #expect(
            try schema.run(
                """
                SELECT table_name || ' ' || string_agg(column_name, ' ' ORDER BY column_name)
                FROM information_schema.columns
                JOIN information_schema.tables USING (table_schema, table_name)
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                    AND table_name <> 'minerbook'
                GROUP BY table_name
                ORDER BY table_name COLLATE "C"
                """)
                == tables.sorted { $0.name < $1.name }.map { table in
                    ([table.name] + table.columns.map(\.name).sorted()).joined(separator: " ")
                })
    }

    @Test func `reading a large table waits for the server a few times`() throws {
        let book = try schema.book()
        try book.record(companies: ["AAA"])
        try book.record(
            try (0..<20_000).map { index in
                var row = try Observation("AAA", .btcHeld, "2025-12-31", "1 BTC")
                row.period = Period(day: try required(Day(number: 10_000 - index)))
                return row
            })
        let before = book.roundTrips
        let walk = try book.rows(of: BookTable.Kept.observation.table)
        var rows = TableRows(of: BookTable.Kept.observation.table)
        var count = 0
        while try walk.next(into: &rows) { count += rows.count }
        #expect(count == 20_000)
        #expect(book.roundTrips - before == 2)
    }
}
