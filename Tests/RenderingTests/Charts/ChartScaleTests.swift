import Mining
import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite("Chart scales")
struct ChartScaleTests {
    @Test(arguments: [
        (0.0, 61.7, 5, [0, 20, 40, 60, 80]), (0, 432.72, 5, [0, 100, 200, 300, 400, 500]),
        (-0.4, 9.5, 6, [-2, 0, 2, 4, 6, 8, 10]), (90, 118, 5, [90, 100, 110, 120]),
        (-5, -4, 5, [-5, -4.8, -4.6, -4.4, -4.2, -4]), (0, 0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (38.5, 38.5, 5, [0, 10, 20, 30, 40]), (-7, -7, 5, [-8, -6, -4, -2, 0]),
    ])
    func `ticks are round numbers`(
        low: Double, high: Double, intervals: Int, ticks: [Double]
    ) {
        #expect(ValueScale(low...high, hasZero: false, intervals: intervals).ticks == ticks)
    }

    @Test func `labels of ticks have as many digits as needed to distinguish them`() {
        let scale = ValueScale(0...0.07, hasZero: true, intervals: 5)
        #expect(scale.ticks.map(scale.label) == ["0.00", "0.02", "0.04", "0.06", "0.08"])
        let large = ValueScale(0...9_500, hasZero: true, intervals: 5)
        #expect(
            large.ticks.map(large.label) == ["0", "2,000", "4,000", "6,000", "8,000", "10,000"])
    }

    @Test func `the scale of a line chart leaves zero out only if that doubles its height`() {
        #expect(ValueScale(49...100, hasZero: false, intervals: 5).low == 0)
        #expect(ValueScale(51...100, hasZero: false, intervals: 5).low == 50)
        #expect(ValueScale(51...100, hasZero: true, intervals: 5).low == 0)
        #expect(ValueScale(nil, hasZero: false, intervals: 5).ticks.last == 1)
    }

    @Test func `ticks cover any range, evenly and not too many`() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<1_000 {
            let size = Double(Int.random(in: -6...17, using: &random))
            let power = (0..<Int(size.magnitude)).reduce(1.0) { power, _ in
                size < 0 ? power / 10 : power * 10
            }
            let ends = [
                Double.random(in: -1...1, using: &random) * power,
                Double.random(in: -1...1, using: &random) * power,
            ]
            let intervals = Int.random(in: 1...12, using: &random)
            let range = (ends.min() ?? 0)...(ends.max() ?? 0)
            let scale = ValueScale(
                range, hasZero: Bool.random(using: &random), intervals: max(intervals, 2))
            #expect(scale.low <= range.lowerBound && range.upperBound <= scale.high)
            #expect((2...max(intervals, 2) + 1).contains(scale.ticks.count))
            let steps = zip(scale.ticks, scale.ticks.dropFirst()).map { $1 - $0 }
            for step in steps { #expect((step / steps[0] - 1).magnitude < 1e-6) }
        }
    }

    @Test(arguments: [
        (["A", "B", "C"], 0.2, ["A", "B", "C"]),
        (["2025Q1", "2025Q2", "2025Q3", "2025Q4"], 0.4, ["2025Q2", "2025Q4"]),
        (["A", "B", "C", "D", "E"], 0.85, ["E"]), (["A", "B", "C", "D", "E"], 0.7, ["A", "E"]),
    ])
    func `without enough room names are left out evenly, but never the last one`(
        names: [String], room: Double, labels: [String]
    ) {
        let scale = PlaceScale(.names(names), hasRoom: true)
        #expect(scale.labels { _ in room }.map(\.text) == labels)
    }

    @Test(arguments: [
        ("2025-12-29", 3, 0.3, ["2025-12-29", "2025-12-30", "2025-12-31"]),
        ("2025-01-01", 120, 0.2, ["2025-01", "2025-02", "2025-03", "2025-04"]),
        ("2024-12-11", 400, 0.2, ["2025-01", "2025-04", "2025-07", "2025-10", "2026-01"]),
        ("2020-02-01", 2_200, 0.15, ["2021", "2022", "2023", "2024", "2025", "2026"]),
        ("2025-03-02", 20, 0.3, ["2025-03-02", "2025-03-21"]),
    ])
    func `days are labelled one by one, or else by the months and years that begin`(
        first: String, count: Int, room: Double, labels: [String]
    ) throws {
        let first = try #require(Day(first))
        let axis = Chart.Axis.days((0..<count).map(first.advanced(by:)))
        #expect(PlaceScale(axis, hasRoom: false).labels { _ in room }.map(\.text) == labels)
    }

    @Test func `labels never overlap, and places stay within the axis`() {
        var random = SeededGenerator(seed: 42)
        for _ in 0..<200 {
            var day = Int.random(in: 0...20_000, using: &random)
            let widest = [1, 40, 400].randomElement(using: &random) ?? 1
            let days = (0..<Int.random(in: 1...100, using: &random)).compactMap { _ -> Day? in
                day += Int.random(in: 1...widest, using: &random)
                return Day(number: day)
            }
            let scale = PlaceScale(.days(days), hasRoom: Bool.random(using: &random))
            #expect(scale.positions.allSatisfy { (0...1).contains($0) })
            #expect(scale.positions == scale.positions.sorted())
            let labels = scale.labels { Double($0.count) / 60 }
            #expect(!labels.isEmpty)
            for (left, right) in zip(labels, labels.dropFirst()) {
                let room = Double(left.text.count + right.text.count) / 120
                #expect(right.position - left.position >= room)
            }
        }
    }

    @Test func `overlapping labels are moved apart as little as possible`() {
        #expect(movedApart([10, 50, 90], by: 10, within: 0...100) == [10, 50, 90])
        #expect(movedApart([50, 50], by: 10, within: 0...100) == [45, 55])
        #expect(movedApart([98, 99, 20], by: 10, within: 0...100) == [90, 100, 20])
        #expect(movedApart([1, 1, 1], by: 60, within: 0...100) == [0, 50, 100])
        #expect(movedApart([], by: 10, within: 0...100) == [])
        #expect(movedApart([7], by: 10, within: 0...100) == [7])
    }

    @Test func `labels moved apart keep their distance, range and order`() {
        var random = SeededGenerator(seed: 43)
        for _ in 0..<300 {
            let wanted = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Double.random(in: 0...100, using: &random)
            }
            let places = movedApart(wanted, by: 5, within: 0...100)
            let sorted = places.sorted()
            #expect(sorted[0] >= -1e-9 && sorted[sorted.count - 1] <= 100 + 1e-9)
            for (left, right) in zip(sorted, sorted.dropFirst()) {
                #expect(right - left >= 5 - 1e-9)
            }
            let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
            #expect(order.map { places[$0] } == sorted)
        }
    }
}
