import Bookkeeping
import CPostgres
import Mining

/// A walk over the rows of a table on a server, which sends them all at once, in the binary format of COPY
/// (https://www.postgresql.org/docs/current/sql-copy.html). The connection does nothing else until the
/// walk has ended.
final class PostgresTableWalk: TableWalk {
    private let table: BookTable
    private let connection: Connection
    private var isAtStart = true
    private var isAtEnd = false

    init(over table: BookTable, on connection: Connection) throws(BookError) {
        self.table = table
        self.connection = connection
        _ = try connection.types(of: table)
        try connection.map { () throws(ServerError) in
            try connection.beginCopy(
                "COPY (\(table.select)) TO STDOUT (FORMAT binary)", PGRES_COPY_OUT)
        }
    }

    func next(into rows: inout TableRows) throws(BookError) -> Bool {
        rows.removeAll()
        while !isAtEnd, !rows.isFull {
            let read = try connection.map { () throws(ServerError) in
                try connection.receive { bytes in
                    Result { () throws(BookError) in try append(bytes, to: &rows) }
                }
            }
            guard let read else {
                isAtEnd = true
                break
            }
            try read.get()
        }
        return rows.count > 0
    }

    /// Adds the row of a message. The first message begins with a header, and the last one is no row.
    private func append(
        _ message: UnsafeRawBufferPointer, to rows: inout TableRows
    ) throws(BookError) {
        var bytes = message[...]
        if isAtStart {
            _ = try take(BinaryRows.signature.count + 4, from: &bytes)
            _ = try take(Int(try number(from: &bytes) as Int32), from: &bytes)
            isAtStart = false
        }
        guard !bytes.isEmpty, try number(from: &bytes) as Int16 != -1 else { return }
        for column in table.columns {
            let length = try number(from: &bytes) as Int32
            if length < 0 {
                rows.append(nil)
            } else {
                try append(try take(Int(length), from: &bytes), of: column, to: &rows)
            }
        }
    }

    private func append(
        _ value: Slice<UnsafeRawBufferPointer>, of column: BookTable.Column,
        to rows: inout TableRows
    ) throws(BookError) {
        var bytes = value
        switch (column.kind, bytes.count) {
        case (.integer, 2): rows.append(Int(try number(from: &bytes) as Int16))
        case (.integer, 4): rows.append(Int(try number(from: &bytes) as Int32))
        case (.integer, 8): rows.append(Int(try number(from: &bytes) as Int64))
        case (.day, 4), (.keyDay, 4), (.publicationDay, 4):
            let day = PostgresType.day(ofDate: try number(from: &bytes))
            if column.kind == .day, day == PostgresType.noDay {
                throw .unreadable(
                    book: connection.book, column: column.name, value: "-infinity")
            }
            rows.append(day == PostgresType.noDay ? nil : day)
        case (.moment, 8):
            let microseconds = try number(from: &bytes) as Int64
            let moment = PostgresType.moment(ofMicroseconds: Int(microseconds))
            // What a moment cannot say, only another program writes.
            guard PostgresType.microseconds(of: moment) == microseconds else {
                throw .unreadable(
                    book: connection.book, column: column.name,
                    value: "\(microseconds) microseconds since 2000")
            }
            rows.append(moment.secondsSince1970)
        case (.text, _):
            UnsafeRawBufferPointer(rebasing: bytes).withMemoryRebound(to: UInt8.self) {
                rows.append($0)
            }
        default: throw unexpected
        }
    }

    private func number<Number: FixedWidthInteger>(
        from bytes: inout Slice<UnsafeRawBufferPointer>
    ) throws(BookError) -> Number {
        let taken = try take(MemoryLayout<Number>.size, from: &bytes)
        return Number(
            bigEndian: UnsafeRawBufferPointer(rebasing: taken).loadUnaligned(as: Number.self))
    }

    private func take(
        _ count: Int, from bytes: inout Slice<UnsafeRawBufferPointer>
    ) throws(BookError) -> Slice<UnsafeRawBufferPointer> {
        guard count >= 0, count <= bytes.count else { throw unexpected }
        defer { bytes.removeFirst(count) }
        return bytes.prefix(count)
    }

    private var unexpected: BookError {
        .unexpected(
            book: connection.book,
            reason: "the rows of \(table.name) are not in the format of COPY")
    }
}
