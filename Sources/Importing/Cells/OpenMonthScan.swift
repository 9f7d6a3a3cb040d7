import Mining

/// Finds out whether the months of a subject and a metric may stand for longer periods, such as
/// quarters. Only for a metric that is measured over a period, and months of unknown length.
///
/// Many files name a quarter after its last month: `Mar-25,Jun-25,Sep-25`.
struct OpenMonthScan {
    /// The first month and its line.
    let first: (month: Period, line: Int)
    /// What the months stand for if they are longer periods.
    private(set) var likely = LikelyLength()
    /// The months, by their numbers; empty if they are certainly months.
    private var months: Set<Int> = []
    private(set) var areCertain = false
    /// Whether one of the months has a figure.
    private var hasFigure = false

    /// A scan without months yet. `month` is the first one to add.
    init(first month: Period, line: Int) {
        first = (month, line)
    }

    /// Adds a month of a subject whose fiscal year ends in month `fiscalYearEnd`. `isMissing`: it has no
    /// figure.
    mutating func add(_ month: Period, fiscalYearEnd: Int?, isMissing: Bool) {
        if !isMissing { hasFigure = true }
        let day = month.last
        likely.add(day, fiscalYearEnd: fiscalYearEnd)
        let endsQuarter = [PeriodLength.quarter, .fiscalQuarter].contains {
            $0.period(of: day, fiscalYearEnd: fiscalYearEnd) != nil
        }
        if endsQuarter, likely.monthStep.isMultiple(of: 3) {
            months.insert(day.monthNumber)
        } else {
            areCertain = true
            months = []
        }
    }

    /// Whether the months may stand for longer periods: there are several, all of them end a quarter, and
    /// no two follow each other.
    var mayBeLonger: Bool { hasFigure && months.count > 1 }

    /// Whether all months are as far apart as quarters, half-years or years are.
    var areEvenlyApart: Bool {
        let sorted = months.sorted()
        let distances = Set(zip(sorted, sorted.dropFirst()).map { $1 - $0 })
        return distances.count == 1 && !distances.isDisjoint(with: [3, 6, 12])
    }
}
