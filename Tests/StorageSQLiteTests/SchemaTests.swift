import Bookkeeping
import Foundation
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Schema")
struct SchemaTests {
    @Test func `every SQL file in Migrations is embedded, in name order, byte for byte`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Migrations")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".sql") }.sorted()
        #expect(migrations.map { $0.name + ".sql" } == names)
        for migration in migrations {
            let file = try Data(
                contentsOf: folder.appendingPathComponent(migration.name + ".sql"))
            #expect(Data(migration.sql.utf8) == file)
        }
    }

    @Test func `the unit table is the catalogue of units`() throws {
        let book = try ScratchBook()
        let rows = try book.shell("SELECT id, code, dimension, exponent FROM unit ORDER BY id")
        let catalogue = Mining.Unit.allCases.map {
            "\($0.rawValue)|\($0.code)|\($0.dimension.rawValue)|\($0.exponent)"
        }
        #expect(rows.components(separatedBy: "\n") == catalogue)
    }

    @Test func `the metric table is the catalogue of metrics`() throws {
        let book = try ScratchBook()
        let rows = try book.shell(
            """
            SELECT id, code, name, unit, dimension, kind, ifnull(max_age_days, '-'), definition
            FROM metric ORDER BY id
            """)
        let catalogue = Metric.allCases.map { metric in
            [
                "\(metric.rawValue)", metric.code, metric.name, "\(metric.unit.rawValue)",
                metric.dimension.rawValue, metric.kind.rawValue,
                metric.maxAgeDays.map(String.init) ?? "-", metric.definition,
            ].joined(separator: "|")
        }
        #expect(rows.components(separatedBy: "\n") == catalogue)
    }

    @Test func `the status table is the catalogue of statuses`() throws {
        let book = try ScratchBook()
        let rows = try book.shell("SELECT id, name, rank FROM status ORDER BY id")
        let catalogue = Status.allCases.map { "\($0.rawValue)|\($0.name)|\($0.rank)" }
        #expect(rows.components(separatedBy: "\n") == catalogue)
    }

    @Test func `a new book has the network and the program's application ID`() throws {
        let book = try ScratchBook(companies: [])
        #expect(try book.shell("SELECT code, kind FROM subject") == "BTC|network")
        #expect(try book.shell("PRAGMA application_id") == "1296649810")
        #expect(try book.shell("PRAGMA user_version") == "\(migrations.count)")
        #expect(try book.shell("PRAGMA integrity_check") == "ok")
    }

    @Test func `the unknown day of the schema is one before all days`() {
        #expect(Day.unknownKey == -719_163)
        #expect(Day.first.number == -719_162)
        #expect(Day.last.number == 2_932_896)
    }

    @Test func `every statement of reports is a search, never a scan`() throws {
        let book = try ScratchBook()
        for query in Query.allCases {
            let plan = try Statement(
                "EXPLAIN QUERY PLAN " + query.sql, on: book.database.connection)
            var lines: [String] = []
            while try plan.step() { lines.append(try plan.text(3)) }
            #expect(!lines.contains { $0.contains("SCAN") }, "\(query): \(lines)")
            if query.sql.contains("observation") {
                #expect(
                    lines.contains { $0.hasPrefix("SEARCH observation USING PRIMARY KEY") },
                    "\(query): \(lines)")
                #expect(!lines.contains { $0.contains("TEMP B-TREE") }, "\(query): \(lines)")
            }
        }
    }

    @Test func `other programs cannot store an invalid day, period, unit or subject`() throws {
        let book = try ScratchBook()
        let columns = "INSERT INTO observation VALUES "
        let good = "(2, 1, 20453, 0, 0, 0, 0, 5, 0, 1, NULL, NULL, NULL)"
        #expect(try book.shell("PRAGMA foreign_keys = ON; \(columns) \(good)") == "")
        for bad in [
            "(2, 1, 20453, 1, 0, 0, 0, 5, 0, 1, NULL, NULL, NULL)",
            "(2, 1, 2932897, 0, 0, 0, 0, 5, 0, 1, NULL, NULL, NULL)",
            "(2, 1, 20454, 0, -1, 0, 0, 5, 0, 1, NULL, NULL, NULL)",
            "(2, 1, 20454, 0, 0, 0, 'x', 5, 0, 1, NULL, NULL, NULL)",
            "(2, 1, 20454, 0, NULL, 0, 0, 5, 0, 1, NULL, NULL, NULL)",
            "(99, 1, 20454, 0, 0, 0, 0, 5, 0, 1, NULL, NULL, NULL)",
            "(2, 99, 20454, 0, 0, 0, 0, 5, 0, 1, NULL, NULL, NULL)",
            "(2, 1, 20454, 0, 0, 0, 0, 99, 0, 1, NULL, NULL, NULL)",
            "(2, 1, 20454, 0, 0, 0, 0, 5, -1, 1, NULL, NULL, NULL)",
            "(2, 1, 20454, 0, 0, 0, 0, 5, 0, 9, NULL, NULL, NULL)",
        ] {
            let answer = try book.shell("PRAGMA foreign_keys = ON; \(columns) \(bad)")
            #expect(answer.contains("constraint failed") || answer.contains("cannot store"))
        }
    }
}
