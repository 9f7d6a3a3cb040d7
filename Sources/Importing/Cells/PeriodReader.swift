import Mining

/// Reads periods. The days of a fiscal quarter are left open, because they depend on the company.
struct PeriodReader {
    private var texts = ByteCache<PeriodText>(slots: 256)

    /// The period in a cell that must have one; nil if it is bad, which is reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row) -> PeriodText? {
        let period: PeriodText? = row.withCell(column) { cell in
            // Days are not cached: nearly every row has a different one.
            if let day = cell.isoDay { return .calendar(Period(day: day)) }
            return texts.value(of: cell) { cell.text.flatMap { PeriodText($0) } }
        }
        if let period { return period }
        return row.date(column, else: { .notPeriod($0) }).map { .calendar(Period(day: $0)) }
    }

    /// The period in a cell; nil if the cell is empty, or bad, or there is no such column.
    mutating func read(optional column: FileColumn?, of row: inout Row) -> PeriodText? {
        guard let column, row.withCell(column, { !$0.isEmpty }) else { return nil }
        return read(column, of: &row)
    }
}
