import Mining
import Reporting

/// A document as aligned text for people at a terminal.
///
/// ```
/// Members
/// Ticker  Hashrate [EH/s]  Market cap [USD bn]
/// ------  ---------------  -------------------
/// MARA              60.4                 5.13
/// RIOT              38.5e                6.20c
///
/// e estimated; c carried from an earlier day
/// ```
///
/// Texts are aligned left, numbers right with their decimal points below each other. A missing
/// cell is `–`, and a table without rows says `(none)`. The summary comes first. Charts follow the
/// last table, each with its note, and notes follow the charts. `TableLayout` handles tables that are
/// wider than the screen.
extension Document {
    /// The document in UTF-8, laid out for a screen.
    func tableText(on screen: Screen) -> [UInt8] {
        var writer = TerminalWriter(screen: screen)
        if !summary.isEmpty { writer.beginBlock() }
        for sentence in summary { writer.append(paragraph: sentence.visible, indent: 2) }
        for table in tables {
            writer.beginBlock()
            writer.append(DisplayTable(table))
        }
        for chart in charts {
            writer.beginBlock()
            writer.append(chart)
        }
        if !notes.isEmpty { writer.beginBlock() }
        for note in notes { writer.append(paragraph: note.visible, indent: 2) }
        return writer.bytes
    }
}

extension TerminalWriter {
    fileprivate mutating func append(_ table: DisplayTable) {
        append(paragraph: table.title, .bold)
        appendRows(of: table)
    }

    /// Writes a table without its title.
    mutating func appendRows(of table: DisplayTable) {
        let layout = TableLayout(table, width: screen.width)
        for (index, group) in layout.groups.enumerated() {
            if index > 0 { endLine() }
            appendHeading(of: group, table)
            for row in table.rows { append(row, group, layout.extents, table) }
            if table.rows.isEmpty {
                write("(none)")
                endLine()
            }
        }
        if let legend = table.legend {
            endLine()
            append(paragraph: legend, .dim)
        }
    }

    private mutating func appendHeading(of group: TableLayout.Group, _ table: DisplayTable) {
        let headings = zip(group.columns, group.widths).map { index, width in
            wrap(table.columns[index].heading, to: width)
        }
        let height = headings.map(\.count).max() ?? 0
        for line in 0..<height {
            for (position, index) in group.columns.enumerated() {
                // A heading with fewer lines is placed at the bottom, next to its column.
                let above = height - headings[position].count
                let text = line < above ? "" : headings[position][line - above]
                let room = group.widths[position] - text.width
                space(position == 0 ? 0 : TableLayout.gap)
                space(table.columns[index].isNumeric ? room : 0)
                write(text)
                space(table.columns[index].isNumeric ? 0 : room)
            }
            endLine()
        }
        if let below = group.below {
            appendBelow(table.columns[below].heading.joined(separator: " "))
        }
        for (position, width) in group.widths.enumerated() {
            space(position == 0 ? 0 : TableLayout.gap)
            write(String(repeating: "-", count: width), .dim)
        }
        endLine()
    }

    private mutating func append(
        _ row: [DisplayTable.Cell], _ group: TableLayout.Group, _ extents: [ColumnWidth],
        _ table: DisplayTable
    ) {
        // Keys and texts that are read whole go on in further lines if they are too wide.
        let lines = zip(group.columns, group.widths).map { index, width in
            guard case .text(let text) = row[index] else { return [String]() }
            if group.keys.contains(index) { return text.broken(to: width) }
            return table.columns[index].isReadWhole ? text.wrapped(to: width) : []
        }
        for line in 0..<max(1, lines.map(\.count).max() ?? 0) {
            for (position, index) in group.columns.enumerated() {
                space(position == 0 ? 0 : TableLayout.gap)
                let width = group.widths[position]
                if line < lines[position].count {
                    appendText(.text(lines[position][line]), width)
                } else if line > 0 || !lines[position].isEmpty {
                    space(width)
                } else if table.columns[index].isNumeric {
                    appendNumeric(row[index], extents[index], width)
                } else {
                    appendText(row[index], width)
                }
            }
            endLine()
        }
        if let below = group.below { appendBelow(row[below].text) }
    }

    /// Writes a text below a row.
    private mutating func appendBelow(_ text: String) {
        let width = screen.width.map { max($0 - TableLayout.indent, 1) } ?? .max
        for line in text.wrapped(to: width) {
            space(TableLayout.indent)
            write(line)
            endLine()
        }
    }

    private mutating func appendText(_ cell: DisplayTable.Cell, _ width: Int) {
        switch cell {
        case .number(let number):
            append(number)
            space(width - number.text.width)
        case .missing, .fixed, .text:
            let text = cell.text.shortened(to: width)
            write(text)
            space(width - text.width)
        }
    }

    private mutating func appendNumeric(
        _ cell: DisplayTable.Cell, _ extent: ColumnWidth, _ width: Int
    ) {
        switch cell {
        case .number(let number):
            space(width - extent.rest - number.whole.width)
            append(number)
            space(extent.rest - number.rest.width)
        case .missing:
            space(width - extent.rest - 1)
            write(cell.text)
            space(extent.rest)
        case .fixed, .text:
            let text = cell.text.shortened(to: width)
            space(width - text.width)
            write(text)
        }
    }

    private mutating func append(_ number: DisplayNumber) {
        write(number.whole + number.fraction)
        write(number.marks, .dim)
        write(number.suffix)
    }
}
