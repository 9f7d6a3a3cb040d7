import Mining
import Reporting
import TestSupport
import Testing

@testable import Rendering

@Suite("Charts laid out")
struct PictureTests {
    @Test func `a missing value is a gap, a value between gaps a dot`() throws {
        let shapes = Picture(Drawing(.lines)).shapes
        let runs = shapes.compactMap { shape -> [Int]? in
            if case .curve(_, let runs) = shape { runs.map(\.count) } else { nil }
        }
        #expect(runs == [[12], [3, 6], [8]])
        #expect(
            shapes.contains {
                if case .dot(1, _, "RIOT, 2025-05-31: 34.1 EH/s") = $0 { true } else { false }
            })
    }

    @Test func `each line ends with its name and last value, no two in one place`() {
        for chart in [Chart.lines, .many] {
            let labels = Picture(Drawing(chart)).shapes.compactMap { shape -> (String, Double)? in
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

    @Test func `the parts of a stack are as high as their values, from zero on`() throws {
        let chart = Drawing(.stacked)
        let bars = chart.bars(in: Plot(upright: chart, height: 200, right: 0))
        let boxes = bars.compactMap { shape -> Picture.Box? in
            if case .bar(_, let box, _) = shape { box } else { nil }
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

    @Test func `what is negative is stacked down from zero`() {
        let stack = Drawing(.parts).stack(at: 1)
        #expect(
            stack == [
                .init(series: 0, from: 0, to: 2.5), .init(series: 1, from: 0, to: -0.5),
                .init(series: 2, from: 2.5, to: 3.5),
            ])
        #expect(Drawing(.parts).total(at: 1) == 3)
        #expect(Drawing(.parts).extent == -1...9.5)
    }

    @Test func `companies lie below each other, periods stand from left to right`() {
        func firstBars(_ chart: Chart) -> [Picture.Box] {
            Picture(Drawing(chart)).shapes.compactMap { shape -> Picture.Box? in
                if case .bar(0, let box, _) = shape { box } else { nil }
            }.filter { $0.width != 10 }
        }
        let lying = firstBars(.additions)
        #expect(Set(lying.map(\.height)).count == 1)
        #expect(lying.map(\.y) == lying.map(\.y).sorted())
        let upright = firstBars(.quarters)
        #expect(upright.map(\.x) == upright.map(\.x).sorted())
    }

    @Test func `what is missing everywhere is said`() {
        for chart in [
            Chart.unknown, Chart("none", "None", .line, unit: "", axis: .days([]), series: []),
        ] {
            let shapes = Picture(Drawing(chart)).shapes
            #expect(shapes.count == 1)
            guard case .text("No values are known.", _, _, _)? = shapes.first else {
                Issue.record("\(shapes)")
                continue
            }
        }
    }

    @Test func `every value of any chart lies within its plot, and nothing outside the picture`() {
        var random = SeededGenerator(seed: 44)
        for _ in 0..<300 {
            let picture = Picture(Drawing(.random(&random)))
            let plot = picture.plot
            func expectInside(_ x: Double, _ y: Double) {
                #expect((plot.x - 1e-6...plot.x + plot.width + 1e-6).contains(x))
                #expect((plot.y - 1e-6...plot.y + plot.height + 1e-6).contains(y))
            }
            for shape in picture.shapes {
                switch shape {
                case .curve(_, let runs):
                    for point in runs.joined() { expectInside(point.x, point.y) }
                case .dot(_, let point, _): expectInside(point.x, point.y)
                case .bar(_, let box, _) where box.y >= plot.y - 1e-6:
                    expectInside(box.x, box.y)
                    expectInside(box.x + box.width, box.y + box.height)
                case .bar(_, let box, _):
                    // A piece of the legend.
                    #expect(box.y >= 0 && box.x + box.width <= Picture.width)
                case .text(_, _, _, let point):
                    #expect((0...Picture.width).contains(point.x))
                    #expect((0...picture.height).contains(point.y))
                case .rule: break
                }
            }
        }
    }
}
