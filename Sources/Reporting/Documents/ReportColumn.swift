/// A column of a table: its header, and how to make its cell from a line.
///
/// A table is a list of these and a list of lines, so header and cells cannot get out of step.
package struct ReportColumn<Line> {
    /// The names, kind and unit of the column.
    package let header: Column
    /// The cell of a line.
    package let cell: (Line) -> Cell

    /// `name` is the name in JSON and CSV, `title` the one for people.
    package init(
        _ name: String, _ title: String, _ kind: Column.Kind, unit: String? = nil,
        shownUnit: String? = nil, audience: Column.Audience = .everyone,
        isReadWhole: Bool = false, _ cell: @escaping (Line) -> Cell
    ) {
        self.init(
            Column(
                name, title, kind, unit: unit, shownUnit: shownUnit, audience: audience,
                isReadWhole: isReadWhole), cell)
    }

    init(_ header: Column, _ cell: @escaping (Line) -> Cell) {
        self.header = header
        self.cell = cell
    }

    /// The same column for lines that have `Line` as a part.
    func of<Whole>(_ part: @escaping (Whole) -> Line) -> ReportColumn<Whole> {
        ReportColumn<Whole>(header) { cell(part($0)) }
    }
}

extension Table {
    /// A table with a row for each line, in their order.
    package init<Line>(
        name: String, title: String, columns: [ReportColumn<Line>], lines: [Line]
    ) {
        self.init(
            name: name, title: title, columns: columns.map(\.header),
            rows: lines.map { line in columns.map { $0.cell(line) } })
    }
}
