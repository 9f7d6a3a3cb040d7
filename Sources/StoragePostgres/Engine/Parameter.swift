import CPostgres
import Mining

/// The value of a parameter, `$1`, in PostgreSQL's binary format.
struct Parameter {
    /// The number of its type in the server's table `pg_type`.
    let type: Oid
    /// Nil for NULL.
    fileprivate(set) var bytes: [UInt8]?

    static func integer(_ value: Int?) -> Parameter {
        Parameter(type: PostgresType.int8, bytes: value.map { bigEndian(Int64($0)) })
    }

    static func text(_ text: String?) -> Parameter {
        Parameter(type: PostgresType.text, bytes: text.map { Array($0.utf8) })
    }

    /// A day by its number, `PostgresType.noDay` for one that is not known.
    static func day(_ number: Int?) -> Parameter {
        Parameter(
            type: PostgresType.date, bytes: number.map { bigEndian(PostgresType.date(ofDay: $0)) })
    }

    static func moment(_ moment: Timestamp) -> Parameter {
        Parameter(
            type: PostgresType.timestamptz,
            bytes: bigEndian(PostgresType.microseconds(of: moment)))
    }

    // MARK: Arrays

    static func integers(_ values: some Collection<Int?>) -> Parameter {
        array(of: PostgresType.int8, PostgresType.int8Array, values) { value, bytes in
            append(Int64(value), to: &bytes)
        }
    }

    static func days(_ numbers: some Collection<Int>) -> Parameter {
        array(of: PostgresType.date, PostgresType.dateArray, numbers.map(Optional.some)) {
            number, bytes in append(PostgresType.date(ofDay: number), to: &bytes)
        }
    }

    static func texts(_ texts: some Collection<String>) -> Parameter {
        array(of: PostgresType.text, PostgresType.textArray, texts.map { Array($0.utf8)[...] }) {
            text, bytes in bytes += text
        }
    }

    /// Texts as their bytes.
    static func texts(_ texts: some Collection<ArraySlice<UInt8>?>) -> Parameter {
        array(of: PostgresType.text, PostgresType.textArray, texts) { text, bytes in bytes += text }
    }

    /// A one-dimensional array. `write` appends the bytes of an element.
    @inline(__always)
    private static func array<Element>(
        of element: Oid, _ type: Oid, _ values: some Collection<Element?>,
        _ write: (Element, inout [UInt8]) -> Void
    ) -> Parameter {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + 12 * values.count)
        // Number of dimensions, whether there are NULLs, type, size, and the first index.
        append(Int32(values.isEmpty ? 0 : 1), to: &bytes)
        append(Int32(1), to: &bytes)
        append(element, to: &bytes)
        if !values.isEmpty {
            append(Int32(values.count), to: &bytes)
            append(Int32(1), to: &bytes)
        }
        for value in values {
            guard let value else {
                append(Int32(-1), to: &bytes)
                continue
            }
            let start = bytes.count
            append(Int32(0), to: &bytes)
            write(value, &bytes)
            let length = UInt32(bytes.count - start - 4)
            for index in 0..<4 {
                bytes[start + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index))
            }
        }
        return Parameter(type: type, bytes: bytes)
    }

    private static func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    /// Appends the bytes of a number in the order in which the server has them.
    @inline(__always)
    static func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    // MARK: Passing them to libpq

    /// Calls `body` with types, values, lengths and formats as libpq takes them.
    static func withBinary<Result>(
        _ parameters: [Parameter],
        _ body: ([Oid], [UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        // One buffer for all. It is not empty, so that it has an address even for an empty text.
        var buffer: [UInt8] = [0]
        var starts: [Int?] = []
        for parameter in parameters {
            starts.append(parameter.bytes == nil ? nil : buffer.count - 1)
            buffer.insert(contentsOf: parameter.bytes ?? [], at: buffer.count - 1)
        }
        return buffer.withUnsafeBytes { buffer in
            body(
                parameters.map(\.type),
                starts.map { start in
                    start.flatMap { buffer.baseAddress?.advanced(by: $0) }
                        .map { $0.assumingMemoryBound(to: CChar.self) }
                },
                parameters.map { Int32(clamping: $0.bytes?.count ?? 0) },
                Array(repeating: 1, count: parameters.count))
        }
    }
}
