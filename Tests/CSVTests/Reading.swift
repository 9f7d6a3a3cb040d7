@testable import CSV

/// Bytes that come in pieces of at most `size`.
struct PiecewiseSource: ByteSource {
    var rest: ArraySlice<UInt8>
    let size: Int

    init(_ bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
    }

    mutating func read(into buffer: inout OutputSpan<UInt8>) {
        for byte in rest.prefix(min(size, buffer.freeCapacity)) {
            buffer.append(byte)
            rest.removeFirst()
        }
    }
}

/// A field as it is read, with all that is known of it.
struct ReadField: Hashable, CustomStringConvertible {
    var text: String
    var line: Int
    var byteColumn: Int
    var isQuoted: Bool

    var description: String { "\(line):\(byteColumn):\(isQuoted ? "quoted " : "")\(text)" }
}

/// Every field of every record of `bytes`. Throws the `CSVError` of a malformed record bare.
func fields(
    of bytes: [UInt8], dialect: Dialect = Dialect(), pieces: Int = .max,
    maximumRecordSize: Int = 16 << 20, bufferSize: Int = 256 << 10
) throws -> [[ReadField]] {
    var reader = CSVReader(
        PiecewiseSource(bytes, size: pieces), dialect: dialect,
        maximumRecordSize: maximumRecordSize, bufferSize: bufferSize)
    var records: [[ReadField]] = []
    do {
        while try reader.next() {
            var record: [ReadField] = []
            for (index, field) in reader.record.fields.enumerated() {
                record.append(
                    ReadField(
                        text: try reader.record.text(at: index), line: field.line,
                        byteColumn: field.byteColumn, isQuoted: field.isQuoted))
            }
            records.append(record)
        }
    } catch CSVReader.Failure.malformed(let error) {
        throw error
    }
    return records
}

/// The text of every field of every record of `csv`.
func texts(of csv: String, dialect: Dialect = Dialect()) throws -> [[String]] {
    try fields(of: Array(csv.utf8), dialect: dialect).map { $0.map(\.text) }
}
