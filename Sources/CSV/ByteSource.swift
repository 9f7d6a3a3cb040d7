/// Where a reader's bytes come from: a file, a pipe, memory.
///
/// A source may own what it reads from, so it may be noncopyable; the reader then owns the source.
/// Make it a class if you need to know later how much it read, or its checksum.
package protocol ByteSource: ~Copyable {
    /// Appends the next bytes to `buffer`, which has room for at least one.
    ///
    /// The source has ended if it appends nothing. It may append fewer bytes than there is room
    /// for. Bytes appended before an error is thrown are kept.
    ///
    /// - Throws: Any error. `CSVReader.next()` throws it as `CSVReader.Failure.source`. A
    ///   `CSVError` means that the bytes are not text; it comes after the records before it, as
    ///   `.malformed`.
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
