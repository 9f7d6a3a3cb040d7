/// A period as files and options write it, parsed. A fiscal period becomes days only with the
/// company whose fiscal year it is: see `period(fiscalYearEnd:)`.
///
/// | written | means |
/// |---|---|
/// | `2025-12-31` | the day |
/// | `2025-12` | the month |
/// | `2025Q4`, `2025-Q4`, `Q4 2025`, `4Q25`, `4Q2025` | the calendar quarter |
/// | `2025` | the calendar year |
/// | `FY26Q1`, `FY2026 Q1`, `Q1 FY26`, `1QFY26` | a quarter of a fiscal year |
/// | `FY26`, `FY2026` | a fiscal year, named after the year it ends in |
/// | `H1 2025`, `2H25`, `9M25`, `9M FY26` | a half of a year, or its first months |
/// | `December 2025`, `Dec '25`, `Q1'25`, `Q1/25`, `First quarter of 2025` | as reports print it |
/// | `CQ1'25`, `CY25`; `FQ1'26`, `F1Q26` | of the calendar year; of the fiscal year |
/// | `Three months ended December 31, 2025`, `As of Dec 31, 2025` | as statements print it |
/// | `2026-01-01/2026-01-15` | from the first to the second, both included |
/// | `12/2025`, `2025/12` | the month |
/// | `TTM 2025-12-31`, `2025Q4 TTM`, `FY26Q1 TTM`, `LTM Sep-25` | the twelve months that end with it |
///
/// Letter case does not matter, nor do spaces between parts. Two-digit years are 20xx.
package enum PeriodText: Sendable, Hashable {
    /// A period of the calendar, the same for all companies.
    case calendar(Period)
    /// Some months of a fiscal year, counted from 0: `0..<3` are its first quarter.
    case fiscal(year: Int, months: Range<Int>)
    /// The twelve months that end with a fiscal period.
    indirect case trailingYear(of: PeriodText)

    /// Returns nil if the text has none of these forms or names a day that does not exist.
    package init?(_ text: some StringProtocol) {
        guard let parsed = Self.parsed(text) else { return nil }
        self = parsed.period
    }

    /// Reads a period like the initializer. `isFixed` says that the text alone decides the days:
    /// neither the name of its column nor an option can change them, for example to a fiscal
    /// period. This holds for intervals, trailing twelve months, `CQ1'25` and periods named by
    /// their last day.
    package static func parsed(
        _ text: some StringProtocol
    ) -> (period: PeriodText, isFixed: Bool)? {
        if let period = PeriodText(code: text) {
            // Intervals and trailing twelve months. No other code has a T.
            // Bytes are compared because every new period comes through here.
            let isFixed = text.utf8.contains { byte in
                byte == UInt8(ascii: "/") && text.utf8.count > monthSize
                    || byte | 0x20 == UInt8(ascii: "t")
            }
            return (period, isFixed)
        }
        let hasLetter = text.utf8.contains {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
        }
        guard hasLetter, let printed = PrintedPeriod(String(text)) else { return nil }
        return (printed.period, printed.isFixed)
    }

    /// Whether a text is a year of four digits and nothing else.
    package static func isYear(_ text: String) -> Bool { text.utf8.count == 4 && Int(text) != nil }

    /// The length of `12/2025`; intervals are longer.
    private static let monthSize = 7

    /// A period as a code, such as `2025Q4`.
    private init?(code text: some StringProtocol) {
        guard let compact = Self.withoutSpaces(text.utf8.map(uppercased)) else { return nil }
        if let end = Self.endOfTrailingYear(compact) {
            switch PeriodText(simple: end) {
            case .calendar(let end)?:
                guard let year = end.trailingYear else { return nil }
                self = .calendar(year)
            case let end?: self = .trailingYear(of: end)
            case nil:
                guard let year = Self.monthByName(end)?.trailingYear else { return nil }
                self = .calendar(year)
            }
        } else if let separator = compact.firstIndex(of: UInt8(ascii: "/")) {
            if let month = Self.month(compact, separator) {
                self = .calendar(month)
                return
            }
            guard case .calendar(let start)? = PeriodText(simple: compact[..<separator]),
                case .calendar(let end)? = PeriodText(simple: compact[(separator + 1)...]),
                let period = Period(start.first, end.last)
            else { return nil }
            self = .calendar(period)
        } else {
            guard let simple = PeriodText(simple: compact[...]) else { return nil }
            self = simple
        }
    }

    /// The days of the period for a company whose fiscal year ends in month `fiscalYearEnd`
    /// (1 … 12). Nil if the period is fiscal and that month is not known.
    package func period(fiscalYearEnd: Int?) -> Period? {
        switch self {
        case .calendar(let period): return period
        case .trailingYear(let end): return end.period(fiscalYearEnd: fiscalYearEnd)?.trailingYear
        case .fiscal(let year, let months):
            guard let fiscalYearEnd, (1...12).contains(fiscalYearEnd) else { return nil }
            // A fiscal year 2026 that ends in June 2026 begins in July 2025.
            let offset = fiscalYearEnd % 12 + months.lowerBound
            let startYear = fiscalYearEnd == 12 ? year : year - 1
            return Period(
                year: startYear + offset / 12, firstMonth: offset % 12 + 1, months: months.count)
        }
    }

    /// What follows or precedes `TTM` (trailing twelve months) or `LTM` (last twelve months); nil if the
    /// text has neither at either end.
    private static func endOfTrailingYear(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        for mark in ["TTM".utf8, "LTM".utf8] {
            if bytes.starts(with: mark) { return bytes.dropFirst(mark.count) }
            if bytes.suffix(mark.count).elementsEqual(mark) { return bytes.dropLast(mark.count) }
        }
        return nil
    }

    /// `SEP2025`, or `SEP-25`, whose number cannot be the end of a month.
    private static func monthByName(_ bytes: ArraySlice<UInt8>) -> Period? {
        let text = String(decoding: bytes, as: UTF8.self)
        if case .calendar(let month)? = PrintedPeriod(text)?.period, month.wholeMonths == 1 {
            return month
        }
        guard let short = ShortMonthText(text), !short.mayBeEnd else { return nil }
        return short.period
    }

    /// `12/2025` or `2025/12`, with the index of the slash.
    private static func month(_ bytes: [UInt8], _ separator: Int) -> Period? {
        var (year, month) = (bytes[(separator + 1)...], bytes[..<separator])
        if month.count == 4 { (year, month) = (month, year) }
        guard year.count == 4, (1...2).contains(month.count), let number = wholeNumber(month)
        else { return nil }
        return wholeNumber(year).flatMap { Period(year: $0, month: number) }
    }

    /// Removes the spaces between parts. Returns nil if a space separates two digits, except after
    /// the number of a quarter, as in `Q4 2025`.
    private static func withoutSpaces(_ bytes: [UInt8]) -> [UInt8]? {
        let pieces = bytes.split(separator: UInt8(ascii: " "))
        for (piece, next) in zip(pieces, pieces.dropFirst()) {
            guard let last = piece.last, let first = next.first,
                wholeNumber([last]) != nil, wholeNumber([first]) != nil
            else { continue }
            guard piece.dropLast().last == UInt8(ascii: "Q") else { return nil }
        }
        return Array(pieces.joined())
    }

    private init?(simple bytes: ArraySlice<UInt8>) {
        if let period = Self.dated(bytes) ?? Self.quarter(bytes) {
            self = .calendar(period)
        } else if let fiscal = Self.fiscal(bytes) {
            self = fiscal
        } else {
            return nil
        }
    }

    /// `2025`, `2025-12`, `2025-12-31`.
    private static func dated(_ bytes: ArraySlice<UInt8>) -> Period? {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
            let year = wholeNumber(parts[0])
        else { return nil }
        switch parts.count {
        case 1: return Period(year: year)
        case 2: return wholeNumber(parts[1]).flatMap { Period(year: year, month: $0) }
        case 3:
            guard let month = wholeNumber(parts[1]), let day = wholeNumber(parts[2]) else {
                return nil
            }
            return Day(year: year, month: month, day: day).map(Period.init(day:))
        default: return nil
        }
    }

    /// `2025Q4`, `2025-Q4`, `Q42025`, `4Q25`, `4Q2025`.
    private static func quarter(_ bytes: ArraySlice<UInt8>) -> Period? {
        let parts = bytes.split(separator: UInt8(ascii: "Q"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        var (before, after) = (parts[0], parts[1])
        if before.isEmpty {
            guard after.count == 5 || after.count == 3 else { return nil }
            (before, after) = (after.prefix(1), after.dropFirst())
        }
        if before.count == 1 {
            guard let quarter = wholeNumber(before), let year = year(after) else { return nil }
            return Period(year: year, quarter: quarter)
        }
        if before.last == UInt8(ascii: "-") { before = before.dropLast() }
        guard before.count == 4, after.count == 1, let year = wholeNumber(before),
            let quarter = wholeNumber(after)
        else { return nil }
        return Period(year: year, quarter: quarter)
    }

    /// `FY26`, `FY26Q1`, `FY26-Q1`, `Q1FY26`, `1QFY26`.
    private static func fiscal(_ bytes: ArraySlice<UInt8>) -> PeriodText? {
        let mark: [UInt8] = [UInt8(ascii: "F"), UInt8(ascii: "Y")]
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else {
            return nil
        }
        let before = withoutHyphen(bytes[..<start])
        let after = bytes[(start + 2)...]
        var parts = after.split(separator: UInt8(ascii: "Q"), omittingEmptySubsequences: false)
        if parts.count == 2 { parts[0] = withoutHyphen(parts[0]) }
        guard let year = parts.first.flatMap(year), parts.count <= 2 else { return nil }
        if before.isEmpty, parts.count == 1 { return .fiscal(year: year, months: 0..<12) }
        let digits = before.isEmpty ? Array(parts[1]) : before.filter { $0 != UInt8(ascii: "Q") }
        guard before.isEmpty || (parts.count == 1 && before.count == 2), digits.count == 1,
            let quarter = wholeNumber(digits), (1...4).contains(quarter)
        else { return nil }
        return .fiscal(year: year, months: quarter * 3 - 3..<quarter * 3)
    }

    private static func withoutHyphen(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.last == UInt8(ascii: "-") ? bytes.dropLast() : bytes
    }

    private static func year(_ bytes: some Collection<UInt8>) -> Int? {
        switch bytes.count {
        case 4: wholeNumber(bytes)
        case 2: wholeNumber(bytes).map { 2000 + $0 }
        default: nil
        }
    }
}

private func uppercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
}
