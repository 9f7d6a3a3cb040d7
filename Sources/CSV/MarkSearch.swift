/// Finds, one after the other, the bytes that can have a meaning for the scanner: its marks.
///
/// Marks are the delimiter, the quote, and everything below 0x0E: NUL, LF, CR, and a few control
/// characters that the scanner then takes for text. Any other byte belongs to a field and isn't
/// looked at by itself: eight are compared at a step, as the bytes of one integer.
/// https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
struct MarkSearch {
    private typealias Word = UInt64

    private static var ones: Word { 0x0101_0101_0101_0101 }
    private static var lowBits: Word { 0x7F * ones }
    private static var highBits: Word { 0x80 * ones }

    private let delimiters: Word
    /// Where in the bytes the current word is.
    private var position: Int
    /// The high bit of each byte of the current word that is a mark not yet returned.
    private var pending: Word = 0

    /// A search from `start` on.
    @inline(__always)
    init(delimiter: UInt8, from start: Int) {
        delimiters = Word(delimiter) &* Self.ones
        position = start - 8
    }

    /// The index of the next mark in `bytes`, which must be the same in every call;
    /// `bytes.byteCount` after the last mark.
    @inline(__always)
    mutating func next(in bytes: RawSpan) -> Int {
        while pending == 0 {
            position += 8
            guard position < bytes.byteCount else {
                position = bytes.byteCount - 8
                return bytes.byteCount
            }
            pending = marks(of: word(in: bytes))
        }
        let index = position + pending.trailingZeroBitCount / 8
        pending &= pending &- 1
        return index
    }

    /// The eight bytes at `position`, the first one in the lowest byte. Past the end of `bytes` it
    /// is filled with 0xFF, which is not a mark.
    @inline(__always)
    private func word(in bytes: RawSpan) -> Word {
        guard bytes.byteCount - position < 8 else {
            // Safe: the load checks its bounds, and any eight bytes are an integer.
            return Word(
                littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: Word.self))
        }
        var word = Word.max
        for index in (position..<bytes.byteCount).reversed() {
            word = word << 8 | Word(bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
        }
        return word
    }

    /// The high bit of every byte of `word` that is a mark.
    ///
    /// Adding 0x7F to the low seven bits of a byte carries into the high bit unless they are all
    /// zero, adding 0x72 unless they are below 0x0E; no carry leaves its byte.
    @inline(__always)
    private func marks(of word: Word) -> Word {
        let quotes = Word(UInt8.quote) * Self.ones
        let notDelimiter = word ^ delimiters
        let notQuote = word ^ quotes
        return
            ~((((notDelimiter & Self.lowBits) &+ Self.lowBits) | notDelimiter)
            & (((notQuote & Self.lowBits) &+ Self.lowBits) | notQuote)
            & (((word & Self.lowBits) &+ 0x72 * Self.ones) | word))
            & Self.highBits
    }
}
