import Reporting

/// An output format, which turns a document into bytes.
///
/// ```swift
/// let bytes = try Format.table.render(document, on: Screen(width: 80, color: true))
/// ```
///
/// `json` and `csv` are for programs: all columns, full precision, units next to the numbers.
/// `table`, `markdown` and `html` are for people: only the columns meant for people, with rounded
/// numbers and thousands separators. `xlsx` is a workbook with the same columns, whose cells keep all
/// digits and show as many as the other formats. `svg` is a single chart. `html`, `json` and
/// `xlsx` include charts, `table` includes them on request, `markdown` and `csv` cannot.
///
/// The folder of each format has its entry point, `Document+….swift`. The same document always
/// gives the same bytes: no format depends on a locale or a clock.
package enum Format: String, Sendable, CaseIterable {
    case table, csv, json, markdown, html, svg, xlsx

    /// Whether its bytes are text, which a terminal can show.
    package var isText: Bool { self != .xlsx }

    /// Whether a report gets one more table: every figure that it rests on, with its source.
    package var listsSources: Bool { self == .xlsx }

    /// Renders a document: as UTF-8 with a line feed at the end of each line, or as the bytes of a
    /// workbook.
    ///
    /// - Parameters:
    ///   - document: what to show.
    ///   - table: the name of the only table to include. By default csv includes the first table
    ///     (its output is empty if there is none) and the other formats include all.
    ///   - charts: the charts to include. By default `html`, `json` and `xlsx` include all, and `svg`
    ///     needs a document with exactly one.
    ///   - screen: the width and color support of the terminal; only `Format.table` uses it.
    /// - Throws: `RenderingError` if there is no such table or chart, or if the format cannot show
    ///   it.
    package func render(
        _ document: Document, table: String? = nil, charts: ChartChoice? = nil,
        on screen: Screen = Screen()
    ) throws(RenderingError) -> [UInt8] {
        var document = document
        try document.keep(charts, for: self, besides: table)
        if let table { try document.keepTable(named: table) }
        return switch self {
        case .table: document.tableText(on: screen)
        case .csv: document.csv()
        case .json: document.json()
        case .markdown: document.markdown()
        case .html: document.html()
        case .svg: document.svg()
        case .xlsx: try document.xlsx()
        }
    }
}

extension Document {
    /// Keeps the charts that were requested, or those that the format includes by default.
    fileprivate mutating func keep(
        _ choice: ChartChoice?, for format: Format, besides table: String?
    ) throws(RenderingError) {
        let names = charts.map(\.name)
        switch (choice, format) {
        case (_?, .csv), (_?, .markdown): throw .noCharts(in: format)
        case (_, .svg) where table != nil: throw .noTables(in: format)
        case (.all?, .svg), (nil, .svg):
            guard charts.count == 1 else {
                throw .oneChartNeeded(report: report, known: names)
            }
        case (.named(let name)?, _):
            guard let chart = charts.first(where: { $0.name == name }) else {
                throw .unknownChart(name: name, report: report, known: names)
            }
            charts = [chart]
        case (.all?, .table) where charts.isEmpty:
            throw .oneChartNeeded(report: report, known: names)
        case (nil, .table): charts = []
        case (nil, _) where table != nil: charts = []
        case (_, .table), (_, .json), (_, .html), (_, .xlsx), (nil, .csv), (nil, .markdown): break
        }
    }

    /// Keeps only the table with this name.
    fileprivate mutating func keepTable(named name: String) throws(RenderingError) {
        guard let table = tables.first(where: { $0.name == name }) else {
            throw .unknownTable(name: name, report: report, known: tables.map(\.name))
        }
        tables = [table]
    }
}
