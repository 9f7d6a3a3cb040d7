import Mining

/// What the dates of a whole column leave of the orders that they may have.
struct DateSurvey {
    /// Those in which every date of the column is a day.
    private(set) var orders = Set(DateOrder.allCases)
    /// The text and line of a date that leaves no order, given the dates before it.
    private(set) var contradiction: (text: String, line: Int)?
    private var decisive: (text: String, line: Int)?
    private var epochs = 0
    private var others = 0

    /// Whether the column has seconds since 1970 and nothing else.
    var isEpoch: Bool { epochs > 0 && others == 0 }

    /// `dmy, as "25/12/2025" on line 9 proves`; `nil` where nothing is proven.
    var proof: String? {
        guard contradiction == nil, orders.count == 1, let order = orders.first, let decisive
        else { return nil }
        return "\(order.rawValue), as \(quoted(decisive.text)) on line \(decisive.line) proves"
    }

    /// Takes the cell of a line; `nil` is one that says nothing of the order.
    mutating func take(_ text: String?, line: Int) {
        guard let text, let date = DateText(text) else {
            others += 1
            return
        }
        if date.kind == .epoch { epochs += 1 } else { others += 1 }
        guard date.kind == .ordered, !date.readings.isEmpty, contradiction == nil else { return }
        let left = orders.intersection(date.readings.keys)
        guard left != orders else { return }
        if left.isEmpty { contradiction = (text, line) } else { decisive = (text, line) }
        orders = left
    }
}
