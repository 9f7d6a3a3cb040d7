import Mining
import Reporting

extension Chart {
    /// Three lines with values at the ends of months: one with gaps and one that ends early.
    static let lines = Chart(
        "hashrate", "Deployed hashrate", .line, unit: "EH/s",
        axis: .days(monthEnds(from: 2025, 1, count: 12)),
        series: [
            Series(
                "MARA", [53.2, 53.7, 54.3, 57.3, 58.3, 57.4, 58.9, 59.4, 60.4, 60.4, 61.1, 61.7]),
            Series(
                "RIOT", [33.5, 33.7, 33.7, nil, 34.1, nil, 35.5, 36.4, 36.5, 36.6, 36.9, 38.5]),
            Series("BTDR", [8.6, 9.6, 11.5, 12.4, 13.7, 16.5, 22.3, 30.0, nil, nil, nil, nil]),
        ])

    /// Additions by company, one negative and one missing.
    static let additions = Chart(
        "additions", "Hashrate added since 2025-11-30", .bars, unit: "EH/s",
        axis: .names([
            "BTDR", "RIOT", "CleanSpark, Inc. and its subsidiaries", "HUT", "IREN", "CORZ",
        ]),
        series: [Series("Added", [9.5, 2, 0.75, 0, nil, -0.4])])

    /// Two series per quarter.
    static let quarters = Chart(
        "bitcoin", "Bitcoin mined and sold", .bars, unit: "BTC",
        axis: .names(["2025Q1", "2025Q2", "2025Q3", "2025Q4"]),
        series: [
            Series("Mined", [7_532, 7_904, 8_310, 7_877]),
            Series("Sold", [4_120, 5_006, nil, 8_944]),
        ])

    /// Stacks of fourteen companies, one for each month.
    static let stacked = Chart(
        "share", "Deployed hashrate by company", .stacked, unit: "EH/s",
        axis: .names(["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"]),
        series: [
            ("MARA", 58.9), ("CLSK", 50), ("IREN", 50), ("CANG", 50), ("BTDR", 22.3),
            ("RIOT", 35.5), ("HUT", 10.2), ("CIFR", 20.4), ("CORZ", 19.3), ("BITF", 16.5),
            ("WULF", 12.8), ("CAN", 8.1), ("FUFU", 4.6), ("BTBT", 2),
        ].map { (name: String, start: Double) -> Series in
            var values: [Double?] = [1, 1.02, 1.05, 1.1, 1.12, 1.2].map { start * $0 }
            if name == "FUFU" { values[2] = nil }
            return Series(name, values)
        })

    /// Stacks with negative parts, one for each company.
    static let parts = Chart(
        "attribution", "What changed the hashrate", .stacked, unit: "EH/s",
        axis: .names(["BTDR", "RIOT", "HUT"]),
        series: [
            Series("Organic", [9.5, 2.5, 0.25]), Series("Restated", [-1, -0.5, nil]),
            Series("Newly known", [nil, 1, nil]),
        ])

    /// A fixed set of two companies: each is unknown in one month; one value is an estimate, one
    /// carried.
    static let fixedSet: Chart = {
        var chart = Chart(
            "fixed", "Deployed hashrate of both", .stacked, unit: "EH/s",
            axis: .names(["2025-10", "2025-11", "2025-12"]),
            series: [
                Series("AAA", [10, 11, nil], marks: [1: [.estimated]]),
                Series("BBB", [nil, 20, 21], marks: [2: [.carried]]),
            ])
        chart.hasFixedSet = true
        return chart
    }()

    /// Bars of companies, estimated, carried, both and unknown.
    static let ranked = Chart(
        "ranked", "Hashrate", .bars, unit: "EH/s",
        axis: .names(["MARA", "HUT", "IREN", "CAN", "FUFU"]),
        series: [
            Series(
                "Hashrate", [61.7, 26, 50, 8.75, nil],
                marks: [1: [.estimated, .carried], 2: [.carried], 3: [.estimated]])
        ])

    /// Lines over numbers that are not evenly spaced.
    static let numbers = Chart(
        "numbers", "Gross margin by change of the price", .line, unit: "%",
        axis: .numbers([-50, -30, -20, -10, 0, 10, 50], unit: "%"),
        series: [Series("network 0 %", [-6, 24, 34, 41, 47, 52, 65])])

    /// Four hundred days with one value each.
    static let daily = Chart(
        "price", "Bitcoin price", .line, unit: "USD thousand",
        axis: .days(days(from: 2024, 12, 11, count: 400)),
        series: [
            Series(
                "Price",
                (0..<400).map { (day: Int) -> Double? in
                    let noise = Double((day * 37) % 29) / 4
                    return 90 + noise + Double(abs(200 - day)) / 10
                })
        ])

    /// Twenty lines, which is more than there are colors, close together.
    static let many = Chart(
        "many", "Twenty companies", .line, unit: "%",
        axis: .days(monthEnds(from: 2025, 7, count: 6)),
        series: (1...20).map { (number: Int) -> Series in
            let values = (0..<6).map { (month: Int) -> Double? in
                Double((number * 7 + month * number) % 23) - 4
            }
            return Series("Company \(number)", values)
        })

    static let single = Chart(
        "single", "One day", .line, unit: "EH/s", axis: .days(monthEnds(from: 2025, 12, count: 1)),
        series: [Series("RIOT", [38.5])])

    static let unknown = Chart(
        "unknown", "Nothing known", .bars, unit: "MW", axis: .names(["RIOT", "MARA"]),
        series: [Series("HPC", [nil, .nan])])

    /// Names that would be harmful if they were not escaped.
    static let hostile = Chart(
        "hostile", "<script>alert(1)</script>", .line, unit: "\"&'",
        axis: .names(["</svg>", "\u{202E}evil", "a\u{1B}[31m"]),
        series: [
            Series("\" onload=\"alert(1)", [1, 2, 3]), Series("]]>\u{FFFF}", [3, nil, 1]),
        ])

    static let samples = [
        lines, additions, quarters, stacked, parts, daily, many, single, unknown, hostile, fixedSet,
        ranked, numbers,
    ]

    private static func monthEnds(from year: Int, _ month: Int, count: Int) -> [Day] {
        (0..<count).compactMap { index in
            Day(lastOf: (month - 1 + index) % 12 + 1, year: year + (month - 1 + index) / 12)
        }
    }

    private static func days(from year: Int, _ month: Int, _ day: Int, count: Int) -> [Day] {
        guard let first = Day(year: year, month: month, day: day) else { return [] }
        return (0..<count).map(first.advanced(by:))
    }
}

extension Document {
    /// A report with charts and tables of all kinds.
    static let withCharts: Document = {
        var document = Document.sector
        document.charts = Chart.samples.filter { $0.name != "hostile" }
        return document
    }()

    /// A document with text that would be harmful if it were not escaped, in every place.
    static let hostileChart: Document = {
        var document = Document.hostile
        document.charts = [.hostile]
        return document
    }()
}
