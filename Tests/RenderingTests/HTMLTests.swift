import Foundation
import Rendering
import Reporting
import Testing

@Suite("Documents as HTML")
struct HTMLTests {
    @Test func `a report with charts`() throws {
        try expect(try Format.html.render(.pictured), matchesGolden: "report.html")
    }
}
