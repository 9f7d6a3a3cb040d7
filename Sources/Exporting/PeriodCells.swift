import Mining

/// Decides which periods of an export are written as intervals, `2025-12-01/2025-12-31`, because
/// `import` refuses their shortest form as a probable mistake. Rows come in the order of a book.
///
/// - A single day of a metric that is measured over longer periods.
/// - A month that is a quarter, a half-year or a year after the month before it in its series: it
///   could be the name of a longer period.
struct PeriodCells {
    /// The last month of a series.
    private struct LastMonth {
        let subject: Int32
        let metric: Metric
        let number: Int
    }

    private var last: LastMonth?
    /// The name of the subject of `last`, whose index may differ in the next batch.
    private var lastSubject = ""

    /// Begins the rows of a batch.
    mutating func begin(_ batch: ObservationBatch) {
        guard let last, let first = batch.rows.first else { return }
        let goesOn = batch.subjects[Int(first.subject)] == lastSubject
        self.last =
            goesOn
            ? LastMonth(subject: first.subject, metric: last.metric, number: last.number) : nil
    }

    /// Ends the rows of a batch.
    mutating func end(_ batch: ObservationBatch) {
        if let last, batch.count > 0 { lastSubject = batch.subjects[Int(last.subject)] }
    }

    /// Whether the period of the next row is written as an interval.
    @inline(__always)
    mutating func isInFull(_ row: ObservationBatch.Row) -> Bool {
        if row.period.isDay { return !isPublishedDaily[row.metric.rawValue] }
        guard (28...31).contains(row.period.days), row.period.wholeMonths == 1 else { return false }
        let number = row.period.first.monthNumber
        defer { last = LastMonth(subject: row.subject, metric: row.metric, number: number) }
        guard let last, last.subject == row.subject, last.metric == row.metric else { return false }
        return [3, 6, 12].contains(number - last.number)
    }
}

extension Period {
    /// Appends the first and the last day.
    func writeInFull(to output: inout OutputSpan<UInt8>) {
        first.write(to: &output)
        output.append(UInt8(ascii: "/"))
        last.write(to: &output)
    }
}

/// `Metric.isPublishedDaily` by raw value.
private let isPublishedDaily: [Bool] = {
    var table = Array(repeating: true, count: (Metric.allCases.map(\.rawValue).max() ?? 0) + 1)
    for metric in Metric.allCases { table[metric.rawValue] = metric.isPublishedDaily }
    return table
}()
