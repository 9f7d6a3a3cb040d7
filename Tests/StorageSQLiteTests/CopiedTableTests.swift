import Bookkeeping
import TestSupport
import Testing

@testable import StorageSQLite

/// The tables of a file are those that are copied.
@Suite("Tables of a copy")
struct CopiedTableTests {
    private let book: SQLiteBook

    init() throws { book = try SQLiteBook() }

    private func texts(_ sql: String) throws -> [String] {
        try Statement(sql, on: book.connection).all { (row) throws(BookError) in try row.text(0) }
    }

    @Test func `every table is copied with all of its columns`() throws {
        let names = try texts(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        let tables = BookTable.all(withUsers: false)
        #expect(tables.map(\.name).sorted() == names.sorted())
        for table in tables {
            // The digest is computed from the text.
            let columns = try texts(
                "SELECT name FROM pragma_table_info('\(table.name)') WHERE name <> 'digest'")
            #expect(table.columns.map(table.storedName).sorted() == columns.sorted())
        }
    }

    @Test(arguments: BookTable.all(withUsers: true))
    func `rows are read in the order of the table, without sorting`(table: BookTable) throws {
        let plan = try Statement("EXPLAIN QUERY PLAN \(table.select)", on: book.connection).all {
            (row) throws(BookError) in try row.text(3)
        }
        #expect(plan == ["SCAN \(table.name)"])
    }
}
