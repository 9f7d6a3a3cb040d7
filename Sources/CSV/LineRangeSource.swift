/// Some lines of a source. Of the other lines it keeps only the line ends, so that line numbers do
/// not change. Reads the source to its end, in constant memory.
package struct LineRangeSource: ByteSource, ~Copyable {
    private static var chunkSize: Int { 32 << 10 }

    private var source: any ByteSource & ~Copyable
    private let lines: ClosedRange<Int>
    private var line = 1
    /// Whether the last byte ended a line with a CR, to which a LF may belong.
    private var isAfterReturn = false
    /// Bytes that were read. The first `served` of them have been returned.
    private var kept: [UInt8] = []
    private var served = 0

    /// The lines of `source` with these numbers; the first line is 1.
    package init(_ source: consuming some ByteSource & ~Copyable, lines: ClosedRange<Int>) {
        self.source = consume source
        self.lines = lines
    }

    package mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
        while served == kept.count {
            let count = try readChunk()
            if count == 0 { return }
        }
        while !buffer.isFull, served < kept.count {
            buffer.append(kept[served])
            served += 1
        }
    }

    /// Reads the next bytes, and keeps those of the wanted lines in `kept`. Returns how many bytes
    /// were read; 0 at the end.
    private mutating func readChunk() throws -> Int {
        kept.removeAll(keepingCapacity: true)
        served = 0
        var raw: [UInt8] = []
        try raw.append(addingCapacity: Self.chunkSize) { try source.read(into: &$0) }
        for byte in raw {
            let isFeed = byte == UInt8(ascii: "\n")
            let isReturn = byte == UInt8(ascii: "\r")
            if isFeed || isReturn || lines.contains(line) { kept.append(byte) }
            if isReturn || isFeed && !isAfterReturn { line += 1 }
            isAfterReturn = isReturn
        }
        return raw.count
    }
}
