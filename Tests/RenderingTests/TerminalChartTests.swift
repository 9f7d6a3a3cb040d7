import Foundation
import Rendering
import Reporting
import Testing

@Suite("Charts at a terminal")
struct TerminalChartTests {
    @Test(arguments: Chart.specimens.map(\.name))
    func `a chart in 80 cells`(name: String) throws {
        var document = Document(report: "charts", tables: [])
        document.charts = Chart.specimens.filter { $0.name == name }
        let text = try Format.table.render(document, charts: .all)
        try expect(text, matchesGolden: "\(name).txt")
    }
}
