/// A time of day written after a date: `23:00`, `23:00:00.000Z`, `9:30:00+01:00`,
/// `00:00:00 UTC`, `4:00 PM`.
struct TimeText {
    /// Minutes since midnight.
    private let minutes: Int
    /// Minutes ahead of UTC, or nil if the text has no offset.
    private let offset: Int?

    /// The index of the space or `T` that separates date and time, given the index of the time's
    /// first colon. Nil if something else precedes the hour.
    static func start(in bytes: ArraySlice<UInt8>, before colon: Int) -> Int? {
        let mark = bytes[..<colon].lastIndex { wholeNumber([$0]) == nil }
        guard let mark, bytes[mark] == UInt8(ascii: "T") || bytes[mark] == UInt8(ascii: " ") else {
            return nil
        }
        return mark
    }

    /// Reads hours, minutes, optional seconds with fraction, and an optional offset from UTC.
    /// Returns nil for anything else.
    init?(_ bytes: ArraySlice<UInt8>) {
        var clock = bytes.filter { $0 != UInt8(ascii: " ") }[...]
        if let zone = ["Z", "UTC", "GMT"].first(where: {
            clock.suffix($0.utf8.count).elementsEqual($0.utf8)
        }) {
            offset = 0
            clock = clock.dropLast(zone.utf8.count)
        } else if let sign = clock.lastIndex(where: { "+-".utf8.contains($0) }) {
            guard let minutes = TimeText.offset(clock[sign...]) else { return nil }
            offset = minutes
            clock = clock[..<sign]
        } else {
            offset = nil
        }
        let half = ["AM", "PM"].first {
            clock.suffix(2).elementsEqual($0.utf8, by: { $0 & 0xDF == $1 })
        }
        if half != nil { clock = clock.dropLast(2) }
        let whole = clock.prefix { $0 != UInt8(ascii: ".") }
        guard clock.dropFirst(whole.count + 1).allSatisfy({ wholeNumber([$0]) != nil }) else {
            return nil
        }
        let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count <= 2 ? wholeNumber($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
            numbers[1] < 60, numbers.count == 2 || numbers[2] <= 60
        else { return nil }
        guard half == nil || (1...12).contains(numbers[0]) else { return nil }
        let hours = half == nil ? numbers[0] : numbers[0] % 12 + (half == "PM" ? 12 : 0)
        minutes = hours * 60 + numbers[1]
    }

    /// The date in a time zone `timezone` minutes ahead of UTC at this time of `day`. Returns `day`
    /// itself if `timezone` is nil.
    func day(of day: Day, timezone: Int?) -> Day {
        guard let timezone else { return day }
        let shifted = minutes - (offset ?? 0) + timezone
        return day.advanced(by: shifted < 0 ? (shifted - 1439) / 1440 : shifted / 1440)
    }

    /// The minutes of an offset such as `+01:00`, `-0500` or `+1`. Nil if it is not an offset from
    /// UTC of at most 14 hours.
    static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first, "+-".utf8.contains(sign) else { return nil }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard let number = wholeNumber(digits), digits.count <= 4 else { return nil }
        let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        guard minutes <= 14 * 60 else { return nil }
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }
}

/// Reads an offset from UTC such as `+01:00`, in minutes ahead of UTC. Returns nil if the text is
/// not an offset of at most 14 hours.
package func timezoneOffset(_ text: String) -> Int? { TimeText.offset(Array(text.utf8)[...]) }
