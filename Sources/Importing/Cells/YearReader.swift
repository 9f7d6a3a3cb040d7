import Mining

/// Reads periods from two columns: one with years, one with their quarters, months or halves.
struct YearReader {
    private let year, part: FileColumn
    /// What the column of parts has: months, quarters or halves.
    private let length: PeriodLength
    /// How long a period is that is written as a month; nil if nothing says it.
    private let monthLength: PeriodLength?
    /// Whether the years are fiscal.
    private let isFiscal: Bool

    init(year: FileColumn, part: FileColumn, options: ImportOptions) {
        self.year = year
        self.part = part
        length = Self.part(part, options)
        monthLength = Self.askedLength(part, options)
        let isFiscalName = [year, part].contains { column in
            PeriodColumnName.isFiscal(options.periodName(of: column))
        }
        // For months, the fiscal year end of the company decides, not the option.
        isFiscal = length == .month ? isFiscalName : options.periodLength?.isFiscal ?? isFiscalName
    }

    /// What a column with parts of years has: months, quarters or halves. Its name says so, else the
    /// meaning that a mapping gives it.
    static func part(_ column: FileColumn, _ options: ImportOptions) -> PeriodLength {
        let name = normalizedName(column.name)
        let isOwn = PeriodColumnName.parts.contains(name)
        switch PeriodColumnName.length(of: isOwn ? name : options.periodName(of: column))?.months {
        case 1: return .month
        case 6: return .half
        default: return .quarter
        }
    }

    /// How long the periods are in a column with parts of years, as an option or a mapping says; nil if
    /// neither does.
    static func askedLength(_ column: FileColumn, _ options: ImportOptions) -> PeriodLength? {
        if let length = options.periodLength { return length }
        guard case .column(let name) = options.meaning(of: column) else { return nil }
        return PeriodColumnName.length(of: name)
    }

    /// The period of a row; nil if it is bad, which is reported.
    func read(_ row: inout Row) -> WrittenPeriod? {
        guard let yearText = row.requiredText(year), let partText = row.requiredText(part) else {
            return nil
        }
        switch period(yearText, partText) {
        case .calendar(let period)?: return WrittenPeriod(period, days: monthLength)
        case let period?: return .text(period)
        case nil:
            let isFiscal = isFiscal || Self.year(yearText)?.isFiscal == true
            row.report(part, .notYearPart(partText, year: yearText, length, isFiscal: isFiscal))
            return nil
        }
    }

    private func period(_ yearText: String, _ cell: String) -> PeriodText? {
        guard let (number, isFiscalYear) = Self.year(yearText) else { return nil }
        let partText = Self.withoutZero(cell)
        let isFiscal = isFiscal || isFiscalYear
        let text: String
        if Int(partText) == nil {
            text = partText
        } else if length == .month {
            // The number of a month in a fiscal year could be counted from its start.
            guard !isFiscal, let month = Int(partText), partText.utf8.count <= 2 else { return nil }
            return Period(year: number, month: month).map { .calendar($0) }
        } else {
            text = (length == .half ? "H" : "Q") + partText
        }
        // `2025Q4` in the column of quarters must be of the year beside it.
        if let whole = PeriodText(text) { return isPart(whole, of: number, isFiscal) ? whole : nil }
        let year = isFiscal ? "FY\(Self.digits(number))" : Self.digits(number)
        guard let period = PeriodText("\(text) \(year)"), isPart(period, of: number, isFiscal)
        else {
            return nil
        }
        return period
    }

    /// Whether a period has the length of the column and is of the year.
    private func isPart(_ period: PeriodText, of year: Int, _ isFiscal: Bool) -> Bool {
        switch period {
        case .calendar(let days):
            return !isFiscal && days.wholeMonths == length.months
                && days.first.components.year == year
        case .fiscal(let own, let range):
            return isFiscal && own == year && range.count == length.months
        case .trailingYear: return false
        }
    }

    /// Reads `2025`, `25`, `FY25` and `2025.0`.
    private static func year(_ text: String) -> (Int, isFiscal: Bool)? {
        let name = text.uppercased()
        let isFiscal = name.hasPrefix("FY")
        let digits = withoutZero(trimmed(isFiscal ? name.dropFirst(2) : name[...]))
        guard let number = wholeNumber(digits, in: 0...9999) else { return nil }
        switch digits.utf8.count {
        case 4: return (number, isFiscal)
        case 2: return (2000 + number, isFiscal)
        default: return nil
        }
    }

    /// The text without `.0` at its end: some programs write 4 as `4.0`.
    private static func withoutZero(_ text: String) -> String {
        text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func digits(_ year: Int) -> String {
        let text = String(year)
        return String(repeating: "0", count: max(4 - text.utf8.count, 0)) + text
    }
}
