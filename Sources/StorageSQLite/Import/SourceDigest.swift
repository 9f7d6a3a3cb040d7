/// The number by which a text is found in the table of sources. The index has these numbers instead
/// of the texts, which a book would otherwise store twice.
///
/// It is a hash of everything except the decimal digits, plus the number that the digits form. So
/// URLs that differ only in a date or number, like those of one company's releases, are side by side
/// in the index, and an import that adds them writes few pages. With a hash of the whole text each
/// batch would touch nearly every page. Texts with the same digest are compared.
///
/// Books store it, so it must never change.
enum SourceDigest {
    /// A number of 32 bits with a sign, since SQLite stores such in four bytes.
    static func digest(of text: Span<UInt8>) -> Int {
        // FNV-1a (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv).
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var number: UInt64 = 0
        // The greatest prime below the number of places. Modulo a power of two the leading digits of
        // a long number would be lost, since powers of ten are even.
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

    /// The low bits, which hold the number: sixteen million places.
    private static let places: UInt64 = (1 << 24) - 1
}
