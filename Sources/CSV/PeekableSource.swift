/// A source whose first bytes can be inspected before they are read.
package struct PeekableSource: ByteSource, ~Copyable {
    /// The first bytes.
    package let head: [UInt8]
    /// Whether these are all bytes of the source.
    package let isWhole: Bool
    private var source: any ByteSource & ~Copyable
    private var served = 0

    /// Reads up to `size` bytes of `source` ahead.
    ///
    /// If the source throws, reading ahead stops; `read` asks the source again at that place.
    package init(_ source: consuming some ByteSource & ~Copyable, size: Int = 64 << 10) {
        var head: [UInt8] = []
        var hasEnded = false
        do {
            try head.append(addingCapacity: size) { buffer in
                while !buffer.isFull, !hasEnded {
                    let count = buffer.count
                    try source.read(into: &buffer)
                    hasEnded = buffer.count == count
                }
            }
        } catch {
            hasEnded = false
        }
        self.head = head
        isWhole = hasEnded
        self.source = consume source
    }

    package mutating func read(into buffer: inout OutputSpan<UInt8>) throws {
        guard served < head.count else {
            if !isWhole { try source.read(into: &buffer) }
            return
        }
        while !buffer.isFull, served < head.count {
            buffer.append(head[served])
            served += 1
        }
    }
}
