import Bookkeeping
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

/// The migration from base units to printed digits.
@Suite("Upgrading to printed values")
struct PrintedValueTests {
    /// A book of version 2, made by the sqlite3 shell.
    private func oldBook() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        let sql = migrations.prefix(2).map(\.sql).joined(separator: "\n")
        _ = try sqlite3(
            folder.path("book.db"),
            """
            \(sql)
            PRAGMA application_id = \(BookFile.applicationID);
            PRAGMA user_version = 2;
            INSERT INTO import (recorded, version) VALUES ('2026-01-15T12:00:00Z', '1.0');
            INSERT INTO import_file (import, name, sha256, kind) VALUES (1, 'a.csv', '', 'long');
            INSERT INTO subject (id, code, kind, name) VALUES (7, 'RIOT', 'company', 'Riot');
            INSERT INTO source (id, text) VALUES (5, 'https://x.example/1');
            INSERT INTO observation VALUES
                (7, 1, 20453, 20453, -719163, 5, 38500000000000, 5, 1, 1, NULL, 1, 2),
                (7, 6, 20453, 20423, 20458, 0, 46000000000, 8, 0, 3, 'n', 1, 3),
                (7, 20, 20453, 20362, 0, 0, -150000000, 9, 0, 1, NULL, NULL, NULL);
            UPDATE observation SET value = 39000000000000, decimals = 0 WHERE metric = 1;
            INSERT INTO claim VALUES
                (7, 'hashrate', 20453, 20453, -719163, -719163, 'JPMorgan', -719163, 5,
                 41900000000000, 5, 1, NULL, 1, 4)
            """)
        return folder
    }

    @Test func `every row keeps its content`() throws {
        let folder = try oldBook()
        let path = folder.path("book.db")
        let queries =
            ["observations", "latest_observations", "claims"].map { "SELECT * FROM \($0)" } + [
                """
                SELECT ticker, name, country, exchange, fiscal_year_end, parent, note, import, file,
                    line
                FROM companies
                """
            ]
        let before = try queries.map { try sqlite3(path, $0) }
        let book = try SQLiteBook(path: path, for: .writing(create: false))
        // A publication on 1970-01-01 was an empty date.
        let after = try queries.map { try sqlite3(path, $0) }
        #expect(
            after.map { $0.replacing("1970-01-01", with: "") }
                == before.map { $0.replacing("1970-01-01", with: "") })
        #expect(
            try ScratchBook.export(of: book).map { "\($0.value) \($0.period) \($0.source)" } == [
                "460 BTC 2025-12 ", "39 EH/s 2025-12-31 https://x.example/1",
                "-150000000 US cents 2025Q4 ",
            ])
        #expect(
            try sqlite3(
                path, "SELECT period_end, period_offset, published_on, value FROM correction")
                == "20453|0|0|385")
        #expect(try book.findingsOfContent().isEmpty)
        #expect(folder.names == ["book.db", "book.db.backup-v2"])
    }

    @Test func `rows that would become equal are kept as corrections`() throws {
        let folder = try oldBook()
        let path = folder.path("book.db")
        _ = try sqlite3(
            path,
            """
            INSERT INTO observation VALUES
                (7, 20, 20453, 20362, -719163, 0, -150000000, 9, 0, 1, NULL, NULL, NULL),
                (7, 20, 20453, 20362, -9, 0, -160000000, 9, 0, 1, NULL, NULL, NULL);
            INSERT INTO claim SELECT subject, figure, on_end, on_start, since_end, since_start,
                publisher, 0, source, 0, 5, 0, NULL, NULL, NULL FROM claim
            """)
        let book = try SQLiteBook(path: path, for: .writing(create: false))
        #expect(
            try ScratchBook.export(of: book).map(\.value.description)
                == ["460 BTC", "39 EH/s", "-150000000 US cents"])
        #expect(
            try sqlite3(path, "SELECT value FROM correction WHERE change = 'delete' ORDER BY 1")
                == "-160000000\n-150000000")
        #expect(try book.allClaims().map(\.value.description) == ["0 EH/s"])
        #expect(try sqlite3(path, "SELECT value, decimals FROM claim_correction") == "419|1")
    }

    @Test func `rows that could not be read before keep their amounts`() throws {
        let folder = try oldBook()
        let path = folder.path("book.db")
        _ = try sqlite3(
            path,
            """
            INSERT INTO observation VALUES
                (7, 8, 20453, 20453, -719163, 0, 3, 7, 2, 1, NULL, NULL, NULL),
                (7, 1, 20454, 20454, -719163, 0, 38500000000001, 5, 1, 1, NULL, NULL, NULL),
                (7, 6, 20454, 20454, -719163, 0, 5, 99, 1, 1, NULL, NULL, NULL)
            """)
        let book = try SQLiteBook(path: path, for: .writing(create: false))
        #expect(
            try sqlite3(
                path, "SELECT value, unit, decimals FROM observation WHERE source = 0 ORDER BY unit"
            )
                == "38500000000001|5|12\n3|7|0\n460|8|0\n-150000000|9|0\n5|99|1")
        #expect(try book.findingsOfContent().count == 2)
    }

    @Test func `views of other programs stay as they are`() throws {
        let folder = try oldBook()
        let path = folder.path("book.db")
        _ = try sqlite3(
            path,
            """
            CREATE VIEW mine AS SELECT printed FROM observations WHERE subject = 'RIOT';
            CREATE VIEW broken AS SELECT * FROM nothing
            """)
        _ = try SQLiteBook(path: path, for: .writing(create: false))
        #expect(try sqlite3(path, "SELECT count(*) FROM mine") == "3")
    }

    @Test func `sources are found by their texts after the upgrade`() throws {
        let folder = try oldBook()
        let database = try SQLiteBook(path: folder.path("book.db"), for: .writing(create: false))
        let row = try Observation(
            "RIOT", .deployedHashrate, "2025-12-31", "39 EH/s", source: "https://x.example/1")
        let moment = try required(Timestamp("2026-02-01T12:00:00Z"))
        let rowCounts = try database.recordImport(version: "1.0", at: moment, failure: \.self) {
            (session) throws in
            let file = try session.addFile(name: "b.csv", kind: .observations)
            try session.record(lined([row]), from: file)
            return .commit(session.rowCounts)
        }
        #expect(rowCounts == RowCounts(unchanged: 1))
        #expect(try database.retract(row, version: "1.0", at: moment) != nil)
        #expect(try sqlite3(folder.path("book.db"), "SELECT count(*) FROM source") == "2")
    }
}
