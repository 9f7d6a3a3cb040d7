import Reporting

/// The scale of the axis that shows values. It runs from its first tick to its last. Both are round
/// numbers, and all drawn values are between them.
struct ValueScale {
    /// At least two, ascending, with equal intervals of 1, 2 or 5 times a power of ten.
    let ticks: [Double]
    /// How many decimals the labels of the ticks need.
    private let decimals: Int

    /// The scale with the smallest step that covers `range` in at most `intervals` steps. If
    /// `range` is nil or only zero, it covers 0 to 1.
    ///
    /// If `hasZero` is true, the scale includes zero, which bars need. Otherwise it starts at zero
    /// unless the values are so far from it that leaving it out makes the chart at least twice as
    /// detailed; then small changes of large values are visible.
    init(_ range: ClosedRange<Double>?, hasZero: Bool, intervals: Int) {
        var (low, high) = (range?.lowerBound ?? 0, range?.upperBound ?? 0)
        let farthest = max(low.magnitude, high.magnitude)
        let isFlat = high - low <= farthest * 1e-9
        if hasZero || isFlat || min(low.magnitude, high.magnitude) < farthest / 2 {
            (low, high) = (min(low, 0), max(high, 0))
        }
        if high - low < 1e-12 { (low, high) = (0, 1) }

        var (power, factor) = (-13, 1.0)
        func step(_ count: Double) -> Double {
            power < 0 ? count * factor / powerOfTen(-power) : count * factor * powerOfTen(power)
        }
        func first() -> Double { (low / step(1)).rounded(.down) }
        func last() -> Double { (high / step(1)).rounded(.up) }
        while last() - first() > Double(max(intervals, 1)), power < 19 {
            (power, factor) =
                factor == 1 ? (power, 2) : factor == 2 ? (power, 5) : (power + 1, 1)
        }
        ticks = stride(from: first(), through: last(), by: 1).map(step)
        decimals = max(0, -power)
    }

    var low: Double { ticks[0] }
    var high: Double { ticks[ticks.count - 1] }

    /// The position of a value: 0 at the first tick, 1 at the last.
    func fraction(_ value: Double) -> Double { (value - low) / (high - low) }

    /// The value at which bars begin: zero, or the end of the scale nearest to zero.
    var base: Double { min(max(0, low), high) }

    /// The text of a tick, with the same decimals for all ticks.
    func label(_ tick: Double) -> String {
        DisplayNumber(Number(tick, decimals: decimals))?.text ?? "–"
    }
}

private func powerOfTen(_ power: Int) -> Double {
    (0..<power).reduce(1) { result, _ in result * 10 }
}
