import Reporting

/// A scale for values, from its first tick to its last, which are round numbers that hold all of
/// what is drawn.
struct ValueScale {
    /// Rising, at least two, evenly apart by 1, 2 or 5 times a power of ten.
    let ticks: [Double]
    /// Digits after the point that tell the ticks apart.
    private let places: Int

    /// The finest scale for `range` with at most `intervals` from tick to tick; of nothing, from
    /// 0 to 1.
    ///
    /// With `hasZero` zero is in it, as the length of bars needs. Without, it is where leaving it
    /// out would stretch the picture to less than twice its height: small changes of large values
    /// show, and nothing looks like a fall to zero that is none.
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
        places = max(0, -power)
    }

    var low: Double { ticks[0] }
    var high: Double { ticks[ticks.count - 1] }

    /// Where a value stands: 0 at the first tick, 1 at the last.
    func fraction(_ value: Double) -> Double { (value - low) / (high - low) }

    /// Where the bars begin: at zero, or at the end of the scale that is nearest to it.
    var base: Double { min(max(0, low), high) }

    func label(_ tick: Double) -> String { ShownNumber(Number(tick, places: places))?.text ?? "–" }
}

private func powerOfTen(_ power: Int) -> Double {
    (0..<power).reduce(1) { result, _ in result * 10 }
}
