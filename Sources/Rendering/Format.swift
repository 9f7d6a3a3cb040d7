import Reporting

/// A way to write a document down.
///
/// ```swift
/// let bytes = try Format.table.render(document, on: Screen(width: 80, color: true))
/// ```
///
/// `json` and `csv` are for programs: every column, full precision, units beside the numbers.
/// `table` and `markdown` are for people: the columns meant for them, rounded and grouped.
/// Whatever a format does to a document is in its file, `Document+….swift`. The same document
/// gives the same bytes, always: no format asks for a locale or a clock.
package enum Format: String, Sendable, CaseIterable {
    case table, csv, json, markdown

    /// `document` in UTF-8, with a line feed at the end of each line.
    ///
    /// With `table`, nothing but the table of that name; unsaid, csv takes the document's first
    /// (and is empty where it has none), the others take all. Only `Format.table` looks at
    /// `screen`. Throws `RenderingError.unknownTable`.
    package func render(
        _ document: Document, table: String? = nil, on screen: Screen = Screen()
    ) throws(RenderingError) -> [UInt8] {
        var document = document
        if let table { try document.keepTable(named: table) }
        return switch self {
        case .table: document.tableText(on: screen)
        case .csv: document.csv()
        case .json: document.json()
        case .markdown: document.markdown()
        }
    }
}

extension Document {
    fileprivate mutating func keepTable(named name: String) throws(RenderingError) {
        guard let table = tables.first(where: { $0.name == name }) else {
            throw .unknownTable(name: name, report: report, known: tables.map(\.name))
        }
        tables = [table]
    }
}
