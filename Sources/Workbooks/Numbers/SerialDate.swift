/// The dates that a workbook's numbers stand for: days since a day before 1900, or since 1904.
enum SerialDate {
    /// Appends the date, the time, or both, that a cell with this number shows. False if no date
    /// has this number.
    static func append(
        _ number: CellNumber, as shown: NumberFormat.DateParts, from1904: Bool,
        to text: inout [UInt8]
    ) -> Bool {
        guard let (days, seconds) = number.daysAndSeconds else { return false }
        // 2,958,465 is the last day of the year 9999.
        guard days <= 2_958_465 else { return false }
        let hasDate = shown != .time
        if hasDate {
            guard from1904 || days > 0 else { return false }
            // The system of 1900 has a 29 February 1900, which is its day 60.
            if !from1904, days == 60 { return false }
            let start = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569
            append(daysSince1970: start + days, as: shown, to: &text)
        }
        if shown == .time || (seconds > 0 && shown == .day) {
            if hasDate { text.append(UInt8(ascii: "T")) }
            append(seconds / 3600, digits: 2, to: &text)
            text.append(UInt8(ascii: ":"))
            append(seconds / 60 % 60, digits: 2, to: &text)
            text.append(UInt8(ascii: ":"))
            append(seconds % 60, digits: 2, to: &text)
        }
        return true
    }

    /// The number of a day that is counted from 1970-01-01, in the system of 1900. Nil for days before
    /// March 1900, which programs number in different ways, and beyond the year 9999.
    static func number(ofDay day: Int) -> Int? {
        let number = day + 25_569
        return (61...2_958_465).contains(number) ? number : nil
    }

    /// Howard Hinnant's algorithm: years begin in March, so that the leap day is the last one.
    private static func append(
        daysSince1970 days: Int, as shown: NumberFormat.DateParts, to text: inout [UInt8]
    ) {
        let day = days + 719_468
        let era = day / 146_097
        let dayOfEra = day % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isNextYear = month >= 10
        append(era * 400 + yearOfEra + (isNextYear ? 1 : 0), digits: 4, to: &text)
        guard shown != .year else { return }
        text.append(UInt8(ascii: "-"))
        append(isNextYear ? month - 9 : month + 3, digits: 2, to: &text)
        guard shown != .month else { return }
        text.append(UInt8(ascii: "-"))
        append(dayOfYear - (153 * month + 2) / 5 + 1, digits: 2, to: &text)
    }

    private static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
