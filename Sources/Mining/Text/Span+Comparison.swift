/// Hashing and comparing texts by their bytes, eight bytes at a time.
///
/// Imports compare millions of cells this way, without making a `String` of any of them.
extension Span<UInt8> {
    /// A hash of the bytes. Equal bytes have the same hash; different bytes rarely do. Not for
    /// storage: it is no published algorithm and may change.
    package var digest: UInt64 {
        var digest = UInt64(count)
        var index = 0
        while index < count {
            digest = (digest ^ block(from: index)) &* 0x9E37_79B9_7F4A_7C15
            digest ^= digest >> 29
            index += 8
        }
        return digest
    }

    /// Whether both spans hold the same bytes.
    @inlinable
    package func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        var index = 0
        while index < count {
            guard block(from: index) == other.block(from: index) else { return false }
            index += 8
        }
        return true
    }

    /// Whether the span and the array hold the same bytes.
    @inlinable
    package func equals(_ other: [UInt8]) -> Bool { equals(other.span) }

    /// The eight bytes from `start` on as a little-endian number. Bytes past the end count as zero.
    @inlinable
    package func block(from start: Int) -> UInt64 {
        if start + 8 <= count {
            // Safe: the load checks its bounds, and any eight bytes are a valid UInt64.
            return UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in (start..<count).reversed() { word = word << 8 | UInt64(self[index]) }
        return word
    }
}
