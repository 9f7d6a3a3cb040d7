import Mining

/// What only all figures of a file together show: periods written as single days or months, numbers
/// with two possible meanings, costs below zero, values that became zero.
///
/// Rows that are rejected do not count. Memory does not depend on the size of the file.
struct FigureFindings {
    /// Figures of one kind: how many there are, and the first one.
    private struct Tally {
        var count = 0
        var first: (text: String, line: Int)
    }

    private enum Event {
        case singleDay(Day, fiscalYearEnd: Int?)
        case openMonth(Period, of: Subject, isMissing: Bool)
        case roundedToZero(String)
        case negativeCost(Quantity)
    }

    private let options: ImportOptions
    /// The numbers that may mean two things; nil if the file cannot have any.
    var marks: DecimalMarkScan?
    /// By the raw value of the metric.
    private var days: [SingleDayScan?]
    private var months = OpenMonths()
    private var zeros: [Metric: Tally] = [:]
    private var costs: [Metric: Tally] = [:]
    /// The events of the current row.
    private var pending: [(metric: Metric, event: Event)] = []

    init(_ options: ImportOptions) {
        self.options = options
        marks = DecimalMarkScan(options)
        days = Array(repeating: nil, count: (Metric.allCases.map(\.rawValue).max() ?? 0) + 1)
    }

    /// Adds a value whose digits were all rounded away; `text` is the cell.
    mutating func addRoundedToZero(_ metric: Metric, _ text: String) {
        pending.append((metric, .roundedToZero(text)))
    }

    /// Adds a figure that is ready to be recorded.
    @inline(__always)
    mutating func add(
        _ value: Quantity, _ metric: MetricSpec, of subject: Subject, in period: FigurePeriod
    ) {
        if !metric.isInstant {
            if !period.isOpen {
                months.addCertain(period.days, metric.metric)
            } else if period.days.isDay {
                addSingleDay(metric, period.days.last, fiscalYearEnd: subject.fiscalYearEnd)
            } else if months.mayBeLonger(metric.metric, of: subject) {
                pending.append(
                    (metric.metric, .openMonth(period.days, of: subject, isMissing: false)))
            }
        }
        if value.base < 0, metric.metric.isInParentheses {
            pending.append((metric.metric, .negativeCost(value)))
        }
    }

    /// Adds a cell without a figure.
    mutating func addMissing(_ metric: MetricSpec, of subject: Subject, in period: FigurePeriod) {
        guard !metric.isInstant, period.isOpen, !period.days.isDay,
            months.mayBeLonger(metric.metric, of: subject)
        else { return }
        pending.append((metric.metric, .openMonth(period.days, of: subject, isMissing: true)))
    }

    private mutating func addSingleDay(_ metric: MetricSpec, _ day: Day, fiscalYearEnd: Int?) {
        // One day within a month shows that the figures are daily; a long file has many.
        if metric.isPublishedDaily, days[metric.metric.rawValue]?.isMonthly == false { return }
        pending.append((metric.metric, .singleDay(day, fiscalYearEnd: fiscalYearEnd)))
    }

    /// Ends a row; `isGood` unless it is rejected.
    @inline(__always)
    mutating func endRow(isGood: Bool, line: Int) {
        if !pending.isEmpty { takePending(isGood: isGood, line: line) }
    }

    private mutating func takePending(isGood: Bool, line: Int) {
        defer { pending.removeAll(keepingCapacity: true) }
        guard isGood else { return }
        for (metric, event) in pending {
            switch event {
            case .singleDay(let day, let fiscalYearEnd):
                var scan = days[metric.rawValue] ?? SingleDayScan(first: day, line: line)
                scan.add(day, fiscalYearEnd: fiscalYearEnd)
                days[metric.rawValue] = scan
            case .openMonth(let month, let subject, let isMissing):
                months.add(month, metric, of: subject, isMissing: isMissing, line: line)
            case .roundedToZero(let text):
                zeros[metric, default: Tally(first: (text, line))].count += 1
            case .negativeCost(let value):
                costs[metric, default: Tally(first: ("\(value)", line))].count += 1
            }
        }
    }

    /// Reports what the rows of `file` show, after the last one.
    func report(to diagnostics: inout Diagnostics, file: String) {
        func problem(_ metric: Metric, _ line: Int, _ reason: ImportProblem.Reason)
            -> ImportProblem
        {
            ImportProblem(file: file, line: line, column: metric.code, reason: reason)
        }
        marks?.report(to: &diagnostics, file: file)
        for metric in Metric.allCases {
            if let scan = days[metric.rawValue] {
                report(scan, of: metric) { isError, reason in
                    let problem = problem(metric, scan.first.line, reason)
                    if isError { diagnostics.report(problem) } else { diagnostics.warn(problem) }
                }
            }
            if !options.areArguments, let (line, reason) = months.problem(of: metric) {
                diagnostics.report(problem(metric, line, reason))
            }
            if let tally = costs[metric] {
                let reason = ImportProblem.Reason.negativeCost(
                    tally.first.text, count: tally.count, isCredit: metric == .powerCredits)
                diagnostics.warn(problem(metric, tally.first.line, reason))
            }
            if let tally = zeros[metric] {
                let reason = ImportProblem.Reason.roundedToZero(
                    tally.first.text, count: tally.count)
                diagnostics.warn(problem(metric, tally.first.line, reason))
            }
        }
    }

    /// Reports the single days of a metric. Figures of the network are taken as daily, unless they
    /// are of several months and all are at the start or the end of one.
    private func report(
        _ scan: SingleDayScan, of metric: Metric,
        _ report: (_ isError: Bool, ImportProblem.Reason) -> Void
    ) {
        let day = scan.first.day
        if options.areArguments {
            if !metric.isPublishedDaily { report(false, .singleDay(day, count: scan.count)) }
        } else if scan.isMonthly, scan.count > 1 {
            guard !metric.isPublishedDaily || scan.likely.monthStep > 0 else { return }
            report(
                true,
                .singleDays(
                    day, areFirst: scan.areFirstOfMonth, likely: scan.likely.length))
        } else if !metric.isPublishedDaily {
            report(false, .singleDay(day, count: scan.count))
        }
    }
}

extension Metric {
    /// Whether statements often print the metric in parentheses: costs because they are subtracted
    /// from revenue, credits because they are subtracted from costs.
    fileprivate var isInParentheses: Bool {
        switch self {
        case .costOfRevenue, .powerCost, .powerCostPerBtc, .powerCredits, .depreciation, .sga,
            .capex,
            .interestExpense, .impairment:
            true
        default: false
        }
    }
}
