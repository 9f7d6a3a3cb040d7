import Reporting

/// A table as people see it, in HTML: numbers at the right with their points below each other,
/// the first column in view while the others scroll.
extension Markup {
    /// `labelledBy` is the identifier of the element that names it.
    mutating func append(_ table: ShownTable, labelledBy id: String) {
        // Whoever has no mouse scrolls what can be focused.
        element(
            "div", ["class": "scroll", "role": "region", "aria-labelledby": id, "tabindex": "0"]
        ) { box in
            box.element("table") { element in
                element.element("thead") { head in
                    head.element("tr") { row in
                        for column in table.columns {
                            row.inline(
                                "th", ["scope": "col", "class": column.isNumeric ? "n" : nil]
                            ) { $0.append(heading: column.heading) }
                            row.raw("\n")
                        }
                    }
                }
                let rests = table.columns.indices.map { table.rest(of: $0) }
                element.element("tbody") { body in
                    for row in table.rows {
                        body.element("tr") { $0.append(row, table, rests) }
                    }
                }
            }
        }
        if table.rows.isEmpty { element("p", ["class": "legend"], text: "(none)") }
        if let legend = table.legend { element("p", ["class": "legend"], text: legend) }
    }

    /// Words that a line may break between, but not within, as hyphens would have it.
    private mutating func append(heading: [String]) {
        for (index, word) in heading.enumerated() {
            if index > 0 { raw(" ") }
            inline("span") { $0.text(word) }
        }
    }

    private mutating func append(_ row: [ShownTable.Cell], _ table: ShownTable, _ rests: [Int]) {
        for (index, cell) in row.enumerated() {
            let isNumeric = table.columns[index].isNumeric
            switch cell {
            case .number(let number) where isNumeric:
                inline("td", ["class": "n"]) { $0.append(number, rest: rests[index]) }
            case .missing where isNumeric:
                inline("td", ["class": "n"]) { $0.append(nil, rest: rests[index]) }
            case .text(let text) where text.isAddress:
                inline(index == 0 ? "th" : "td", ["scope": index == 0 ? "row" : nil]) { field in
                    field.element("a", ["href": text, "rel": "noreferrer"], text: text)
                }
            case .fixed, .number, .missing:
                element("td", ["class": "fixed"], text: cell.text)
            case .text(let text) where index == 0:
                element("th", ["scope": "row"], text: text)
            case .text(let text):
                // A short text is a word, a period or the like, which hyphens must not break.
                element("td", ["class": text.width > 16 ? nil : "fixed"], text: text)
            }
        }
        raw("\n")
    }

    /// A number with as much room from its point on as the column's longest takes.
    private mutating func append(_ number: ShownNumber?, rest: Int) {
        text(number?.whole ?? "–")
        if rest == 0 { return }
        inline("span", ["style": "min-width:\(rest)ch"]) { span in
            guard let number else { return }
            span.text(number.fraction)
            if !number.marks.isEmpty {
                span.inline("i") { $0.text(number.marks) }
            }
            span.text(number.suffix)
        }
    }
}

extension ShownTable {
    /// The greatest width of what follows the whole digits in a column, in cells.
    fileprivate func rest(of column: Int) -> Int {
        rows.map { row in
            if case .number(let number) = row[column] { number.rest.width } else { 0 }
        }.max() ?? 0
    }
}

extension String {
    /// Whether this is the address of a page and nothing else.
    fileprivate var isAddress: Bool {
        (hasPrefix("https://") || hasPrefix("http://")) && !contains(" ")
    }
}
