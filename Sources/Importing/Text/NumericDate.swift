import Mining

/// A date of three numbers whose year comes last, such as `31/12/2025`, `1.2.2025` or `12-31-2025`,
/// read from the bytes of a cell. This is the fast path for most dates that are not in ISO 8601.
///
/// `DateText` reads these dates, too, and all others, in the same way.
struct NumericDate {
    private let first, second, year: Int

    /// Nil if the cell has any other form: the year must have four digits, the other numbers one or
    /// two, and the same `/`, `.` or `-` must be between them twice.
    @inline(__always)
    init?(_ cell: Span<UInt8>) {
        guard cell.count >= 8, cell.count <= 10 else { return nil }
        let mark = cell.count - 5
        let separator = cell[mark]
        guard separator == UInt8(ascii: "/") || separator == .point || separator == .hyphen else {
            return nil
        }
        let firstMark = cell[1] == separator ? 1 : 2
        guard cell[firstMark] == separator, mark - firstMark == 2 || mark - firstMark == 3 else {
            return nil
        }
        var isNumber = true
        func number(_ range: Range<Int>) -> Int {
            var number = 0
            for index in range {
                let digit = cell[index] &- .zero
                isNumber = isNumber && digit <= 9
                number = number &* 10 &+ Int(digit)
            }
            return number
        }
        first = number(0..<firstMark)
        second = number(firstMark + 1..<mark)
        year = number(mark + 1..<cell.count)
        guard isNumber else { return nil }
    }

    /// The day in an order; nil if there is no such day, or if the year comes first in that order.
    @inline(__always)
    func day(in order: DateOrder) -> Day? {
        switch order {
        case .ymd: nil
        case .dmy: Day(year: year, month: second, day: first)
        case .mdy: Day(year: year, month: first, day: second)
        }
    }
}
