/// Where a reader's bytes come from: a file, a pipe, memory.
///
/// A source may own what it reads from, and need not be copyable; the reader it is given to then
/// owns it. Make it a class if you need to know later how much it read, or its checksum.
package protocol ByteSource: ~Copyable {
    /// Appends the next bytes to `buffer`, which has room for at least one.
    ///
    /// Appending nothing means that the source has ended; fewer bytes than there is room for do
    /// not. Bytes appended before an error is thrown are kept. The error reaches the caller
    /// of `CSVReader.next()` as itself, in `CSVReader.Failure.source`; but a `CSVError`, which says
    /// that the bytes are not text, comes after the records before it, as `.malformed`.
    mutating func read(into buffer: inout OutputSpan<UInt8>) throws
}

/// Bytes in memory.
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
