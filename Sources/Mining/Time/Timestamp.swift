/// A point in time to the second, in UTC: when something was imported into a book.
package struct Timestamp: Sendable, Hashable {
    /// Unix time: seconds since 1970-01-01T00:00:00Z, without leap seconds.
    package let secondsSince1970: Int

    /// Limits `seconds` to the time from the first to the last `Day`.
    package init(secondsSince1970 seconds: Int) {
        secondsSince1970 = min(
            max(seconds, Day.first.number * 86_400), Day.last.number * 86_400 + 86_399)
    }

    /// The UTC date.
    package var day: Day {
        Day.first.advanced(by: (secondsSince1970 - secondOfDay) / 86_400 - Day.first.number)
    }

    private var secondOfDay: Int {
        let remainder = secondsSince1970 % 86_400
        return remainder < 0 ? remainder + 86_400 : remainder
    }
}

extension Timestamp: Comparable {
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}

extension Timestamp: CustomStringConvertible {
    /// ISO 8601: `2026-01-15T12:30:00Z`.
    package var description: String {
        let second = secondOfDay
        return String(capacity: Day.textLength + 10) { output in
            day.write(to: &output)
            output.append("T")
            output.append(digits: UInt64(second / 3_600), width: 2)
            output.append(":")
            output.append(digits: UInt64(second / 60 % 60), width: 2)
            output.append(":")
            output.append(digits: UInt64(second % 60), width: 2)
            output.append("Z")
        }
    }

    /// Reads ISO 8601 `2026-01-15T12:30:00Z`. Returns nil for any other form.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
            let day = Day(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = wholeNumber(bytes[11..<13]), let minute = wholeNumber(bytes[14..<16]),
            let second = wholeNumber(bytes[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(secondsSince1970: day.number * 86_400 + hour * 3_600 + minute * 60 + second)
    }
}
