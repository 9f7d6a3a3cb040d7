import Bookkeeping
import CPostgres

/// Rows in the binary format of COPY (https://www.postgresql.org/docs/current/sql-copy.html): a header,
/// rows of values with their lengths, and an end.
struct BinaryRows {
    static let signature = Array("PGCOPY\n".utf8) + [0xFF] + Array("\r\n\0".utf8)

    /// The header: the signature, no flags, and no extension.
    static let start = signature + [UInt8](repeating: 0, count: 8)

    /// What follows the last row.
    static let end: [UInt8] = [0xFF, 0xFF]

    private(set) var bytes: [UInt8] = []

    mutating func beginRow(columns: Int) { append(Int16(truncatingIfNeeded: columns)) }

    mutating func appendNull() { append(Int32(-1)) }

    /// Adds a number in the form of a column of this type, a day by its number and a moment by its
    /// seconds. Returns false if the type does not have it.
    mutating func append(_ number: Int, as type: Oid) -> Bool {
        switch type {
        case PostgresType.int2: appendValue(Int16(exactly: number))
        case PostgresType.int4: appendValue(Int32(exactly: number))
        case PostgresType.date: appendValue(PostgresType.date(exactly: number))
        case PostgresType.timestamptz: appendValue(PostgresType.microseconds(ofSeconds: number))
        default: appendValue(Int64(number))
        }
    }

    /// Adds a date that no program takes for a day.
    mutating func appendNoDay() { _ = appendValue(PostgresType.date(ofDay: PostgresType.noDay)) }

    /// Adds a text.
    mutating func append(_ text: some Collection<UInt8>) {
        append(Int32(clamping: text.count))
        bytes += text
    }

    private mutating func appendValue(_ value: (some FixedWidthInteger)?) -> Bool {
        guard let value else { return false }
        append(Int32(value.bitWidth / 8))
        append(value)
        return true
    }

    private mutating func append(_ value: some FixedWidthInteger) {
        Parameter.append(value, to: &bytes)
    }
}
