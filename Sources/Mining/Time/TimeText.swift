/// A time of day as it stands behind a date: `23:00`, `23:00:00.000Z`, `9:30:00+01:00`.
struct TimeText {
    /// Minutes since midnight.
    private let minutes: Int
    /// The minutes by which it is ahead of UTC, where it says so.
    private let offset: Int?

    /// Where the space or `T` stands before the hour whose end is at `colon`.
    static func start(in bytes: ArraySlice<UInt8>, before colon: Int) -> Int? {
        let mark = bytes[..<colon].lastIndex { wholeNumber([$0]) == nil }
        guard let mark, bytes[mark] == UInt8(ascii: "T") || bytes[mark] == UInt8(ascii: " ") else {
            return nil
        }
        return mark
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        var clock = bytes.filter { $0 != UInt8(ascii: " ") }[...]
        if clock.last == UInt8(ascii: "Z") {
            offset = 0
            clock = clock.dropLast()
        } else if let sign = clock.lastIndex(where: { "+-".utf8.contains($0) }) {
            guard let minutes = TimeText.offset(clock[sign...]) else { return nil }
            offset = minutes
            clock = clock[..<sign]
        } else {
            offset = nil
        }
        let whole = clock.prefix { $0 != UInt8(ascii: ".") }
        guard clock.dropFirst(whole.count + 1).allSatisfy({ wholeNumber([$0]) != nil }) else {
            return nil
        }
        let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count <= 2 ? wholeNumber($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
            numbers[1] < 60, numbers.count == 2 || numbers[2] <= 60
        else { return nil }
        minutes = numbers[0] * 60 + numbers[1]
    }

    /// The day that it is on a clock `timezone` minutes ahead of UTC; `day` without one.
    func day(of day: Day, timezone: Int?) -> Day {
        guard let timezone else { return day }
        let shifted = minutes - (offset ?? 0) + timezone
        return day.advanced(by: shifted < 0 ? (shifted - 1439) / 1440 : shifted / 1440)
    }

    /// The minutes of `+01:00`, `-0500` or `+1`; `nil` where the text is no offset from UTC.
    static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first, "+-".utf8.contains(sign) else { return nil }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard let number = wholeNumber(digits), digits.count <= 4 else { return nil }
        let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        guard minutes <= 14 * 60 else { return nil }
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
}

/// The minutes by which `text`, such as `+01:00`, is ahead of UTC; `nil` where it is no offset.
package func timezoneOffset(_ text: String) -> Int? { TimeText.offset(Array(text.utf8)[...]) }
