import Mining

/// Problems with periods and days.
extension ImportProblem.Reason {
    /// A text that is not a period.
    package static func notPeriod(_ text: String) -> Self {
        if let day = SpreadsheetDay(text)?.day { return .dayNumber(text, day) }
        return Self(
            .notPeriod,
            "\(quoted(text)) is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, "
                + "FY26Q1 or 2026-01-01/2026-01-15")
    }

    /// A text that is not a day.
    package static func notDay(_ text: String) -> Self {
        if let day = SpreadsheetDay(text)?.day { return .dayNumber(text, day) }
        return Self(.notDay, "\(quoted(text)) is not a day, such as 2025-12-31")
    }

    /// The number of a day as spreadsheets store it.
    package static func dayNumber(_ text: String, _ day: Day) -> Self {
        Self(
            .dayNumber,
            "\(quoted(text)) is the number by which spreadsheets store the day \(day); format it as a "
                + "date such as \(day) in the spreadsheet, and save the file again")
    }

    /// A date before `Day.firstOfPublication`.
    package static func tooEarly(_ text: String) -> Self {
        Self(
            .tooEarly,
            "\(quoted(text)) is too early, and what programs write for an empty date; leave the "
                + "cell empty if the day is unknown")
    }

    /// A period that ended before bitcoin's first day.
    package static func beforeBitcoin(_ text: String) -> Self {
        Self(
            .beforeBitcoin,
            "\(quoted(text)) is before 2009-01-03, the first day of bitcoin, and what programs write "
                + "for an empty date; correct it or remove the row")
    }

    /// A day that cannot stand for a period of this length; `fitting` are those that it can.
    package static func notDayOfPeriod(
        _ text: String, _ length: PeriodLength, fitting: [PeriodLength]
    ) -> Self {
        Self(
            .notDayOfPeriod,
            "\(quoted(text)) is neither the first nor the last day of \(length.noun); write the "
                + "period, such as \(length.example), or import with --period-of "
                + listed(fitting.map(\.rawValue), "or"))
    }

    /// A year alone below a text, such as `Q3 results`, that may mean only a part of it.
    static func yearBelowTitle(_ year: String, title: String) -> Self {
        Self(
            .yearBelowTitle,
            "\(quoted(year)) is below \(quoted(title)), so that it may be a part of the year; write "
                + "the whole period, such as \(year)Q3 or Nine months ended September 30, \(year); if it "
                + "is a year, import with --period-of year or --period-of fiscal-year")
    }

    /// A part of a year, with a length of months, quarters or halves, that is none of the year beside it.
    package static func notYearPart(
        _ text: String, year: String, _ length: PeriodLength, isFiscal: Bool
    ) -> Self {
        let (numbers, example, fiscalExample) =
            switch length {
            case .half: ("1 or 2", "2H 2025", "H1 FY26")
            case .month: ("1 to 12", "2025-12", "2025-12")
            default: ("1 to 4", "2025Q4", "FY26Q1")
            }
        // Nobody can tell which month of a fiscal year a number is.
        let isUnclear = isFiscal && length == .month
        let year = "\(isUnclear ? "fiscal " : "")year \(quoted(year))"
        let beside =
            "\(numbers) beside a \(isFiscal ? "fiscal" : "calendar") year such as 2025, or "
        return Self(
            .notYearPart,
            "\(quoted(text)) beside the \(year) is not \(length.noun); write "
                + (isUnclear ? "" : beside) + "all of it in one column called period, such as "
                + (isFiscal ? fiscalExample : example))
    }

    /// A column with quarters or halves of the years beside it, although others are asked for: by
    /// `--period-of`, or with `isMapped` by `--map`.
    package static func otherYearPart(
        _ part: PeriodLength, asked: PeriodLength, isMapped: Bool
    ) -> Self {
        let (option, whole) =
            isMapped
            ? ("--map", "--map for this column") : ("--period-of", "--period-of \(asked.rawValue)")
        return Self(
            .otherYearPart,
            "has \(part.plural) of the years beside it, but \(option) asks for \(asked.plural); "
                + "import without \(whole)")
    }

    /// A period of another length than the name of its column says, such as `2025Q4` in a column of
    /// months.
    package static func otherPeriodLength(
        _ text: String, column: String, _ length: PeriodLength
    ) -> Self {
        Self(
            .otherPeriodLength,
            "\(quoted(text)) is not \(length.noun), but the column is called "
                + "\(quoted(column)); write \(length.plural), such as \(length.example), or call the "
                + "column period")
    }

    /// Figures over a period in a file whose dates are single days, all the first of a month or all
    /// at the end of one. `day` is the first of them, `likely` what they most likely stand for.
    package static func singleDays(_ day: Day, areFirst: Bool, likely: PeriodLength) -> Self {
        let others = PeriodLength.allCases.filter { $0 != likely }.map(\.rawValue)
        return Self(
            .singleDays,
            "is measured over a period, but its dates are single days, all "
                + "\(areFirst ? "the first" : "at the end") of a month, such as \(day); if they stand for "
                + "\(likely.plural), import with --period-of \(likely.rawValue); otherwise with "
                + "--period-of \(listed(others, "or"))")
    }

    /// Figures over a period in a file whose months all end quarters, and no two follow each other.
    /// `month` is the first of them, `likely` what they most likely stand for.
    static func distantMonths(_ month: Period, _ likely: LikelyLength) -> Self {
        let others = likely.lengths.filter { $0 != likely.length }.map(\.rawValue)
        return Self(
            .distantMonths,
            "is measured over a period, but all of its months end a quarter, such as \(month), and no "
                + "two follow each other; if they stand for \(likely.length.plural), import with "
                + "--period-of \(likely.length.rawValue); otherwise with --period-of "
                + listed(others, "or"))
    }

    /// A warning: figures over a period that the file has for a single day.
    package static func singleDay(_ day: Day, count: Int) -> Self {
        let (year, month, _) = day.components
        let texts: [(PeriodLength, String)] = [
            (.quarter, "\(year)Q\((month + 2) / 3)"), (.year, "\(year)"),
        ]
        let longer = texts.filter { $0.0.period(of: day, fiscalYearEnd: nil) != nil }.map(\.1)
        let examples = [String(day.description.dropLast(3))] + longer
        return Self(
            .singleDay,
            "is measured over a period, but \(day) is a single day"
                + (count > 1 ? " (\(count) figures of the file are of single days)" : "")
                + "; if it stands for a longer period, write that, such as "
                + listed(examples, "or"))
    }

    /// A date that could be each of these days, one for each date order that fits the column.
    package static func ambiguousDate(
        _ text: String, _ days: [Day], orders: [String], inHeader: Bool = false
    ) -> Self {
        Self(
            .ambiguousDate,
            "\(quoted(text)) could be \(listed(days.map(\.description), "or")), and the "
                + "\(inHeader ? "header" : "column") does not show which; choose with --date-order \(listed(orders, "or"))"
        )
    }

    /// A date in a column whose dates have different orders, as the date on `line` shows. In a header
    /// `line` is nil.
    package static func mixedDateOrders(_ text: String, other: String, line: Int?) -> Self {
        Self(
            .mixedDateOrders,
            "\(quoted(text)) is in a \(line == nil ? "header" : "column") whose dates have different "
                + "orders, as \(quoted(other)) \(line.map { "on line \($0) " } ?? "")shows; write all of them like 2025-02-01"
        )
    }

    /// A month such as `Dec-25` that may be a day without a year. `hasLength`: the length of its period
    /// is given already.
    package static func ambiguousMonth(_ text: String, _ month: ShortMonthText, hasLength: Bool)
        -> Self
    {
        let lengths: [PeriodLength] = [.month, .quarter, .half, .year].filter { length in
            month.period.map { length.period(of: $0.last, fiscalYearEnd: nil) != nil } ?? false
        }
        let names = (lengths + (lengths.count > 1 ? [.fiscalYear] : [])).map(\.rawValue)
        let option =
            hasLength || month.mayBeEnd
            ? "" : ", or import with --period-of \(listed(names, "or"))"
        return Self(
            .ambiguousMonth,
            "\(quoted(text)) could be \(month.clearText) or a day without its year, and the other "
                + "periods do not show which; if it is the month, write \(month.clearText)\(option)"
        )
    }

    /// A day and a month, such as `25-Dec`, without a year.
    package static func noYear(_ text: String, _ month: ShortMonthText) -> Self {
        Self(
            .noYear,
            "\(quoted(text)) has no year; write the day, such as 2025-12-31, or the month, such as "
                + "2025-12")
    }

    /// A date that is not a day in the given date order.
    package static func otherDateOrder(_ text: String, _ order: DateOrder) -> Self {
        Self(
            .otherDateOrder,
            "\(quoted(text)) is not a day in the order \(order.rawValue) of --date-order")
    }

    /// Seconds since 1970 in a column that also has other values.
    package static func mixedTimestamps(_ text: String) -> Self {
        Self(
            .mixedTimestamps,
            "\(quoted(text)) looks like seconds since 1970, but other cells of the column do not; "
                + "write the day, such as 2025-02-01")
    }

    /// A date such as 30 February.
    package static func impossibleDay(_ text: String) -> Self {
        Self(.impossibleDay, "\(quoted(text)) is a day that does not exist; correct it")
    }

    /// A fiscal period of a company whose fiscal year end is not known.
    package static func unknownFiscalYear(_ text: String, company: String) -> Self {
        Self(
            .unknownFiscalYear,
            "\(quoted(text)) needs the fiscal year end of \(quoted(company)); import the company "
                + "with its fiscal_year_end, or write the months")
    }

    /// A text that is not the number of a month.
    package static func notMonth(_ text: String) -> Self {
        Self(.notMonth, "\(quoted(text)) is not the number of a month, 1 to 12")
    }

    /// A time span that ends before it starts.
    package static func endBeforeStart(from first: Day, to last: Day) -> Self {
        Self(
            .endBeforeStart, "the end, \(last), is before the start, \(first); correct one of them")
    }

    /// A warning: a period that has not ended yet.
    package static func futurePeriod(_ period: Period) -> Self {
        Self(.futurePeriod, "\(period) has not ended yet; is the period right?")
    }

    /// A warning: a figure that was published before its period ended.
    package static func publishedEarly(_ day: Day, _ period: Period) -> Self {
        Self(
            .publishedEarly,
            "was published on \(day), before \(period) ended; are both right?")
    }
}

extension PeriodLength {
    /// `a month`, `a fiscal quarter`
    fileprivate var noun: String {
        switch self {
        case .day, .month, .quarter, .year: "a \(rawValue)"
        case .half: "a half-year"
        case .fiscalQuarter: "a fiscal quarter"
        case .fiscalYear: "a fiscal year"
        }
    }

    /// `months`, `fiscal quarters`
    var plural: String { noun.dropFirst(2) + "s" }

    /// A period of this length as files write it.
    fileprivate var example: String {
        switch self {
        case .day: "2025-12-31"
        case .month: "2025-12"
        case .quarter: "2025Q4"
        case .half: "2025-07-01/2025-12-31"
        case .year: "2025"
        case .fiscalQuarter: "FY26Q1"
        case .fiscalYear: "FY26"
        }
    }
}
