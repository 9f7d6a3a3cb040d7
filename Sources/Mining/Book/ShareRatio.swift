/// A ratio of two numbers of shares in lowest terms, such as 25:1 for a split into 25, 1:20 for a
/// reverse split, or 15:1 for a depositary share (ADS) of 15 ordinary shares.
package struct ShareRatio: Sendable, Hashable {
    /// The number before the colon; at least 1.
    package let first: Int
    /// The number after the colon; at least 1.
    package let second: Int

    /// One for one.
    package static let one = ShareRatio(lowest: 1, 1)
    /// The greatest number on either side of the colon.
    package static let limit = 1_000_000

    /// The ratio `first`:`second`. Returns nil unless both are 1 … `limit`.
    package init?(_ first: Int, _ second: Int) {
        guard (1...Self.limit).contains(first), (1...Self.limit).contains(second) else {
            return nil
        }
        var (divisor, rest) = (first, second)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        self.init(lowest: first / divisor, second / divisor)
    }

    private init(lowest first: Int, _ second: Int) {
        self.first = first
        self.second = second
    }
}

extension ShareRatio: CustomStringConvertible {
    /// `25:1`.
    package var description: String { "\(first):\(second)" }

    /// Reads `25:1`, `25-for-1` or `25 for 1`. Returns nil for any other text, such as a number: a
    /// spreadsheet may have made it from a date.
    package init?(_ text: some StringProtocol) {
        let sides = text.split(separator: ":", omittingEmptySubsequences: false)
            .map { side in String(side.filter { $0 != " " }) }
        let words = text.lowercased().split { $0 == "-" || $0 == " " }
        if sides.count == 2, let first = Int(sides[0]), let second = Int(sides[1]) {
            self.init(first, second)
        } else if words.count == 3, words[1] == "for", let first = Int(words[0]),
            let second = Int(words[2])
        {
            self.init(first, second)
        } else {
            return nil
        }
    }

    /// Reads a number of shares for one, with up to six decimals: `15` is 15:1, `0.5` is 1:2.
    /// Returns nil for any other text.
    package init?(number text: some StringProtocol) {
        guard let number = DecimalNumber(text.utf8), !number.isTruncated,
            (0...6).contains(number.decimals), (1...Int128(Self.limit)).contains(number.mantissa)
        else { return nil }
        self.init(Int(number.mantissa), Int(powerOfTen(number.decimals)))
    }

    /// The number of shares for one, with six decimals at most: `15`, `0.5`.
    package var number: DecimalNumber {
        var number = DecimalNumber(
            mantissa: Int128(first) * powerOfTen(6) / Int128(second), decimals: 6)
        while number.decimals > 0, number.mantissa.isMultiple(of: 10) {
            number.mantissa /= 10
            number.decimals -= 1
        }
        return number
    }
}
