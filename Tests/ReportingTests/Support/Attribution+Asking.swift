import Mining
import Testing

@testable import Reporting

/// The report `attribution` of the group us-listed on 2026-01-15.
func attribution(of book: ArrayBook, since: String = "2025-12-31") throws -> Document {
    let query = ReportQuery(
        on: try period("2026-01-15"), since: try period(since), scope: .group("us-listed"))
    return Report.attribution.result(for: query, from: book).document
}

extension Document {
    /// The change of each part of a figure in that report.
    func parts(of figure: String) throws -> [String: Double] {
        let table = try #require(tables.first { $0.name == "attribution" })
        var parts: [String: Double] = [:]
        for row in table.rows where row[0] == .text(figure) {
            guard case .text(let part) = row[1], case .number(let number) = row[4] else { continue }
            parts[part] = number.value
        }
        return parts
    }
}
