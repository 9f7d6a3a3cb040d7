/// A number as a cell has it, in decimal digits.
///
/// Spreadsheet programs calculate in binary and store 17 digits, so that 0.3 may be
/// `0.30000000000000004`. They show and compare 15 digits at most, and so does this.
struct CellNumber {
    private static let digitLimit = 15

    private(set) var isNegative = false
    /// Digits without zeros at either end; empty for zero. At most 15.
    private var digits: [UInt8] = []
    /// How many of the digits are before the point: 2 for 12.5, −1 for 0.05.
    private var pointPlace = 0

    /// Nil if the bytes are not a number, such as `-1.5E-3`.
    init?(_ bytes: Span<UInt8>) {
        var index = 0
        if index < bytes.count,
            bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
        {
            isNegative = bytes[index] == UInt8(ascii: "-")
            index += 1
        }
        var hasPoint = false
        var hasDigit = false
        digits.reserveCapacity(17)
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- UInt8(ascii: "0") <= 9 {
                hasDigit = true
                if digits.isEmpty, byte == UInt8(ascii: "0") {
                    if hasPoint { pointPlace -= 1 }
                } else {
                    if !hasPoint { pointPlace += 1 }
                    // One digit more than is kept decides how the last one is rounded.
                    if digits.count <= Self.digitLimit { digits.append(byte) }
                }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            index += 1
        }
        guard hasDigit else { return nil }
        if index < bytes.count {
            guard let exponent = Self.exponent(bytes.extracting(index..<bytes.count)) else {
                return nil
            }
            pointPlace += exponent
        }
        round()
    }

    /// The exponent in `E-08`; nil if it is none, or beyond what any program stores.
    private static func exponent(_ bytes: Span<UInt8>) -> Int? {
        guard bytes[0] | 0x20 == UInt8(ascii: "e") else { return nil }
        let sign = bytes.count > 1 && bytes[1] == UInt8(ascii: "-") ? -1 : 1
        let start = bytes.count > 1 && (sign < 0 || bytes[1] == UInt8(ascii: "+")) ? 2 : 1
        guard start < bytes.count, bytes.count - start <= 3 else { return nil }
        var exponent = 0
        for index in start..<bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            exponent = exponent * 10 + Int(digit)
        }
        return sign * exponent
    }

    /// Rounds to 15 digits, half away from zero, and removes zeros at the end.
    private mutating func round() {
        if digits.count > Self.digitLimit {
            let roundsUp = digits[Self.digitLimit] >= UInt8(ascii: "5")
            digits.removeLast(digits.count - Self.digitLimit)
            if roundsUp { increment() }
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.isEmpty {
            isNegative = false
            pointPlace = 0
        }
    }

    private mutating func increment() {
        while let last = digits.last, last == UInt8(ascii: "9") { digits.removeLast() }
        if let last = digits.popLast() {
            digits.append(last + 1)
        } else {
            digits = [UInt8(ascii: "1")]
            pointPlace += 1
        }
    }

    /// The number times ten to the power of `exponent`.
    func timesTen(toThe exponent: Int) -> CellNumber {
        var number = self
        if !digits.isEmpty { number.pointPlace += exponent }
        return number
    }

    /// Appends the digits and the point, without the sign: `0.47`. A number with more than 40
    /// digits before the point, or 40 zeros after it, gets an exponent.
    func appendMagnitude(to text: inout [UInt8]) {
        guard !digits.isEmpty else {
            text.append(UInt8(ascii: "0"))
            return
        }
        guard (-40...40).contains(pointPlace) else {
            text += digits
            text += "E\(pointPlace - digits.count)".utf8
            return
        }
        if pointPlace <= 0 {
            text += "0.".utf8
            text += repeatElement(UInt8(ascii: "0"), count: -pointPlace)
            text += digits
        } else if pointPlace >= digits.count {
            text += digits
            text += repeatElement(UInt8(ascii: "0"), count: pointPlace - digits.count)
        } else {
            text += digits[..<pointPlace]
            text.append(UInt8(ascii: "."))
            text += digits[pointPlace...]
        }
    }

    /// The number as days and seconds of a day; the seconds are rounded. Nil if the number is
    /// negative or has more than nine digits before the point.
    var daysAndSeconds: (days: Int, seconds: Int)? {
        guard !isNegative, pointPlace <= 9 else { return nil }
        var days = 0
        // The fraction in units of 10⁻¹².
        var fraction = 0
        for place in 0..<max(pointPlace, 0) {
            days = days * 10 + Int(place < digits.count ? digits[place] &- UInt8(ascii: "0") : 0)
        }
        for place in pointPlace..<pointPlace + 12 {
            let digit = digits.indices.contains(place) ? digits[place] &- UInt8(ascii: "0") : 0
            fraction = fraction * 10 + Int(digit)
        }
        let seconds = (fraction * 86_400 + 500_000_000_000) / 1_000_000_000_000
        return seconds == 86_400 ? (days + 1, 0) : (days, seconds)
    }
}
