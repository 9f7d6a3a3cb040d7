import Mining

/// Finds the column of periods, or the columns that are named after periods.
extension Header {
    /// Whether a remaining column has a name for periods.
    var hasPeriodColumn: Bool {
        hasUsualPeriodColumn || has(anyOf: PeriodColumnName.others)
            || has(anyOf: PeriodColumnName.starts) && has(anyOf: PeriodColumnName.ends)
    }

    /// Whether a remaining column has a name that any file may use for its periods.
    var hasUsualPeriodColumn: Bool { has(anyOf: PeriodColumnName.usual) }

    /// Takes the column of periods, or the option that replaces it; nil if there is neither, which
    /// is a problem. A file with a `date` may have a column `year` that is something else, unless a
    /// mapping says that it is the period.
    mutating func periodColumn() -> FileColumn? {
        if hasYearAndPart { return yearPartColumn() }
        let usual = PeriodColumnName.usual
        let others = PeriodColumnName.others
        let isMapped = rest.contains { column in
            if case .column(let name) = options.meaning(of: column) {
                others.contains(name)
            } else {
                false
            }
        }
        if isTaken(PeriodColumnName.starts[0]) { return required(anyOf: PeriodColumnName.ends) }
        let isUsual = !isMapped && (hasUsualPeriodColumn || !has(anyOf: others))
        return required(anyOf: isUsual ? usual : usual + others)
    }

    /// Takes the columns whose names are periods, one for each period.
    mutating func periodColumns() -> [(column: FileColumn, time: WrittenPeriod)] {
        hasPeriodColumns = true
        var periods: [(column: FileColumn, time: WrittenPeriod)] = []
        var texts: [String] = []
        let rest = rest
        let names = HeaderPeriods(rest.map(\.name), options)
        var firsts: [WrittenPeriod: FileColumn] = [:]
        for column in rest {
            let time: WrittenPeriod
            let (outcome, text) = names.read(column.name)
            switch outcome {
            case .period(let period): time = period
            case .notPeriod: continue
            case .problem(let reason):
                problems.add(column.name, field: column.index, reason)
                pass(column)
                continue
            }
            if let first = firsts[time] {
                problems.add(column.name, field: column.index, .repeatedColumn(first: first.name))
            }
            firsts[time] = firsts[time] ?? column
            periods.append((column, time))
            texts.append(text)
            if let index = column.index, text != column.name { periodNames[index] = text }
            pass(column)
        }
        if let first = texts.first, let last = texts.last {
            descriptions.append(
                "\(counted(periods.count, "period")) \(first) to \(last)"
                    + (names.shownOrder.map { " as \($0.rawValue)" } ?? ""))
        }
        return periods
    }
}
