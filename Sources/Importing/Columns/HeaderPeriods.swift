import Mining

/// Reads the names of columns that are periods, as `PeriodReader` reads cells. All names of a
/// header together show the order of its dates, as the cells of a column do.
struct HeaderPeriods {
    /// The result of reading a name.
    enum Outcome {
        case period(WrittenPeriod)
        case problem(ImportProblem.Reason)
        case notPeriod
    }

    private let options: ImportOptions
    private let dates: DateReader
    /// What the texts above the table say, if all periods are years, or all are dates; else nothing.
    private let title: TitlePeriod
    private var scan = DateColumnScan()
    /// Whether a name is a date whose order the others show.
    private var hasOrder = false

    /// Reads `names`, the texts of all columns of a header that may be periods.
    init(_ names: [String], _ options: ImportOptions) {
        self.options = options
        dates = DateReader(options)
        let periods = names.filter(Self.isPeriod).map(PeriodMark.published)
        let areYears = periods.allSatisfy(PeriodText.isYear)
        let areDates =
            options.periodLength == nil && periods.allSatisfy(Self.isDate)
        title = areYears || areDates ? TitlePeriod(options) : .none
        for name in periods {
            scan.add(name, line: 1)
            if DateText(name)?.kind == .ordered { hasOrder = true }
        }
    }

    /// The order of the dates that the names show, for a note; nil if none needs it.
    var shownOrder: DateOrder? {
        hasOrder && options.dateOrder == nil && scan.orders.count == 1 ? scan.orders.first : nil
    }

    /// Reads one of the names. `text` is its period with what the texts above the table say about it,
    /// such as `Three months ended september 30, 2025`.
    func read(_ name: String) -> (outcome: Outcome, text: String) {
        if let mark = PeriodMark(name) {
            guard mark.isActual else { return (.problem(.expectedColumn(name)), name) }
            return (read(mark.period).outcome, name)
        }
        do throws(ImportProblem.Reason) {
            if let text = try title.text(below: name),
                let period = WrittenPeriod(text, days: options.periodLength)
            {
                return (.period(period), text)
            }
        } catch {
            return (.problem(error), name)
        }
        return (readAlone(name), name)
    }

    /// Reads one of the names as it is.
    private func readAlone(_ name: String) -> Outcome {
        let length = options.periodLength
        if let period = WrittenPeriod(name, days: length) { return .period(period) }
        switch dates.month(name, days: length, scan: { scan }) {
        case .period(let period): return .period(period)
        case .problem(let reason): return .problem(reason)
        case nil: break
        }
        if let day = SpreadsheetDay(name)?.day { return .problem(.dayNumber(name, day)) }
        guard Self.isPeriod(name) else { return .notPeriod }
        switch dates.read(name, inHeader: true, scan: { scan }) {
        case .day(let day): return .period(WrittenPeriod(day, days: length))
        case .problem(let reason): return .problem(reason)
        case .notDate: return .notPeriod
        }
    }

    /// Whether a name is a period, or one that may be read in several ways. Seconds since 1970 are
    /// not: figures look like them.
    static func isPeriod(_ name: String) -> Bool {
        if PeriodText(name) != nil || ShortMonthText(name) != nil || PeriodMark(name) != nil {
            return true
        }
        if let date = DateText(name) { return date.kind != .epoch }
        return SpreadsheetDay(name) != nil
    }

    /// Whether a name is a day or a month.
    private static func isDate(_ name: String) -> Bool {
        if DateText(name) != nil || ShortMonthText(name) != nil { return true }
        guard case .calendar(let period)? = PeriodText(name) else { return false }
        return period.isDay || period.wholeMonths == 1
    }
}
