import Mining
import Reporting
import TestSupport

extension Chart {
    /// A random chart of any kind and size, with gaps, small and large values, and awkward names.
    static func random(_ random: inout SeededGenerator) -> Chart {
        let count = [0, 1, 2, 5, 14, 60].randomElement(using: &random) ?? 1
        let sizes: [Double] = [1e-9, 1, 1e4, 1e17]
        let size = sizes.randomElement(using: &random) ?? 1
        let low: Double = Bool.random(using: &random) ? 0 : -1
        var day = Int.random(in: 0...20_000, using: &random)
        let days = (0..<count).compactMap { _ -> Day? in
            day += Int.random(in: 1...100, using: &random)
            return Day(number: day)
        }
        let axis: Axis =
            switch Int.random(in: 0..<4, using: &random) {
            case 0: .days(days)
            case 1: .names((0..<count).map { "\(1_990 + $0)" })
            case 2: .numbers((0..<count).map { Double($0 * $0) - 20 }, unit: "%")
            default: .names((0..<count).map { _ in .random(&random) })
            }
        let kinds: [Kind] = [.line, .bars, .stacked]
        var chart = Chart(
            .random(&random), .random(&random), kinds.randomElement(using: &random) ?? .line,
            unit: .random(&random), axis: axis,
            series: (0..<Int.random(in: 0...20, using: &random)).map { _ in
                let name = String.random(&random)
                let values = (0..<count).map { _ -> Double? in
                    switch Int.random(in: 0..<8, using: &random) {
                    case 0: return nil
                    case 1: return Bool.random(using: &random) ? 0 : .nan
                    default: return size * Double.random(in: low...1, using: &random)
                    }
                }
                func places() -> [Int] {
                    (0..<count).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
                }
                let marks =
                    places().map { ($0, [Number.Mark.estimated]) }
                    + places().map { ($0, [Number.Mark.carried]) }
                return Series(
                    name, values, marks: Dictionary(marks) { $0 + $1 }, breaks: Set(places()),
                    skips: Set(places()))
            })
        chart.hasFixedSet = Bool.random(using: &random)
        return chart
    }
}
