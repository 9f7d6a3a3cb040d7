import Bookkeeping
import CPostgres
import Mining

/// The rows of a statement, all of them in memory.
final class Rows: Sequence {
    fileprivate let result: OpaquePointer
    fileprivate let book: String
    /// The types of the columns.
    let types: [Oid]
    let count: Int

    /// Releases `result` when it is released itself. `book` is for messages.
    init(_ result: OpaquePointer, of book: String) {
        self.result = result
        self.book = book
        count = Int(PQntuples(result))
        types = (0..<PQnfields(result)).map { PQftype(result, $0) }
    }

    deinit { PQclear(result) }

    /// How many rows the statement wrote.
    var changes: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What was done: `COMMIT`.
    var command: String { String(cString: PQcmdStatus(result)) }

    /// The row at an index below `count`.
    subscript(index: Int) -> Row { Row(rows: self, index: Int32(index)) }

    var first: Row? { count > 0 ? self[0] : nil }

    func makeIterator() -> AnyIterator<Row> {
        var index = 0
        return AnyIterator {
            guard index < self.count else { return nil }
            defer { index += 1 }
            return self[index]
        }
    }

    /// What `read` makes of every row.
    func all<Value>(_ read: (Row) throws(BookError) -> Value) throws(BookError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(try read(self[index])) }
        return values
    }
}

/// One row; its columns are counted from 0. A column with an impossible value throws
/// `BookError.unreadable`, since other programs may write to the book.
struct Row {
    fileprivate let rows: Rows
    fileprivate let index: Int32

    func isNull(_ column: Int32) -> Bool { PQgetisnull(rows.result, index, column) == 1 }

    func integer(_ column: Int32) throws(BookError) -> Int {
        guard let value = try optionalInteger(column) else { throw unreadable(column) }
        return value
    }

    /// A whole number, the number of a day (`PostgresType.noDay` for -infinity), or 1 for true.
    func optionalInteger(_ column: Int32) throws(BookError) -> Int? {
        if isNull(column) { return nil }
        guard let number = number(column) else { throw unreadable(column) }
        return number
    }

    /// The number in a column that is not NULL; nil if it has another type.
    private func number(_ column: Int32) -> Int? {
        let bytes = bytes(column)
        switch rows.types[Int(column)] {
        case PostgresType.int8 where bytes.count == 8: return Int(Self.number(bytes) as Int64)
        case PostgresType.int4 where bytes.count == 4: return Int(Self.number(bytes) as Int32)
        case PostgresType.int2 where bytes.count == 2: return Int(Self.number(bytes) as Int16)
        case PostgresType.date where bytes.count == 4:
            return PostgresType.day(ofDate: Self.number(bytes))
        case PostgresType.bool where bytes.count == 1: return Int(bytes[0])
        default: return nil
        }
    }

    func text(_ column: Int32) throws(BookError) -> String {
        guard let text = try optionalText(column) else { throw unreadable(column) }
        return text
    }

    func optionalText(_ column: Int32) throws(BookError) -> String? {
        if isNull(column) { return nil }
        guard rows.types[Int(column)] == PostgresType.text else { throw unreadable(column) }
        return String(decoding: bytes(column), as: UTF8.self)
    }

    /// The bytes of a text; nil if it is NULL. Valid as long as the row.
    func textBytes(_ column: Int32) throws(BookError) -> UnsafeBufferPointer<UInt8>? {
        if isNull(column) { return nil }
        guard rows.types[Int(column)] == PostgresType.text else { throw unreadable(column) }
        return bytes(column)
    }

    func day(_ column: Int32) throws(BookError) -> Day {
        guard let day = Day(number: try integer(column)) else { throw unreadable(column) }
        return day
    }

    /// A day; nil if it is not known (-infinity).
    func keyDay(_ column: Int32) throws(BookError) -> Day? {
        try integer(column) == PostgresType.noDay ? nil : try day(column)
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

    func moment(_ column: Int32) throws(BookError) -> Timestamp {
        guard let moment = try optionalMoment(column) else { throw unreadable(column) }
        return moment
    }

    func optionalMoment(_ column: Int32) throws(BookError) -> Timestamp? {
        if isNull(column) { return nil }
        let bytes = bytes(column)
        guard rows.types[Int(column)] == PostgresType.timestamptz, bytes.count == 8 else {
            throw unreadable(column)
        }
        return PostgresType.moment(ofMicroseconds: Int(Self.number(bytes) as Int64))
    }

    /// What `read` makes of a whole number; throws if that is nil.
    func value<Value>(_ column: Int32, _ read: (Int) -> Value?) throws(BookError) -> Value {
        guard let value = read(try integer(column)) else { throw unreadable(column) }
        return value
    }

    /// The error that says that a column holds an impossible value.
    func unreadable(_ column: Int32) -> BookError {
        .unreadable(
            book: rows.book,
            column: PQfname(rows.result, column).map { String(cString: $0) } ?? "a column",
            value: shown(column))
    }

    /// The value of a column, for a message.
    func shown(_ column: Int32) -> String {
        if isNull(column) { return "NULL" }
        if let number = number(column) {
            return number == PostgresType.noDay ? "-infinity" : "\"\(number)\""
        }
        return "\"\(String(decoding: bytes(column), as: UTF8.self))\""
    }

    private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(rows.result, index, column))
        guard let start = PQgetvalue(rows.result, index, column) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    }

    private static func number<Value: FixedWidthInteger>(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Value {
        bytes.reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }
}
