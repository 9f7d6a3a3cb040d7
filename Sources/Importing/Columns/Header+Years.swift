import Mining

/// Finds two columns that are a period together: one with the year, and one with its quarter, month
/// or half.
extension Header {
    /// Takes the column with the year of the periods in another column; nil if the file has no such two
    /// columns. Call it before `periodColumn`.
    mutating func yearColumn() -> FileColumn? {
        hasYearAndPart ? optional(oneOf: PeriodColumnName.years) : nil
    }

    /// Whether one column has years and another one their quarters, months or halves.
    var hasYearAndPart: Bool {
        !has("period", "date", "on", "day") && has(anyOf: PeriodColumnName.parts)
            && (has(anyOf: PeriodColumnName.years) || isTaken(PeriodColumnName.years[0]))
    }

    /// The remaining columns that are named after parts of years, such as `Q1` or `Jan`.
    var yearParts: [FileColumn] {
        rest.filter { column in
            guard column.isNamed, options.meaning(of: column) == nil,
                PeriodText(column.name) == nil
            else { return false }
            switch PeriodText("\(column.name) 2025") {
            case .calendar(let days)?: return (days.wholeMonths ?? 12) < 12
            case .fiscal(_, let months)?: return months.count < 12
            case .trailingYear?, nil: return false
            }
        }
    }

    /// Whether the columns are parts of the years in another column: `Ticker,Year,Q1,Q2,Q3,Q4`.
    var hasYearAcross: Bool {
        has(anyOf: PeriodColumnName.years) && !hasUsualPeriodColumn && yearParts.count > 1
    }

    /// Whether columns are named after parts of years, but nothing gives the year.
    var hasPartsWithoutYear: Bool { !hasPeriodNames && !hasYearAcross && yearParts.count > 1 }

    /// Takes the columns that are named after parts of years. Take the column of years first.
    mutating func yearPartColumns() -> [FileColumn] {
        let columns = yearParts
        for column in columns { pass(column) }
        if let first = columns.first, let last = columns.last {
            descriptions.append(
                "\(counted(columns.count, "part")) of the year \(first.name) to \(last.name)")
        }
        hasPeriodColumns = true
        return columns
    }

    /// Takes the column with the parts of years. It is a problem if it has quarters or halves, but
    /// an option or a mapping asks for another length.
    mutating func yearPartColumn() -> FileColumn? {
        guard let column = optional(oneOf: PeriodColumnName.parts) else { return nil }
        let part = YearReader.part(column, options)
        if part != .month, let asked = YearReader.askedLength(column, options),
            let months = asked.months, months != part.months
        {
            problems.add(
                column.name, field: column.index,
                .otherYearPart(part, asked: asked, isMapped: options.periodLength == nil))
        }
        return column
    }
}
