import Mining

/// The text of a value: a number, optionally followed by a unit or a factor.
///
/// | written | means |
/// |---|---|
/// | `38.5`, `+5`, `-3`, `−3`, `- 3`, `4.97E-08` | a number |
/// | `1,234.5`, `1 234.5`, `1'234.5` | groups of thousands (`GroupSeparator`) |
/// | `(15.8)`, `( 15.8 )` | minus 15.8, as accountants write it |
/// | `$3.2`, `US$3.2`, `USD 3.2`, `-$3.2`, `($3.2)` | money |
/// | `12 EH/s`, `47%`, `300bp`, `$45/MWh` | a number and its unit |
/// | `62 bn`, `$3.2 million`, `(15.8) million` | a number and its factor |
/// | nothing, `N/A`, `NA`, `N/M`, `null`, `-`, `–`, `—`, `$ -` | that there is no value |
///
/// With a decimal comma, point and comma are swapped: `1.234,5`.
struct ValueText {
    /// Why a text is not a value.
    enum SyntaxError: Error {
        case notNumber
        /// A comma that does not separate groups of three digits.
        case misplacedComma
        /// The same for a point if the comma is the decimal mark.
        case misplacedPoint
        /// Digits after a space or an apostrophe that are not a group of three.
        case misplacedDigits
        /// More digits than a quantity can have.
        case tooLarge
    }

    var number: DecimalNumber
    /// The dollar sign before the number; nil if there is none.
    var currency: DollarSign?
    /// Whether a dollar sign precedes the number.
    var hasCurrency: Bool { currency != nil }
    /// The range of the text after the number, without spaces around it.
    var suffix: Range<Int>

    /// Reads a cell without spaces around it; nil if it is empty or a missing-value marker.
    ///
    /// - Throws: `SyntaxError` if the text is not a value.
    @inline(__always)
    static func read(_ cell: Span<UInt8>, _ mark: DecimalMark) throws(SyntaxError) -> ValueText? {
        if let number = plainNumber(cell, point: mark.byte) {
            return ValueText(number: number, currency: nil, suffix: 0..<0)
        }
        return saysMissing(cell) || isDash(cell) ? nil : try ValueText(cell, mark)
    }

    /// Fast path for nearly all cells: up to 18 characters of digits, with at most one decimal mark
    /// and a minus sign. Nil for anything else.
    @inline(__always)
    private static func plainNumber(_ cell: Span<UInt8>, point mark: UInt8) -> DecimalNumber? {
        var index = 0
        let isNegative = !cell.isEmpty && cell[0] == .hyphen
        if isNegative { index = 1 }
        guard index < cell.count, cell.count <= 18 else { return nil }
        var mantissa: Int64 = 0
        var point: Int?
        while index < cell.count {
            let digit = cell[index] &- .zero
            if digit <= 9 {
                mantissa = mantissa &* 10 &+ Int64(digit)
            } else if cell[index] == mark, point == nil, index + 1 < cell.count {
                point = index
            } else {
                return nil
            }
            index += 1
        }
        let decimals = point.map { cell.count - $0 - 1 } ?? 0
        return DecimalNumber(
            mantissa: Int128(isNegative ? -mantissa : mantissa), decimals: decimals)
    }

    private static func saysMissing(_ cell: Span<UInt8>) -> Bool {
        cell.isEmpty || cell.isWord("n/a") || cell.isWord("na") || cell.isWord("n/m")
            || cell.isWord("null") || cell.isWord("-") || cell.isWord("–") || cell.isWord("—")
    }

    /// Whether the cell is a dash behind a dollar sign, as statements write it for nothing: `$ -`.
    private static func isDash(_ cell: Span<UInt8>) -> Bool {
        guard let sign = DollarSign(startOf: cell) else { return false }
        let rest = cell.extracting(sign.length..<cell.count)
        let dash = rest.extracting(rest.trimmed)
        return dash.isWord("-") || dash.isWord("–") || dash.isWord("—")
    }

    private init(number: DecimalNumber, currency: DollarSign?, suffix: Range<Int>) {
        self.number = number
        self.currency = currency
        self.suffix = suffix
    }

    private init(_ cell: Span<UInt8>, _ mark: DecimalMark) throws(SyntaxError) {
        var cursor = 0
        let prefix = Prefix(cell, &cursor)
        let magnitude = try Self.magnitude(cell, &cursor, mark)
        var suffix = cursor..<cell.count
        if prefix.opensParenthesis {
            guard let close = suffix.first(where: { cell[$0] == UInt8(ascii: ")") }) else {
                throw .notNumber
            }
            // The unit is inside the parentheses, as in (15.8 BTC), or after them.
            let inner = trimmed(cell, suffix.lowerBound..<close)
            let outer = trimmed(cell, close + 1..<cell.count)
            guard inner.isEmpty || outer.isEmpty else { throw .notNumber }
            suffix = inner.isEmpty ? outer : inner
        }
        number = magnitude
        if prefix.isNegative { number.mantissa = -number.mantissa }
        currency = prefix.currency
        self.suffix = trimmed(cell, suffix)
    }

    /// Reads digits, group separators, a decimal mark and an exponent from `cursor` on.
    private static func magnitude(
        _ cell: Span<UInt8>, _ cursor: inout Int, _ mark: DecimalMark
    ) throws(SyntaxError) -> DecimalNumber {
        var digits: [UInt8] = []
        var separator: GroupSeparator?
        var group = 0  // digits since the last separator, or the start
        var hasPoint = false
        scanning: while cursor < cell.count {
            let byte = cell[cursor]
            if byte &- .zero <= 9 {
                digits.append(byte)
                group += 1
                cursor += 1
            } else if byte == mark.byte, !hasPoint {
                if let separator, group != 3 { throw syntaxError(at: separator, mark) }
                digits.append(.point)
                hasPoint = true
                cursor += 1
            } else if let next = GroupSeparator(cell, at: cursor, mark) {
                guard !hasPoint, separator.map({ $0 == next && group == 3 }) ?? (1...3 ~= group)
                else { throw syntaxError(at: next, mark) }
                // No number with groups of thousands begins with a zero.
                guard digits.first != .zero else { throw syntaxError(at: next, mark) }
                separator = next
                group = 0
                cursor += next.length
            } else if byte | 0x20 == UInt8(ascii: "e"), let exponent = exponent(cell, from: cursor)
            {
                for index in exponent { digits.append(cell[index]) }
                cursor = exponent.upperBound
                break scanning
            } else {
                break scanning
            }
        }
        if let separator, !hasPoint, group != 3 { throw syntaxError(at: separator, mark) }
        guard let number = DecimalNumber(digits) else {
            throw digits.contains { $0 != .point } ? .tooLarge : .notNumber
        }
        return number
    }

    /// The error for a separator that does not separate groups of three digits.
    private static func syntaxError(
        at separator: GroupSeparator, _ mark: DecimalMark
    ) -> SyntaxError {
        guard separator == .mark else { return .misplacedDigits }
        return mark == .point ? .misplacedComma : .misplacedPoint
    }

    /// The range of an exponent such as `E-08`; nil if the letter begins a unit, as in `12EH/s`.
    private static func exponent(_ cell: Span<UInt8>, from start: Int) -> Range<Int>? {
        var end = start + 1
        if end < cell.count, cell[end] == .hyphen || cell[end] == UInt8(ascii: "+") { end += 1 }
        let firstDigit = end
        while end < cell.count, cell[end] &- .zero <= 9 { end += 1 }
        return end > firstDigit ? start..<end : nil
    }
}

/// A dollar sign before the digits of a value.
enum DollarSign {
    /// `$`, which may be the sign of other dollars.
    case alone
    /// `US$`, `USD`
    case ofUnitedStates

    /// The sign at the start of `text`; nil if there is none.
    init?(startOf text: Span<UInt8>) {
        if text[0] == UInt8(ascii: "$") {
            self = .alone
            return
        }
        guard text.count >= 3 else { return nil }
        let start = text.extracting(0..<3)
        guard start.isWord("us$") || start.isWord("usd") else { return nil }
        self = .ofUnitedStates
    }

    /// The length in bytes.
    var length: Int { self == .alone ? 1 : 3 }
}

/// The signs before the digits of a value.
private struct Prefix {
    var isNegative = false
    var currency: DollarSign?
    var opensParenthesis = false

    /// Reads sign, dollar sign and parenthesis, each at most once and with or without spaces after
    /// it. A parenthesis counts as a minus sign, so there is no other sign inside it.
    init(_ cell: Span<UInt8>, _ cursor: inout Int) {
        var hasSign = false
        while cursor < cell.count {
            let rest = cell.extracting(cursor..<cell.count)
            if !hasSign, let sign = Self.sign(rest) {
                isNegative = sign.isNegative
                hasSign = true
                cursor += sign.length
            } else if currency == nil, let sign = DollarSign(startOf: rest) {
                currency = sign
                cursor += sign.length
            } else if !hasSign, rest[0] == UInt8(ascii: "(") {
                opensParenthesis = true
                isNegative = true
                hasSign = true
                cursor += 1
            } else {
                return
            }
            while let space = NumberSpace(cell, at: cursor) { cursor += space.length }
        }
    }

    private static func sign(_ text: Span<UInt8>) -> (isNegative: Bool, length: Int)? {
        switch text[0] {
        case UInt8(ascii: "+"): (false, 1)
        case .hyphen: (true, 1)
        // U+2212 MINUS SIGN
        case 0xE2 where text.count >= 3 && text[1] == 0x88 && text[2] == 0x92: (true, 3)
        default: nil
        }
    }
}

private func trimmed(_ cell: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let trimmed = cell.extracting(range).trimmed
    return trimmed.lowerBound + range.lowerBound..<trimmed.upperBound + range.lowerBound
}
