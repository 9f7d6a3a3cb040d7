import Mining

/// What the name of a period column says about single days in it: in a column called `Month`,
/// `2025-12-01` stands for December.
enum PeriodColumnName {
    /// The names that any file may use for its periods. The first one is the usual one.
    static let usual = ["period", "date", "on", "day", "month", "quarter"]

    /// Further names, for files that have none of the usual ones.
    static let others: [String] =
        lengths.keys.filter { !usual.contains($0) && $0 != "fiscal_year_end" }.sorted()
        + namesOfDays + namesOfTimes

    private static let namesOfDays = [
        "dates", "end", "end_date", "fiscal_date", "fiscal_date_ending", "fiscaldateending",
        "period_end",
        "period_ended", "period_ending", "period_end_date", "reporting_period", "as_of",
        "as_of_date", "as_at", "as_at_date", "observation_date", "snapshot_date", "trade_date",
        "trading_date", "trading_day",
    ]

    /// The names of columns with days and times of day.
    private static let namesOfTimes: [String] = {
        let zones = ["", "_utc", "_(utc)", "(utc)", "_gmt", "_(gmt)"]
        let names = ["timestamp", "datetime", "date_time", "date", "time"]
        return names.flatMap { name in zones.map { name + $0 } }.filter { !usual.contains($0) }
    }()

    /// The names of columns with the first days of periods, beside one of `ends`.
    static let starts = ["start", "start_date", "period_start", "from", "from_date"]

    /// The names of columns with the last days of periods, beside one of `starts`.
    static let ends = ["end", "end_date", "period_end", "to", "to_date"]

    /// The names of columns that have a part of a year, if another column has the year.
    static let parts = [
        "quarter", "qtr", "q", "calendar_quarter", "fiscal_quarter", "month", "calendar_month",
        "half",
        "half_year",
    ]

    /// The names of columns that have the year of such a part.
    static let years = ["year", "calendar_year", "fiscal_year", "fy"]

    /// Whether the years and quarters in a column with this name are fiscal.
    static func isFiscal(_ name: String) -> Bool {
        let name = normalizedName(name)
        return name == "fy" || name.hasPrefix("fiscal")
    }

    /// The length of the period that a single day in a column with this name stands for; nil if the
    /// name does not say it.
    static func length(of name: String) -> PeriodLength? {
        lengths[normalizedName(name)]
    }

    /// How long every period in a column with this name is; nil if the name does not say it.
    static func lengthOfAll(in name: String) -> PeriodLength? {
        normalizedName(name) == "day" ? .day : length(of: name)
    }

    private static let lengths: [String: PeriodLength] = {
        let bases: [(String, PeriodLength)] = [
            ("month", .month), ("calendar_month", .month), ("quarter", .quarter),
            ("calendar_quarter", .quarter), ("half", .half), ("half_year", .half),
            ("year", .year), ("calendar_year", .year), ("fiscal_quarter", .fiscalQuarter),
            ("fiscal_year", .fiscalYear),
        ]
        var lengths: [String: PeriodLength] = [
            "qtr": .quarter, "q": .quarter, "fy": .fiscalYear,
        ]
        for (base, length) in bases {
            for suffix in ["", "_end", "_ended", "_ending", "_end_date"] {
                lengths[base + suffix] = length
            }
        }
        return lengths
    }()
}
