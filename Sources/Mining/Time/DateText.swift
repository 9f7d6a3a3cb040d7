/// A date as files write it, parsed but not yet decided: `01/02/2025` is a different day in each
/// `DateOrder`.
///
/// | written | means |
/// |---|---|
/// | `2025/12/31`, `2025-1-5`, `20251231` | year, month and day |
/// | `Nov 25, 2019`, `25 Nov 2019`, `25-November-2019` | the day |
/// | `25-Nov-19`, `Nov 25, 19` | the day; two-digit years are 20xx |
/// | `01/02/2025`, `31.12.2025`, `1/2/25` | depends on the order; two-digit years are 20xx |
/// | `2019-11-25T23:00:00Z`, `25.11.2019 23:00` | the day of that time |
/// | `1574636400`, `1574636400000` | the day of that Unix time, in seconds or milliseconds |
package struct DateText: Sendable {
    /// How a date is written, which tells whether the order of its parts matters.
    package enum Kind: Sendable {
        /// Only one order is possible: the year comes first with four digits, or the month is a
        /// name.
        case clear
        /// The month is a name between two numbers of two digits, as in `31-Dec-25`. The day comes
        /// first, unless the order `ymd` is given.
        case dayFirst
        /// Three numbers whose meaning depends on the order.
        case ordered
        /// Seconds or milliseconds since 1970-01-01.
        case epoch
    }

    /// How the date is written.
    package let kind: Kind
    /// The day in each order that gives one. Empty if no order gives a day that exists. A date of
    /// kind `clear` or `epoch` has at most one entry.
    package let readings: [DateOrder: Day]

    /// Returns nil if the text is not a date.
    ///
    /// If `timezone` is given, in minutes ahead of UTC, a time of day is converted to it from the
    /// offset written after the time, or from UTC if none is written. The day may change.
    package init?(_ text: String, timezone: Int? = nil) {
        var bytes = Array(text.utf8)[...]
        var time: TimeText?
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
            guard let start = TimeText.start(in: bytes, before: colon),
                let found = TimeText(bytes[(start + 1)...])
            else { return nil }
            time = found
            bytes = bytes[..<start]
        }
        guard var parts = Self.parts(of: bytes) else { return nil }
        // Some programs write ten zeros for an empty date; a recent Unix time never starts with 0.
        if parts.count == 1, time == nil, [10, 13].contains(parts[0].digits),
            bytes.first != UInt8(ascii: "0")
        {
            kind = .epoch
            let seconds = parts[0].digits == 13 ? parts[0].number / 1000 : parts[0].number
            let day = Day(number: (seconds + (timezone ?? 0) * 60) / 86_400)
            readings = day.map { [.ymd: $0] } ?? [:]
            return
        }
        if parts.count == 1, parts[0].digits == 8 {
            parts = [bytes.prefix(4), bytes.dropFirst(4).prefix(2), bytes.suffix(2)]
                .compactMap { Part($0) }
        }
        guard parts.count == 3 else { return nil }
        var readings: [DateOrder: Day] = [:]
        guard let (kind, orders) = Self.orders(parts) else { return nil }
        self.kind = kind
        for order in orders {
            let (year, month, day) =
                switch order {
                case .ymd: (parts[0], parts[1], parts[2])
                case .dmy: (parts[2], parts[1], parts[0])
                case .mdy: (parts[2], parts[0], parts[1])
                }
            let century = year.digits == 2 ? 2000 : 0
            readings[order] = Day(
                year: century + year.number, month: month.number, day: day.number
            ).map { time?.day(of: $0, timezone: timezone) ?? $0 }
        }
        self.readings = readings
    }

    /// Splits `bytes` into numbers and month names. Returns nil if there is anything else.
    ///
    /// Parts are separated by spaces, or by one punctuation mark with optional spaces around it.
    /// Three numbers must have the same separator twice.
    private static func parts(of bytes: ArraySlice<UInt8>) -> [Part]? {
        var parts: [Part] = []
        var marks: [UInt8] = []
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix { !" ,-/.".utf8.contains($0) }
            guard let part = Part(piece) else { return nil }
            parts.append(part)
            rest = rest.dropFirst(piece.count)
            let separator = rest.prefix { " ,-/.".utf8.contains($0) }
            rest = rest.dropFirst(separator.count)
            if separator.isEmpty { continue }
            let punctuation = separator.filter { $0 != UInt8(ascii: " ") }
            guard punctuation.count <= 1, !rest.isEmpty else { return nil }
            marks.append(punctuation.first ?? UInt8(ascii: " "))
        }
        let areNumbers = !parts.contains(where: \.isName)
        guard !areNumbers || Set(marks).count <= 1 else { return nil }
        return parts
    }

    /// The orders that three parts may have, judged by the number of digits of each. Returns nil
    /// if they form no date.
    private static func orders(_ parts: [Part]) -> (Kind, [DateOrder])? {
        let isShort = parts.map { (1...2).contains($0.digits) && !$0.isName }
        switch (parts[0].isName, parts[1].isName, parts[2].digits) {
        case (true, false, 4) where isShort[1]: return (.clear, [.mdy])
        case (false, true, 4) where isShort[0]: return (.clear, [.dmy])
        case (true, false, 2) where isShort[1] && !parts[2].isName: return (.clear, [.mdy])
        case (false, true, 2) where isShort[0] && !parts[2].isName:
            return parts[0].digits == 2 ? (.dayFirst, [.dmy, .ymd]) : (.clear, [.dmy])
        case (false, false, _) where parts[0].digits == 4 && isShort[1] && isShort[2]:
            return (.clear, [.ymd])
        case (false, false, 4) where isShort[0] && isShort[1]: return (.ordered, [.dmy, .mdy])
        case (false, false, 2) where isShort[0] && isShort[1] && !parts[2].isName:
            return (.ordered, parts[0].digits == 2 ? [.ymd, .dmy, .mdy] : [.dmy, .mdy])
        default: return nil
        }
    }

    /// One part of a date: a number, or the name of a month.
    private struct Part {
        /// The number, or 1 … 12 for a month name.
        var number: Int
        /// How many digits were written; 0 for a month name.
        var digits = 0
        var isName: Bool { digits == 0 }

        init?(_ bytes: some Collection<UInt8>) {
            if bytes.count <= 13, let number = Self.number(bytes) {
                (self.number, digits) = (number, bytes.count)
                return
            }
            let name = String(decoding: bytes, as: UTF8.self).lowercased()
            guard let month = MonthName.number(of: name) else { return nil }
            number = month
        }

        /// Reads digits without a sign. Returns nil for anything else.
        private static func number(_ bytes: some Collection<UInt8>) -> Int? {
            bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ? Int(String(decoding: bytes, as: UTF8.self)) : nil
        }
    }
}
