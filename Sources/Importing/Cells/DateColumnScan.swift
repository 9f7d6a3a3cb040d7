import Mining

/// The date orders that fit all dates of a column, and whether texts such as `Dec-25` are months in
/// it.
struct DateColumnScan {
    /// The orders in which every date of the column is a valid day.
    private(set) var orders = Set(DateOrder.allCases)
    /// The text and line of the date after which no order was left; nil if one is left.
    private(set) var contradiction: (text: String, line: Int)?
    /// The last date that excluded an order.
    private var decisive: (text: String, line: Int)?
    private var epochCount = 0
    private var otherCount = 0
    /// The months that are written without a year of four digits.
    private(set) var shortMonths = ShortMonthScan()

    /// Whether the column has only seconds since 1970.
    var isEpoch: Bool { epochCount > 0 && otherCount == 0 }

    /// The only order that fits, and what shows it: `"25/12/2025" on line 9`. Nil if several orders
    /// fit, or none.
    var evidence: (order: DateOrder, text: String)? {
        guard contradiction == nil, orders.count == 1, let order = orders.first, let decisive
        else { return nil }
        return (order, "\(quoted(decisive.text)) on line \(decisive.line)")
    }

    /// Adds the cell on a line.
    @inline(__always)
    mutating func add(_ cell: Span<UInt8>, line: Int) {
        // Nearly all cells fit every order that is left, and so change nothing.
        let isKnown = NumericDate(cell).map { date in
            orders.allSatisfy { date.day(in: $0) != nil }
        }
        if isKnown == true || cell.isoDay != nil {
            otherCount += 1
        } else {
            add(cell.text, line: line)
        }
    }

    /// Adds a text; nil for a cell whose bytes are no text.
    mutating func add(_ text: String?, line: Int) {
        guard let text, let date = DateText(text) else {
            otherCount += 1
            if let text { shortMonths.add(text) }
            return
        }
        if date.kind == .epoch { epochCount += 1 } else { otherCount += 1 }
        guard date.kind == .ordered, !date.readings.isEmpty, contradiction == nil else { return }
        let left = orders.intersection(date.readings.keys)
        guard left != orders else { return }
        if left.isEmpty { contradiction = (text, line) } else { decisive = (text, line) }
        orders = left
    }
}
