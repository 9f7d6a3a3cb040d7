/// Where a reader's bytes come from: a file, a pipe, memory.
///
/// A source may own what it reads from (it need not be copyable) and may keep count or a
/// checksum of what passed; `CSVReader.source` gives it back.
package protocol ByteSource: ~Copyable {
    /// What goes wrong while reading; `Never` where nothing can.
    associatedtype Failure: Error

    /// Appends the next bytes to `buffer`, which has room for at least one.
    ///
    /// Appending nothing says that the source has ended; fewer bytes than there is room for say
    /// nothing. Bytes appended before an error is thrown are kept.
    mutating func read(into buffer: inout OutputSpan<UInt8>) throws(Failure)
}

/// Bytes that are in memory already.
package struct MemorySource: ByteSource, Sendable {
    private var rest: ArraySlice<UInt8>

    package init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    package mutating func read(into buffer: inout OutputSpan<UInt8>) {
        let chunk = rest.prefix(buffer.freeCapacity)
        for byte in chunk { buffer.append(byte) }
        rest.removeFirst(chunk.count)
    }
}
