/// The columns that complete the column of periods. All are nil if that column has whole periods.
struct PeriodParts {
    /// The year, if the column of periods has quarters, months or halves.
    var year: FileColumn?
    /// The first day, if the column of periods has the last one.
    var start: FileColumn?
    /// How long the period is that ends with a day or month, such as `Quarter`.
    var type: FileColumn?

    /// No such columns.
    init() {}

    /// Takes the columns. Call it before `periodColumn`.
    init(_ header: inout Header) {
        year = header.yearColumn()
        if year == nil, !header.hasUsualPeriodColumn, header.has(anyOf: PeriodColumnName.ends) {
            start = header.optional(anyOf: PeriodColumnName.starts)
        }
        type = header.optional("period_type")
    }
}
