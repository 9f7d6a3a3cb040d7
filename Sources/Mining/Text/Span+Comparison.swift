/// A text's bytes where it is told from others, as millions of cells are: eight at a step.
extension Span<UInt8> {
    /// A number that equal bytes share, and others hardly ever.
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

    /// Whether the bytes are the same.
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

    /// Whether the bytes are those of `other`.
    @inlinable
    package func equals(_ other: [UInt8]) -> Bool { equals(other.span) }

    /// The eight bytes from `start` on, the first of them lowest; zeros stand beyond the end.
    @inlinable
    package func block(from start: Int) -> UInt64 {
        if start + 8 <= count {
            // Sound: the load checks its bounds, and any eight bytes are a UInt64.
            return UInt64(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
        }
        var word: UInt64 = 0
        for index in (start..<count).reversed() { word = word << 8 | UInt64(self[index]) }
        return word
    }
}
