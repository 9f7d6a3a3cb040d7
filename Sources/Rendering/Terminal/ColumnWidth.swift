/// How wide one column of a table for people may be, in cells of a terminal.
struct ColumnWidth {
    /// The words that its heading is wrapped between.
    var heading: [String]
    /// What its cells need in full.
    var content: Int
    /// What its cells need with their texts shortened as far as they may be, and its heading
    /// with a word to a line. Numbers, dates and flags are never shortened.
    var minimum: Int
    /// The widest part before a decimal point, where the column aligns them.
    var whole = 0
    /// The widest part from the decimal point on.
    var rest = 0

    /// A text of more cells than this may be shortened to it.
    private static let leastText = 12

    init(_ table: ShownTable, column index: Int) {
        let column = table.columns[index]
        var text = 0
        var fixed = 0
        for row in table.rows {
            switch row[index] {
            case .text(let value):
                text = max(text, value.width)
            case .number(let number) where column.isNumeric:
                whole = max(whole, number.whole.width)
                rest = max(rest, number.rest.width)
            case .missing where column.isNumeric:
                whole = max(whole, 1)
            case .missing, .fixed, .number:
                fixed = max(fixed, row[index].text.width)
            }
        }
        fixed = max(fixed, whole + rest)
        heading = column.heading
        content = max(text, fixed)
        let word = heading.map(\.width).max() ?? 0
        minimum = max(fixed, min(text, Self.leastText), word)
    }

    /// With its heading in one line and every cell in full.
    var natural: Int { max(content, heading.joined(separator: " ").width) }

    /// With its heading wrapped as far as it may be and every cell in full.
    var unshortened: Int { max(content, minimum) }

    /// What it needs of `width`, given that its heading, once wrapped, may need less.
    func tightened(to width: Int) -> Int {
        let wrapped = wrap(heading, to: width).map(\.width).max() ?? 0
        return max(min(content, width), wrapped)
    }
}
