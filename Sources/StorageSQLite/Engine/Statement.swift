import Bookkeeping
import CSQLite
import Mining

/// A prepared statement: bind, step, read the columns, reset.
///
/// Finalized when the last reference is released. Stepping can fail, so rows are read by
/// `while try statement.step() { … }`. A column with an impossible value throws
/// `BookError.unreadable`, since the file may come from anywhere.
final class Statement {
    private let handle: OpaquePointer
    private let connection: Connection

    /// `sql` is one statement. `isKept` tells SQLite that it lives as long as the connection, so that
    /// it uses no memory reserved for short-lived ones.
    init(_ sql: String, on connection: Connection, isKept: Bool = false) throws(BookError) {
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection.handle, sql, -1, isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0, &prepared,
            nil)
        guard code == SQLITE_OK, let prepared else { throw connection.error(code) }
        handle = prepared
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Binds a whole number or NULL to parameter `index`, counted from 1.
    func bind(_ value: Int?, at index: Int32) throws(BookError) {
        let code =
            if let value { sqlite3_bind_int64(handle, index, Int64(value)) } else {
                sqlite3_bind_null(handle, index)
            }
        guard code == SQLITE_OK else { throw connection.error(code) }
    }

    /// Binds a text or NULL to parameter `index`, counted from 1.
    func bind(_ text: String?, at index: Int32) throws(BookError) {
        guard let text else { return try bind(nil as Int?, at: index) }
        try bind(text.utf8Span.span, at: index)
    }

    /// Binds a text, which may be invalid UTF-8, to parameter `index`, counted from 1.
    func bind(_ text: Span<UInt8>, at index: Int32) throws(BookError) {
        // Bytes and their count, since a text may contain a zero byte.
        let code = text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                $0.baseAddress.map {
                    csqlite_bind_text(handle, index, $0, Int32(clamping: bytes.count))
                } ?? csqlite_bind_text(handle, index, "", 0)
            }
        }
        guard code == SQLITE_OK else { throw connection.error(code) }
    }

    /// Whether there is another row.
    func step() throws(BookError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw connection.error(code)
        }
    }

    /// Runs a statement without rows to its end, and resets it.
    func run() throws(BookError) {
        defer { reset() }
        while try step() {}
    }

    /// Makes it ready for the next run and ends its reading; bindings stay.
    func reset() { sqlite3_reset(handle) }

    /// What `read` makes of every row that is left.
    func all<Value>(
        _ read: (Statement) throws(BookError) -> Value
    ) throws(BookError) -> [Value] {
        var values: [Value] = []
        while try step() { values.append(try read(self)) }
        return values
    }

    // MARK: Columns of the present row, counted from 0

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) throws(BookError) -> Int {
        guard let value = try optionalInteger(column) else { throw unreadable(column) }
        return value
    }

    func optionalInteger(_ column: Int32) throws(BookError) -> Int? {
        // Reading type and number of the value takes half the time of reading the column.
        let value = sqlite3_column_value(handle, column)
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: return Int(sqlite3_value_int64(value))
        case SQLITE_NULL: return nil
        default: throw unreadable(column)
        }
    }

    func text(_ column: Int32) throws(BookError) -> String {
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { throw unreadable(column) }
        return string(column)
    }

    func optionalText(_ column: Int32) throws(BookError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    /// What `read` makes of a text, which may be invalid UTF-8; nil if the column is NULL.
    func optionalText<Value>(
        _ column: Int32, _ read: (Span<UInt8>) -> Value
    ) throws(BookError) -> Value? {
        let value = sqlite3_column_value(handle, column)
        switch sqlite3_value_type(value) {
        case SQLITE_TEXT: return read(bytes(of: value).span)
        case SQLITE_NULL: return nil
        default: throw unreadable(column)
        }
    }

    /// A day.
    func day(_ column: Int32) throws(BookError) -> Day {
        guard let day = Day(number: try integer(column)) else { throw unreadable(column) }
        return day
    }

    /// The period of two columns of days.
    func period(first: Int32, last: Int32) throws(BookError) -> Period {
        let end = try day(last)
        guard let period = Period(try day(first), end) else { throw unreadable(first) }
        return period
    }

    /// A quantity in three columns, with the digits as they were printed.
    func quantity(value: Int32, unit: Int32, decimals: Int32) throws(BookError) -> Quantity {
        let quantity = Quantity(
            digits: Int64(try integer(value)), unit: try self.value(unit, Unit.init(rawValue:)),
            decimals: try integer(decimals))
        guard let quantity else { throw unreadable(value) }
        return quantity
    }

    /// A second of UTC or NULL.
    func optionalTimestamp(_ column: Int32) throws(BookError) -> Timestamp? {
        guard let text = try optionalText(column) else { return nil }
        guard let moment = Timestamp(text) else { throw unreadable(column) }
        return moment
    }

    /// A publication date; nil if it is unknown.
    func publicationDay(_ column: Int32) throws(BookError) -> Day? {
        try integer(column) == Day.unknownPublication ? nil : try day(column)
    }

    /// A day of a key column; nil if it is unknown.
    func keyDay(_ column: Int32) throws(BookError) -> Day? {
        try integer(column) == Day.unknownKey ? nil : try day(column)
    }

    /// What `read` makes of a whole number; throws if that is nil.
    func value<Value>(_ column: Int32, _ read: (Int) -> Value?) throws(BookError) -> Value {
        guard let value = read(try integer(column)) else { throw unreadable(column) }
        return value
    }

    /// The error that says that a column holds an impossible value.
    func unreadable(_ column: Int32) -> BookError {
        .unreadable(
            book: connection.path,
            column: sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "a column",
            value: shown(column))
    }

    /// The value of a column, for a message.
    func shown(_ column: Int32) -> String {
        isNull(column) ? "NULL" : "\"\(string(column))\""
    }

    private func string(_ column: Int32) -> String {
        String(decoding: bytes(of: sqlite3_column_value(handle, column)), as: UTF8.self)
    }

    /// The bytes of a text; valid until the statement is stepped or reset.
    private func bytes(of value: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
        guard let start = sqlite3_value_text(value) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }
}
