import Mining
import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite("Chart layout")
struct ChartLayoutTests {
    @Test func `a missing value is a gap, a single value between gaps is a dot`() throws {
        let shapes = ChartLayout(DisplayChart(.lines)).shapes
        let runs = shapes.compactMap { shape -> [Int]? in
            if case .curve(_, let runs, _) = shape { runs.map(\.count) } else { nil }
        }
        #expect(runs == [[12], [3, 6], [8]])
        #expect(
            shapes.contains {
                if case .dot(1, _, "RIOT, 2025-05-31: 34.1 EH/s", _) = $0 { true } else { false }
            })
    }

    @Test func `each line ends with its name and last value, without overlaps`() {
        for chart in [Chart.lines, .many] {
            let labels = ChartLayout(DisplayChart(chart)).shapes.compactMap {
                shape -> (String, Double)? in
                if case .text(let text, .series, .start, let point) = shape {
                    (text, point.y)
                } else {
                    nil
                }
            }
            #expect(labels.count == chart.series.count)
            let heights = labels.map(\.1).sorted()
            for (upper, lower) in zip(heights, heights.dropFirst()) { #expect(lower - upper > 9) }
        }
    }

    @Test func `the parts of a stack are as high as their values, starting at zero`() throws {
        let chart = DisplayChart(.stacked)
        let bars = chart.bars(in: Plot(vertical: chart, height: 200, right: 0))
        let boxes = bars.compactMap { shape -> ChartLayout.Box? in
            if case .bar(_, let box, _, _) = shape { box } else { nil }
        }
        let last = boxes.suffix(14)
        let unit = last.map(\.height).reduce(0, +) / (try #require(chart.total(at: 5)))
        for (box, series) in zip(last, chart.series) {
            #expect((box.height - (series.values[5] ?? 0) * unit).magnitude < 1e-9)
        }
        for (lower, upper) in zip(last, last.dropFirst()) {
            #expect((lower.y - upper.y - upper.height).magnitude < 1e-9)
        }
        #expect(boxes.count == 14 * 6 - 1)
    }

    @Test func `negative values are stacked downwards from zero`() {
        let stack = DisplayChart(.parts).stack(at: 1)
        #expect(
            stack == [
                .init(series: 0, from: 0, to: 2.5), .init(series: 1, from: 0, to: -0.5),
                .init(series: 2, from: 2.5, to: 3.5),
            ])
        #expect(DisplayChart(.parts).total(at: 1) == 3)
        #expect(DisplayChart(.parts).extent == -1...9.5)
    }

    @Test func `bars of companies are horizontal, bars of periods vertical`() {
        func firstBars(_ chart: Chart) -> [ChartLayout.Box] {
            ChartLayout(DisplayChart(chart)).shapes.compactMap { shape -> ChartLayout.Box? in
                if case .bar(0, let box, _, _) = shape { box } else { nil }
            }.filter { $0.width != 10 }
        }
        let horizontal = firstBars(.additions)
        #expect(Set(horizontal.map(\.height)).count == 1)
        #expect(horizontal.map(\.y) == horizontal.map(\.y).sorted())
        let vertical = firstBars(.quarters)
        #expect(vertical.map(\.x) == vertical.map(\.x).sorted())
    }

    @Test func `what is unknown in a stack of a fixed set is outlined, and no growth`() throws {
        let chart = DisplayChart(.fixedSet)
        #expect(chart.unknown(at: 0) == .init(names: ["BBB"], from: 10, to: 30))
        #expect(chart.unknown(at: 1) == nil)
        #expect(chart.unknown(at: 2) == .init(names: ["AAA"], from: 21, to: 32))
        #expect(chart.extent == 0...32)
        let shapes = ChartLayout(chart).shapes
        let tips = shapes.compactMap { shape -> String? in
            if case .unknown(_, let tip) = shape { tip } else { nil }
        }
        #expect(tips == ["2025-10: unknown: BBB", "2025-12: unknown: AAA", "unknown"])
        let texts = shapes.compactMap { shape -> String? in
            if case .text(let text, .value, _, _) = shape { text } else { nil }
        }
        #expect(texts == ["1?", "31", "1?"])
    }

    @Test func `without a fixed set a missing value of a stack adds nothing`() {
        #expect(DisplayChart(.parts).unknown(at: 1) == nil)
        #expect(!DisplayChart(.parts).hasUnknown)
    }

    @Test func `a line breaks at missing values and where it is told to, not at others' places`() {
        var chart = Chart(
            "c", "C", .line, unit: "", axis: .names(["1", "2", "3", "4", "5", "6"]),
            series: [.init("s", [1, nil, 3, nil, 5, 6], breaks: [5], skips: [1])])
        #expect(DisplayChart(chart).runs(of: 0) == [[0, 2], [4], [5]])
        chart.series[0].breaks = []
        chart.series[0].skips = [1, 3]
        #expect(DisplayChart(chart).runs(of: 0) == [[0, 2, 4, 5]])
    }

    @Test func `a step of a line to an estimate looks like an estimate`() {
        let chart = Chart(
            "c", "C", .line, unit: "", axis: .names(["1", "2", "3", "4"]),
            series: [.init("s", [1, 2, 3, 4], marks: [2: [.estimated]])])
        let curves = ChartLayout(DisplayChart(chart)).shapes.compactMap {
            shape -> (ValueLook, [Int])? in
            if case .curve(_, let runs, let look) = shape { (look, runs.map(\.count)) } else { nil }
        }
        #expect(curves.map(\.0) == [[], .estimated])
        #expect(curves.map(\.1) == [[2, 2], [2]])
    }

    @Test func `numbers on the axis are to scale`() {
        let scale = PlaceScale(.numbers([-50, -30, -20, 0], unit: "%"), hasRoom: false)
        #expect(scale.positions.map { ($0 * 100).rounded() } == [0, 40, 60, 100])
        #expect(
            Chart.Axis.numbers([-50, 0, 20], unit: "%").labels == ["-50 %", "0 %", "+20 %"])
    }

    @Test func `a chart without any values says so`() {
        for chart in [
            Chart.unknown, Chart("none", "None", .line, unit: "", axis: .days([]), series: []),
        ] {
            let shapes = ChartLayout(DisplayChart(chart)).shapes
            #expect(shapes.count == 1)
            guard case .text("No values are known.", _, _, _)? = shapes.first else {
                Issue.record("\(shapes)")
                continue
            }
        }
    }

    @Test func `all values of any chart are within its plot, and all texts within the chart`() {
        var random = SeededGenerator(seed: 44)
        for _ in 0..<300 {
            let layout = ChartLayout(DisplayChart(.random(&random)))
            let plot = layout.plot
            func expectInside(_ x: Double, _ y: Double) {
                #expect((plot.x - 1e-6...plot.x + plot.width + 1e-6).contains(x))
                #expect((plot.y - 1e-6...plot.y + plot.height + 1e-6).contains(y))
            }
            for shape in layout.shapes {
                switch shape {
                case .curve(_, let runs, _):
                    for point in runs.joined() { expectInside(point.x, point.y) }
                case .dot(_, let point, _, _): expectInside(point.x, point.y)
                case .bar(_, let box, _, _) where box.y >= plot.y - 1e-6:
                    expectInside(box.x, box.y)
                    expectInside(box.x + box.width, box.y + box.height)
                case .bar(_, let box, _, _):
                    // A square of the legend.
                    #expect(box.y >= 0 && box.x + box.width <= ChartLayout.width)
                case .text(_, _, _, let point):
                    #expect((0...ChartLayout.width).contains(point.x))
                    #expect((0...layout.height).contains(point.y))
                case .unknown(let box, _) where box.y >= plot.y - 1e-6:
                    expectInside(box.x, box.y)
                    expectInside(box.x + box.width, box.y + box.height)
                case .sample(let box, _), .unknown(let box, _):
                    #expect(box.y >= 0 && box.x + box.width <= ChartLayout.width)
                case .rule: break
                }
            }
        }
    }

    @Test func `the legend explains each letter after a number once`() {
        var chart = Chart.ranked
        chart.series[0].numbers = [
            0: Number(61.7, decimals: 1, marks: [.conflict]),
            1: Number(26, decimals: 1, marks: [.estimated, .conflict, .unrenewed]),
        ]
        let texts = Legend([], DisplayChart(chart)).shapes.compactMap { shape in
            if case .text(let text, _, _, _) = shape { text } else { nil }
        }
        #expect(
            texts == [
                "estimate", "carried from an earlier day",
                "x rests on a figure that another source contradicts",
                "n no newer figure than at the base",
            ])
    }

    @Test func `colors are the same with and without a style sheet`() {
        for index in 0..<SeriesColor.count {
            let color = SeriesColor(index)
            let rule = ".\(color.color) { color: #\(color.hexadecimal.lowercased()); }"
            #expect(chartStyle.description.contains(rule))
        }
    }
}
