import Mining

/// A period as a cell or a header has it. Its days may depend on the company: see
/// `period(fiscalYearEnd:)`.
enum WrittenPeriod: Hashable {
    /// A text that says how long the period is, such as `2025Q4` or `2025-12-01/2025-12-15`.
    case text(PeriodText)
    /// A calendar period longer than a month, such as `2025Q4`. It may be fiscal if the subject
    /// also has fiscal periods: see `FiscalYearCheck`.
    case part(Period)
    /// A single day, and nothing says whether it stands for a longer period.
    case day(Day)
    /// A month of the calendar, and nothing says whether it stands for a longer period.
    case month(Period)
    /// A single day, or the last day of a month, that stands for a longer period.
    case dated(Day, PeriodLength)

    /// `length` is the length of a period that is written as a single day or month; nil if it is
    /// not known. In a column called `Quarter ended`, `2025-12` is the fourth quarter. With a
    /// fiscal length, `2025` and `2025Q4` are fiscal, too. Returns nil if the text is not a period.
    init?(_ text: String, days length: PeriodLength?) {
        guard let (parsed, isFixed) = PeriodText.parsed(text) else { return nil }
        guard case .calendar(let period) = parsed, !isFixed else {
            self = .text(parsed)
            return
        }
        self.init(period, days: length)
    }

    /// A period of the calendar; `length` as above.
    init(_ period: Period, days length: PeriodLength?) {
        if period.isDay {
            self.init(period.first, days: length)
        } else if period.wholeMonths == 1, length?.months != 1, length != .day {
            self = length.map { .dated(period.last, $0) } ?? .month(period)
        } else if length?.isFiscal == true {
            self = .text(Self.fiscal(period))
        } else {
            self = period.wholeMonths ?? 1 > 1 ? .part(period) : .text(.calendar(period))
        }
    }

    /// A day; `length` as above.
    init(_ day: Day, days length: PeriodLength?) {
        switch length {
        case nil: self = .day(day)
        case .day: self = .text(.calendar(Period(day: day)))
        case let length?: self = .dated(day, length)
        }
    }

    /// The days of the period for a company whose fiscal year ends in month `fiscalYearEnd`
    /// (1 … 12). Nil if they depend on that month and it is not known, or if a day is not one that
    /// can stand for the period.
    func period(fiscalYearEnd: Int?) -> Period? {
        switch self {
        case .text(let text): text.period(fiscalYearEnd: fiscalYearEnd)
        case .day(let day): Period(day: day)
        case .month(let period), .part(let period): period
        case .dated(let day, let length): length.period(of: day, fiscalYearEnd: fiscalYearEnd)
        }
    }

    /// Whether the days depend on the fiscal year of a company.
    var isFiscal: Bool {
        switch self {
        case .text(.fiscal), .text(.trailingYear): true
        case .text(.calendar), .part, .day, .month: false
        case .dated(_, let length): length.isFiscal
        }
    }

    /// Whether the text itself gives another length than `wanted`. Fiscal and calendar quarters
    /// have the same length.
    func isOther(than wanted: PeriodLength) -> Bool {
        let months: Int? =
            switch self {
            case .day, .dated: wanted.months ?? 0
            case .month: 1
            case .text(.calendar(let period)), .part(let period):
                period.isDay ? 0 : period.wholeMonths
            case .text(.fiscal(_, let months)): months.count
            case .text(.trailingYear): 12
            }
        return months != wanted.months ?? 0
    }

    /// The period of some months that ends with this day or month; nil for a day that ends no month. A
    /// period whose text says its length must have as many. `months` is nil for a day.
    func ending(months: Int?) -> WrittenPeriod? {
        let day: Day
        switch self {
        case .text, .part:
            let length = PeriodLength.allCases.first { $0.months == months }
            return length.map { !isOther(than: $0) } == true ? self : nil
        case .day(let last), .dated(let last, _): day = last
        case .month(let month): day = month.last
        }
        guard let months else { return .text(.calendar(Period(day: day))) }
        guard day.isLastOfMonth else { return nil }
        return Period(months: months, endingIn: day).map { .text(.calendar($0)) }
    }

    /// The fiscal period with the name of a calendar period: FY25Q4 for 2025Q4. A period that is
    /// not of whole quarters stays as it is.
    private static func fiscal(_ period: Period) -> PeriodText {
        let (year, month, _) = period.last.components
        guard let months = period.wholeMonths, months.isMultiple(of: 3), months <= month else {
            return .calendar(period)
        }
        return .fiscal(year: year, months: month - months..<month)
    }
}
