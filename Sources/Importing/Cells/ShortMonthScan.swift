import Mining

/// Finds out whether texts such as `Dec-25` in a column are months (December 2025) or days without
/// a year (25 December).
struct ShortMonthScan {
    /// The months since the year 0.
    private var months: Set<Int> = []
    private var names: Set<Int> = []
    /// Whether a text cannot be a day, such as `Feb-30`.
    private var hasImpossibleDay = false
    /// Whether a text cannot be a month with its year, such as `Dec-1` or `25-Dec`.
    private var hasDay = false

    /// Adds a text of the column if it has this form.
    mutating func add(_ text: String) {
        guard let short = ShortMonthText(text) else { return }
        guard let first = short.period?.first, first >= .firstOfBitcoin.firstOfMonth else {
            hasDay = true
            return
        }
        if !short.mayBeDay { hasImpossibleDay = true }
        names.insert(short.month)
        months.insert(first.components.year * 12 + short.month)
    }

    /// Whether the texts are months: one of them cannot be a day, or as months they are at most a
    /// quarter apart or evenly spaced. Days would look like months of many different years.
    var areMonths: Bool {
        guard !hasDay, !months.isEmpty else { return false }
        if hasImpossibleDay { return true }
        let sorted = months.sorted()
        let distances = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
        guard names.count > 1, let widest = distances.max() else { return false }
        return widest <= 3 || distances.count > 1 && Set(distances).count == 1
    }
}
