import Reporting

/// Tables in HTML: numbers are aligned right with their decimal points below each other, and the
/// first column stays visible while the others scroll.
extension MarkupWriter {
    /// Writes a table. `labelledBy` is the identifier of the element with its title.
    mutating func append(_ table: DisplayTable, labelledBy id: String) {
        // The region can get the focus, so that it can be scrolled with the keyboard.
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

    /// Writes the words of a heading. A line may break between words, but not at hyphens within
    /// them.
    private mutating func append(heading: [String]) {
        for (index, word) in heading.enumerated() {
            if index > 0 { raw(" ") }
            inline("span") { $0.text(word) }
        }
    }

    private mutating func append(_ row: [DisplayTable.Cell], _ table: DisplayTable, _ rests: [Int])
    {
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
                // A short text is a word or a period, which must not break at its hyphens.
                element("td", ["class": text.width > 16 ? nil : "fixed"], text: text)
            }
        }
        raw("\n")
    }

    /// Writes a number; `rest` is the space reserved from the decimal point on, in characters, the
    /// same for the whole column.
    private mutating func append(_ number: DisplayNumber?, rest: Int) {
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

extension DisplayTable {
    /// The greatest width, in characters, of what follows the whole digits in a column.
    fileprivate func rest(of column: Int) -> Int {
        rows.map { row in
            if case .number(let number) = row[column] { number.rest.width } else { 0 }
        }.max() ?? 0
    }
}

extension String {
    /// Whether the whole text is the address of a web page.
    fileprivate var isAddress: Bool {
        (hasPrefix("https://") || hasPrefix("http://")) && !contains(" ")
    }
}
