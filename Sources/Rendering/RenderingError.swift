import Mining
import Workbooks

/// Why a document cannot be rendered as requested.
package enum RenderingError: Error, Sendable, Hashable {
    /// The report has no table with this name; `known` are the names of its tables.
    case unknownTable(name: String, report: String, known: [String])
    /// The report has no chart with this name; `known` are the names of its charts.
    case unknownChart(name: String, report: String, known: [String])
    /// The format needs one chart, and the report has none or several; `known` are the names of its
    /// charts.
    case oneChartNeeded(report: String, known: [String])
    /// Charts were requested in a format without charts.
    case noCharts(in: Format)
    /// A table was requested in a format without tables.
    case noTables(in: Format)
    /// A workbook cannot hold the document.
    case tooLarge(WorkbookLimit)
}

extension RenderingError: CustomStringConvertible {
    /// The message, which names the possible choices.
    package var description: String {
        switch self {
        case .unknownTable(let name, let report, let known) where known.isEmpty:
            "no table \"\(name.visible)\": \(report) has no tables"
        case .unknownTable(let name, let report, let known):
            "no table \"\(name.visible)\" in \(report); choose from \(known.joined(separator: ", "))"
        case .unknownChart(let name, let report, let known) where known.isEmpty:
            "no chart \"\(name.visible)\": \(report) has no charts"
        case .unknownChart(let name, let report, let known):
            "no chart \"\(name.visible)\" in \(report); choose from \(known.joined(separator: ", "))"
        case .oneChartNeeded(let report, let known) where known.isEmpty:
            "\(report) has no charts"
        case .oneChartNeeded(let report, let known):
            "\(report) has several charts; "
                + "choose one of them with --chart: \(known.joined(separator: ", "))"
        case .noCharts(let format):
            "the format \(format) has no charts; use --chart with table, html, json, xlsx or svg"
        case .noTables(let format):
            "the format \(format) has no tables; use --table with another format"
        case .tooLarge(let limit): "\(limit); use --format csv"
        }
    }
}
