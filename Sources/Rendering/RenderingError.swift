/// What keeps a document from being rendered.
package enum RenderingError: Error, Sendable, Hashable {
    /// The table asked for is none of the report's; `known` are those that it has.
    case unknownTable(name: String, report: String, known: [String])
    /// The chart asked for is none of the report's; `known` are those that it has.
    case unknownChart(name: String, report: String, known: [String])
    /// A chart has to be chosen, and was not; `known` are those that there are.
    case oneChartNeeded(report: String, known: [String])
    /// Charts were asked for in a format that has none.
    case noCharts(in: Format)
    /// A table was asked for in a format that has none.
    case noTables(in: Format)
}

extension RenderingError: CustomStringConvertible {
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
            "which chart of \(report)? Say --chart with one of \(known.joined(separator: ", "))"
        case .noCharts(let format):
            "\(format) has no charts; --chart goes with the formats table, html, json and svg"
        case .noTables(let format):
            "\(format) has no tables; --table goes with the other formats"
        }
    }
}
