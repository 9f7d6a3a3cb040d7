import Mining

/// Reads periods. The days of a fiscal period are left open, because they depend on the company.
struct PeriodReader {
    /// How long a period is that is written as a single day; nil if nothing says it.
    private let length: PeriodLength?
    /// How long every period is; nil if nothing says it.
    private let lengthOfAll: PeriodLength?
    /// How many days after its period a single day is.
    private let daysLate: Int
    private var texts = ByteCache<WrittenPeriod>(slots: 256)
    /// What the texts above the table say about years alone.
    private let title: TitlePeriod
    /// Reads the years beside parts of years; nil if the column has whole periods.
    private let years: YearReader?

    /// A reader of periods of any length, and of single days that are days.
    init() {
        length = nil
        lengthOfAll = nil
        daysLate = 0
        title = .none
        years = nil
    }

    /// A reader of the periods in a column, or of those in headers if `column` is nil. What an
    /// option says about single days replaces what the name of the column says. `year` is the column
    /// with the years, if `column` has only parts of them.
    init(_ column: FileColumn?, year: FileColumn? = nil, options: ImportOptions) {
        let name = options.periodLength == nil ? column.map { options.periodName(of: $0) } : nil
        length = options.periodLength ?? name.flatMap { PeriodColumnName.length(of: $0) }
        lengthOfAll = name.flatMap { PeriodColumnName.lengthOfAll(in: $0) }
        daysLate = options.rules.daysLate
        title = column == nil ? .none : TitlePeriod(options)
        years = year.flatMap { year in
            column.map { YearReader(year: year, part: $0, options: options) }
        }
    }

    /// The period in a cell that must have one; nil if it is bad, which is reported.
    @inline(__always)
    mutating func read(_ column: FileColumn, of row: inout Row) -> WrittenPeriod? {
        if let years { return years.read(&row) }
        let (length, daysLate, dates, title) = (length, daysLate, row.dates, title)
        func written(_ day: Day) -> WrittenPeriod {
            WrittenPeriod(daysLate == 0 ? day : day.advanced(by: -daysLate), days: length)
        }
        let period: WrittenPeriod? = row.withCell(column) { cell in
            // Days are not cached: nearly every row has a different one.
            if let day = cell.isoDay ?? dates.day(cell, in: column) { return written(day) }
            return texts.value(of: cell) {
                cell.text.flatMap { WrittenPeriod(title.period(below: $0), days: length) }
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
}
