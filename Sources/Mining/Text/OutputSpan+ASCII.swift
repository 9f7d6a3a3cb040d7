/// Writing ASCII text directly into a buffer.
///
/// A book has millions of numbers and days. Creating a `String` for each would take several times
/// as long as writing its bytes.
extension OutputSpan<UInt8> {
    /// Appends `value` in decimal digits, padded with leading zeros to `width` (at most 20).
    mutating func append(digits value: UInt64, width: Int = 1) {
        var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
        var rest = value
        var start = digits.count
        while rest > 0 {
            start -= 1
            digits[start] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        for index in min(start, digits.count - width)..<digits.count { append(digits[index]) }
    }

    /// Appends an ASCII character.
    mutating func append(_ character: Unicode.Scalar) { append(UInt8(ascii: character)) }
}

extension String {
    /// The ASCII text that `write` appends, which is at most `capacity` bytes long.
    init(capacity: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
        self.init(unsafeUninitializedCapacity: capacity) { buffer in
            var output = OutputSpan(buffer: buffer, initializedCount: 0)
            write(&output)
            return output.finalize(for: buffer)
        }
    }
}
