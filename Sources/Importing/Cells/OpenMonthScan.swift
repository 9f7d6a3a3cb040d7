import Mining

/// What the months of one metric of a subject show that is measured over a period, if nothing says
/// that they are no longer periods.
///
/// Many files name a quarter after its last month: `Mar-25,Jun-25,Sep-25`.
struct OpenMonthScan {
    /// The distances that quarters, half-years and years have.
    private static let steps = [3, 6, 12]

    /// The first month and its line.
    let first: (month: Period, line: Int)
    /// What the months stand for if they are longer periods.
    private(set) var likely = LikelyLength()
    /// The months, by their numbers; empty if they are certainly months.
    private var months: Set<Int> = []
    private(set) var areCertain = false

    /// A scan without months that will begin with this one.
    init(first month: Period, line: Int) {
        first = (month, line)
    }

    /// Adds a month of a subject whose fiscal year ends in month `fiscalYearEnd`.
    mutating func add(_ month: Period, fiscalYearEnd: Int?) {
        let day = month.last
        likely.add(day, fiscalYearEnd: fiscalYearEnd)
        let endsQuarter = [PeriodLength.quarter, .fiscalQuarter].contains {
            $0.period(of: day, fiscalYearEnd: fiscalYearEnd) != nil
        }
        if endsQuarter, likely.monthStep % Self.steps[0] == 0 {
            months.insert(day.monthNumber)
        } else {
            areCertain = true
            months = []
        }
    }

    /// How many months are between each month and the next one, if they may stand for longer periods;
    /// nil if they do not.
    var step: Int? {
        let sorted = months.sorted()
        let distances = Set(zip(sorted, sorted.dropFirst()).map { $1 - $0 })
        guard let step = distances.first, distances.count == 1, Self.steps.contains(step) else {
            return nil
        }
        return step
    }
}
