import CSQLite

/// Rows in the program's memory that statements read as a table, so that one statement takes in a
/// whole batch. Writing a million rows takes a quarter less time than with each value bound to a
/// parameter (docs/DECISIONS.md).
///
/// It is a virtual table of SQLite (https://sqlite.org/vtab.html). It is always read from its first
/// row to its last, and is empty unless rows are lent to it. Statements call it as a function,
/// `observation_feed()`, so that no table of a book can take its place.
final class Feed {
    /// Gives SQLite the value of a column, counted from 0, of the cursor's row, by one of
    /// `sqlite3_result_…`. If it calls none, the value is NULL.
    typealias Column =
        @convention(c) (
            UnsafeMutablePointer<sqlite3_vtab_cursor>?, OpaquePointer?, Int32
        ) -> Int32

    let module: UnsafeMutablePointer<sqlite3_module>
    let rows: UnsafeMutablePointer<csqlite_feed>

    /// `Connection.feed` registers it with SQLite.
    init(columns: [String], column: @escaping Column) {
        module = .allocate(capacity: 1)
        module.initialize(to: sqlite3_module())
        rows = .allocate(capacity: 1)
        let declaration = "CREATE TABLE feed (\(columns.joined(separator: ", ")))"
        rows.initialize(
            to: csqlite_feed(declaration: declaration.withCString(Self.copy), rows: nil, count: 0))
        module.pointee.xConnect = { database, feed, _, _, table, _ in
            Feed.connect(database, feed, table)
        }
        module.pointee.xDisconnect = { table in
            table.map(Feed.memory(of:))?.deallocate()
            return SQLITE_OK
        }
        module.pointee.xBestIndex = { _, _ in SQLITE_OK }
        module.pointee.xOpen = { table, cursor in Feed.open(table, cursor) }
        module.pointee.xClose = { cursor in
            cursor.map(Feed.memory(of:))?.deallocate()
            return SQLITE_OK
        }
        module.pointee.xFilter = { cursor, _, _, _, _ in
            cursor.map(Feed.place(of:))?.pointee.row = 0
            return SQLITE_OK
        }
        module.pointee.xNext = { cursor in
            cursor.map(Feed.place(of:))?.pointee.row += 1
            return SQLITE_OK
        }
        module.pointee.xEof = { cursor in
            guard let place = cursor.map(Feed.place(of:)) else { return 1 }
            return place.pointee.row < place.pointee.feed.pointee.count ? 0 : 1
        }
        module.pointee.xRowid = { cursor, number in
            number?.pointee = cursor.map(Feed.place(of:))?.pointee.row ?? 0
            return SQLITE_OK
        }
        module.pointee.xColumn = column
    }

    deinit {
        rows.pointee.declaration.deallocate()
        rows.deallocate()
        module.deallocate()
    }

    /// Lends `count` rows at `start` to the statements that `body` runs to their end.
    func lend<Row, Result, Failure: Error>(
        _ start: UnsafePointer<Row>?, count: Int, to body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        rows.pointee.rows = UnsafeRawPointer(start)
        rows.pointee.count = Int64(count)
        defer {
            rows.pointee.rows = nil
            rows.pointee.count = 0
        }
        return try body()
    }

    /// The row that a cursor is on, which is one of those that were lent.
    @inline(__always)
    static func row<Row>(
        at cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, as type: Row.Type
    ) -> UnsafePointer<Row>? {
        guard let place = cursor.map(place(of:)) else { return nil }
        return place.pointee.feed.pointee.rows.map {
            $0.assumingMemoryBound(to: type) + Int(place.pointee.row)
        }
    }

    /// Gives SQLite a text that stays in memory while its row is lent.
    @inline(__always)
    static func give(_ text: UnsafeRawBufferPointer, to result: OpaquePointer?) {
        csqlite_result_text(
            result, text.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(clamping: text.count))
    }

    // MARK: Callbacks of SQLite

    private static func connect(
        _ database: OpaquePointer?, _ feed: UnsafeMutableRawPointer?,
        _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
    ) -> Int32 {
        guard let feed = feed?.assumingMemoryBound(to: csqlite_feed.self) else {
            return SQLITE_INTERNAL
        }
        let code = sqlite3_declare_vtab(database, feed.pointee.declaration)
        guard code == SQLITE_OK else { return code }
        let made = UnsafeMutablePointer<csqlite_feed_table>.allocate(capacity: 1)
        made.initialize(to: csqlite_feed_table(base: sqlite3_vtab(), feed: feed))
        table?.pointee = memory(of: made).assumingMemoryBound(to: sqlite3_vtab.self)
        return SQLITE_OK
    }

    private static func open(
        _ table: UnsafeMutablePointer<sqlite3_vtab>?,
        _ cursor: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
    ) -> Int32 {
        guard let table else { return SQLITE_INTERNAL }
        let feed = memory(of: table).assumingMemoryBound(to: csqlite_feed_table.self).pointee.feed
        let made = UnsafeMutablePointer<csqlite_feed_cursor>.allocate(capacity: 1)
        made.initialize(
            to: csqlite_feed_cursor(base: sqlite3_vtab_cursor(), feed: feed, row: 0))
        cursor?.pointee = memory(of: made).assumingMemoryBound(to: sqlite3_vtab_cursor.self)
        return SQLITE_OK
    }

    @inline(__always)
    private static func place(
        of cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>
    ) -> UnsafeMutablePointer<csqlite_feed_cursor> {
        memory(of: cursor).assumingMemoryBound(to: csqlite_feed_cursor.self)
    }

    /// SQLite's structures are the first members of ours.
    @inline(__always)
    private static func memory<Structure>(
        of pointer: UnsafeMutablePointer<Structure>
    ) -> UnsafeMutableRawPointer { UnsafeMutableRawPointer(pointer) }

    private static func copy(_ text: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        var count = 1
        while text[count - 1] != 0 { count += 1 }
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: count)
        copy.initialize(from: text, count: count)
        return UnsafePointer(copy)
    }
}
