/// Where a reader's bytes come from: a file, a pipe, memory.
///
/// A source may own what it reads from, and need not be copyable; the reader it is given to then
/// owns it. One that is to be asked later how much it read, or for a checksum, is a class.
package protocol ByteSource: ~Copyable {
    /// Appends the next bytes to `buffer`, which has room for at least one.
    ///
    /// Appending nothing says that the source has ended; fewer bytes than there is room for say
    /// nothing. Bytes appended before an error is thrown are kept. The error reaches the caller
    /// of `CSVReader.next()` as itself, in `CSVReader.Failure.source`; but a `CSVError`, which says
    /// that the bytes are no text, comes behind the records before it, as what it is.
    mutating func read(into buffer: inout OutputSpan<UInt8>) throws
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
