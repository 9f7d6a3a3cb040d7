import Mining

/// Problems with days, and with texts that are no period.
extension ImportProblem.Reason {
    /// A text that is not a period.
    package static func notPeriod(_ text: String) -> Self {
        if let day = SpreadsheetDay(text)?.day { return .dayNumber(text, day) }
        if PeriodMark(text)?.isActual == false {
            return Self(
                .expectedPeriod,
                "\(quoted(text)) is a period of expected figures; a book has only published ones; "
                    + "remove the row")
        }
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
            "\(quoted(text)) is too early; programs write such dates for an empty date; leave the "
                + "cell empty if the day is unknown")
    }

    /// A period that ended before bitcoin's first day.
    package static func beforeBitcoin(_ text: String) -> Self {
        Self(
            .beforeBitcoin,
            "\(quoted(text)) is before 2009-01-03, the first day of bitcoin; programs write such dates "
                + "for an empty date; correct it or remove the row")
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
