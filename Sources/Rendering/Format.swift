import Reporting

/// A way to write a document down.
///
/// ```swift
/// let bytes = try Format.table.render(document, on: Screen(width: 80, color: true))
/// ```
///
/// `json` and `csv` are for programs: every column, full precision, units beside the numbers.
/// `table`, `markdown` and `html` are for people: the columns meant for them, rounded and
/// grouped. `svg` is one chart alone. Charts stand in `html` and `json`, and in `table` where
/// they are asked for; `markdown` and `csv` have none.
/// Whatever a format does to a document is in its file, `Document+….swift`. The same document
/// gives the same bytes, always: no format asks for a locale or a clock.
package enum Format: String, Sendable, CaseIterable {
    case table, csv, json, markdown, html, svg

    /// `document` in UTF-8, with a line feed at the end of each line.
    ///
    /// With `table`, nothing but the table of that name, and the charts asked for; unsaid, csv
    /// takes the document's first (and is empty where it has none), the others take all. With
    /// `charts`, those charts alone; svg needs one, or a document that has only one. Only
    /// `Format.table` looks at `screen`.
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
        }
    }
}

extension Document {
    /// Keeps the charts that are asked for, else those that the format shows unasked.
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
        case (_, .table), (_, .json), (_, .html), (nil, .csv), (nil, .markdown): break
        }
    }

    fileprivate mutating func keepTable(named name: String) throws(RenderingError) {
        guard let table = tables.first(where: { $0.name == name }) else {
            throw .unknownTable(name: name, report: report, known: tables.map(\.name))
        }
        tables = [table]
    }
}
