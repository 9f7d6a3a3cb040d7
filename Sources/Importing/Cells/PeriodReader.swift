import Mining

/// Reads periods; what a fiscal quarter means is left to whom it belongs.
struct PeriodReader {
    private var texts = ByteMemo<PeriodText>(slots: 256)

    /// The period in a cell that must have one.
    @inline(__always)
    mutating func read(_ column: Column, of row: inout Row) -> PeriodText? {
        let period: PeriodText? = row.withCell(column) { cell in
            // Days are as many as rows, so that remembering them would cost more than it saves.
            if let day = cell.isoDay { return .calendar(Period(day: day)) }
            return texts.value(of: cell) { cell.text.flatMap { PeriodText($0) } }
        }
        if let period { return period }
        return row.date(column, else: { .notPeriod($0) }).map { .calendar(Period(day: $0)) }
    }

    /// The period in a cell; `nil` where it is empty or there is no such column.
    mutating func read(optional column: Column?, of row: inout Row) -> PeriodText? {
        guard let column, row.withCell(column, { !$0.isEmpty }) else { return nil }
        return read(column, of: &row)
    }
}
