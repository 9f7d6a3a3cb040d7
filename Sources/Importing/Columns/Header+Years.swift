import Mining

/// Finds the two columns of periods of which one has the year and the other one its quarter, month or
/// half.
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

    /// Takes the column with the parts of years. Periods longer than a month that cannot stand for those
    /// that an option or a mapping asks for are a problem.
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
