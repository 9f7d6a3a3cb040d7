import Mining

/// Reads periods. The days of a fiscal period are left open, because they depend on the company.
struct PeriodReader {
    /// The length of a period that is written as a single day; nil if it is not known.
    private let length: PeriodLength?
    /// How long every period is; nil if nothing says it.
    private let lengthOfAll: PeriodLength?
    /// How many days after its period a single day is dated.
    private let daysLate: Int
    private var texts = ByteCache<WrittenPeriod>(slots: 256)
    /// What the texts above the table say about years alone.
    private let title: TitlePeriod
    /// Reads periods from two columns, a year and its part; nil if the column has whole periods.
    private let years: YearReader?
    private let parts: PeriodParts

    /// A reader of periods of any length, and of single days that are days.
    init() {
        length = nil
        lengthOfAll = nil
        daysLate = 0
        title = .none
        years = nil
        parts = PeriodParts()
    }

    /// A reader of the periods in a column, or of those in headers if `column` is nil. An option
    /// about single days overrides the name of the column. `parts` are the columns that complete
    /// the periods.
    init(_ column: FileColumn?, _ parts: PeriodParts, options: ImportOptions) {
        let name = options.periodLength == nil ? column.map { options.periodName(of: $0) } : nil
        length = options.periodLength ?? name.flatMap { PeriodColumnName.length(of: $0) }
        lengthOfAll = name.flatMap { PeriodColumnName.lengthOfAll(in: $0) }
        daysLate = options.rules.daysLate
        title = column == nil ? .none : TitlePeriod(options)
        self.parts = parts
        years = parts.year.flatMap { year in
            column.map { YearReader(year: year, part: $0, options: options) }
        }
    }

    /// The period in a cell that must have one; nil if it is bad, which is reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row) -> WrittenPeriod? {
        if let years { return years.read(&row) }
        let period = readAlone(column, of: &row)
        guard let period, parts.start != nil || parts.type != nil else { return period }
        return completed(period, column, of: &row)
    }

    /// The period in a cell, whatever is in the columns beside it.
    @inline(__always)
    private mutating func readAlone(_ column: FileColumn, of row: inout Row) -> WrittenPeriod? {
        let (length, daysLate, dates, title) = (length, daysLate, row.dates, title)
        func written(_ day: Day) -> WrittenPeriod {
            WrittenPeriod(daysLate == 0 ? day : day.advanced(by: -daysLate), days: length)
        }
        let period: WrittenPeriod? = row.withCell(column) { cell in
            // Days are not cached: nearly every row has a different one.
            if let day = cell.isoDay ?? dates.day(cell, in: column) { return written(day) }
            return texts.value(of: cell) {
                cell.text.flatMap { text in
                    let text = PeriodMark.published(text)
                    return WrittenPeriod(title.period(below: text), days: length)
                }
            }
        }
        if let period {
            guard let lengthOfAll, period.isOther(than: lengthOfAll) else { return period }
            let text = row.shownText(column)
            row.report(column, .otherPeriodLength(text, column: column.name, lengthOfAll))
            return nil
        }
        if let outcome = row.month(column, days: length) {
            switch outcome {
            case .period(let period): return period
            case .problem(let problem):
                row.report(column, problem)
                return nil
            }
        }
        return row.date(column, else: { .notPeriod($0) }).map(written)
    }

    /// The period in a cell; nil if the cell is empty, or bad, or there is no such column.
    mutating func read(optional column: FileColumn?, of row: inout Row) -> WrittenPeriod? {
        guard let column, row.withCell(column, { !$0.isEmpty }) else { return nil }
        return read(column, of: &row)
    }

    /// The period that ends with `end`; its start or its length is in the column beside it. Nil if
    /// it is bad, which is reported.
    private mutating func completed(
        _ end: WrittenPeriod, _ column: FileColumn, of row: inout Row
    ) -> WrittenPeriod? {
        if let start = parts.start, row.withCell(start, { !$0.isEmpty }) {
            guard let written = readAlone(start, of: &row) else { return nil }
            // The days of a fiscal period depend on the company, so it cannot be a start or an end.
            guard let first = written.period(fiscalYearEnd: nil)?.first else {
                let text = row.shownText(start)
                row.report(start, .notDay(text))
                return nil
            }
            guard let last = end.period(fiscalYearEnd: nil)?.last else {
                let text = row.shownText(column)
                row.report(column, .notDay(text))
                return nil
            }
            guard let period = Period(first, last) else {
                row.report(column, .endBeforeStart(from: first, to: last))
                return nil
            }
            return .text(.calendar(period))
        }
        guard let type = parts.type, row.withCell(type, { !$0.isEmpty }) else { return end }
        let text = row.shownText(type)
        guard let length = PeriodLength(type: text) else {
            row.report(type, .notPeriodType(text))
            return nil
        }
        guard let period = end.ending(months: length.months) else {
            let ending = row.shownText(column)
            row.report(column, .notOfPeriodType(ending, type: text))
            return nil
        }
        return period
    }
}

extension PeriodLength {
    /// Reads what columns called `Period Type` have: `Quarter`, `Quarterly`, `Q`, `FY`, `Annual`.
    fileprivate init?(type: String) {
        switch normalizedName(type) {
        case "day", "daily", "date", "instant": self = .day
        case "month", "monthly", "m", "1m": self = .month
        case "quarter", "quarterly", "q", "qtr", "3m", "fiscal_quarter": self = .quarter
        case "half", "half_year", "semiannual", "semi-annual", "h", "6m": self = .half
        case "year", "yearly", "annual", "annually", "y", "a", "fy", "12m", "fiscal_year":
            self = .year
        default: return nil
        }
    }
}
