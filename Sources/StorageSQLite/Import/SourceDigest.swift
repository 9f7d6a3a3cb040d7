/// The number by which the table of sources finds a text: its index holds these instead of the
/// texts, which would be half of all that a large book takes.
///
/// It is a hash of all but the decimal digits, from which on the numbers that the digits make are
/// counted. So addresses that differ in their date or number alone, as those of one company's
/// releases do, lie side by side in the index, and what an import adds one after the other is
/// written to few of its pages; by a hash of the whole each batch would touch nearly every page.
/// Texts that share a digest are told apart by comparing them.
///
/// Books keep it, so it never changes.
enum SourceDigest {
    /// A number of 32 bits with a sign, since SQLite stores such in four bytes.
    static func digest(of text: Span<UInt8>) -> Int {
        // FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv).
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var number: UInt64 = 0
        // The greatest one below the number of places. By a power of two, ten's powers being even, a
        // digit before many others would be lost.
        let prime: UInt64 = 16_777_213
        for index in text.indices {
            let byte = text[index]
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                if number > .max / 16 { number %= prime }
                number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
            } else {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        // Wraps around within the low bits.
        let place = ((hash >> 32) + number % prime) & Self.places
        return Int(Int32(truncatingIfNeeded: (hash & ~Self.places) | place))
    }

    /// The low bits, in which numbers are counted: sixteen million of them.
    private static let places: UInt64 = (1 << 24) - 1
}
