import Mining

/// Problems with the length of periods, and with their years.
extension ImportProblem.Reason {
    /// The name of a column that is a period of figures which are expected, such as `FY26E`.
    static func expectedColumn(_ text: String) -> Self {
        Self(
            .expectedPeriod,
            "\(quoted(text)) is a period of expected figures; a book has only published ones; leave it "
                + "out with \(optionText("--ignore-column", text))")
    }

    /// Columns that are parts of years, such as `Q1`, in a file that does not say which year it is.
    static func partsWithoutYear(_ names: [String]) -> Self {
        let first = names.first ?? "Q1"
        return Self(
            .noYear,
            "\(listed(names.map { quoted($0) }, atMost: 5)) have no year; write it in each name, such "
                + "as \(first) 2025, in the line above, or in a column called year")
    }

    /// A text that is not the year of the parts of years in other columns.
    static func notYear(_ text: String) -> Self {
        Self(.notYearPart, "\(quoted(text)) is not a year, such as 2025 or FY26")
    }

    /// A text that does not say how long a period is.
    static func notPeriodType(_ text: String) -> Self {
        Self(
            .notPeriodType,
            "\(quoted(text)) is not how long a period is, such as Month, Quarter, Half or Year; write "
                + "one of them, or the whole period, such as 2025Q4, in a column called period")
    }

    /// A period that cannot be as long as the column beside it says.
    static func notOfPeriodType(_ text: String, type: String) -> Self {
        Self(
            .notPeriodType,
            "\(quoted(text)) is not the end of a period of the type \(quoted(type)) beside it; write "
                + "its last day, such as 2025-12-31")
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
            "\(quoted(year)) is below \(quoted(title)), so it may mean only a part of the year; write "
                + "the whole period, such as \(year)Q3 or Nine months ended September 30, \(year); if it "
                + "is a year, import with --period-of year or --period-of fiscal-year")
    }

    /// A text that is not a month, quarter or half, as `length` says, of the year beside it.
    package static func notYearPart(
        _ text: String, year: String, _ length: PeriodLength, isFiscal: Bool
    ) -> Self {
        let (numbers, example, fiscalExample) =
            switch length {
            case .half: ("1 or 2", "2H 2025", "H1 FY26")
            case .month: ("1 to 12", "2025-12", "2025-12")
            default: ("1 to 4", "2025Q4", "FY26Q1")
            }
        // The number could be counted from January or from the start of the fiscal year.
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

    /// A fiscal period of a company whose fiscal year end is not known.
    package static func unknownFiscalYear(_ text: String, company: String) -> Self {
        Self(
            .unknownFiscalYear,
            "\(quoted(text)) needs the fiscal year end of \(quoted(company)); import the company "
                + "with its fiscal_year_end, or write the months")
    }

    /// A period of a company whose other periods are fiscal, or with `isFiscal` are not.
    static func mixedYears(_ period: Period, isFiscal: Bool, of company: String) -> Self {
        let (this, others) = isFiscal ? ("fiscal", "are not") : ("not called fiscal", "are")
        return Self(
            .mixedYears,
            "\(period) is \(this), but other periods of \(escaped(company)) in the file \(others), "
                + "so that it is not clear which years are meant; write all of them as fiscal ones, "
                + "such as FY26Q1, or those of the calendar as CQ1 2026 or CY2026")
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
