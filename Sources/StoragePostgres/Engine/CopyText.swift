import Mining

/// Rows in the text format of COPY (https://www.postgresql.org/docs/current/sql-copy.html): columns with
/// tabs between them, rows that end with a line feed.
struct CopyText {
    private(set) var bytes: [UInt8] = []
    private var isAtStart = true

    init(reserving count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ number: Int) {
        beginColumn()
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// A day of a key, -infinity if it is not known.
    mutating func append(_ day: Day?) {
        beginColumn()
        bytes += (day?.description ?? "-infinity").utf8
    }

    /// The bytes of a text; nil for NULL.
    mutating func append(_ text: ArraySlice<UInt8>?) {
        beginColumn()
        guard let text else {
            bytes += #"\N"#.utf8
            return
        }
        for byte in text {
            switch byte {
            case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
            case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
            case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
            case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
            default: bytes.append(byte)
            }
        }
    }

    mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        isAtStart = true
    }

    private mutating func beginColumn() {
        if !isAtStart { bytes.append(UInt8(ascii: "\t")) }
        isAtStart = false
    }
}
