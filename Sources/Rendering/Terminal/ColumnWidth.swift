/// How much space a column of a table needs, in terminal cells.
struct ColumnWidth {
    /// Whether its texts go on in further lines where they would be shortened.
    let isReadWhole: Bool
    /// The words of its heading, which may be wrapped between them.
    var heading: [String]
    /// The width at which no cell is shortened.
    var content: Int
    /// The width with texts shortened or broken into lines as far as allowed and one word of the
    /// heading per line. Numbers, dates and flags are never shortened.
    var minimum: Int
    /// In a column of numbers, the widest part before the decimal point; otherwise 0.
    var whole = 0
    /// In a column of numbers, the widest part from the decimal point on; otherwise 0.
    var rest = 0

    /// Texts are not shortened to fewer cells than this.
    private static let leastText = 12

    /// Texts that are read whole are not broken into lines shorter than this.
    private static let leastLine = 24

    init(_ table: DisplayTable, column index: Int) {
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
        let least = column.isReadWhole ? Self.leastLine : Self.leastText
        minimum = max(fixed, min(text, least), word)
        isReadWhole = column.isReadWhole
    }

    /// The width with the heading on one line and no cell shortened.
    var natural: Int { max(content, heading.joined(separator: " ").width) }

    /// The width with one word of the heading per line and no cell shortened.
    var unshortened: Int { max(content, minimum) }

    /// The width it really needs if it may have `width`: a heading wrapped to `width` may be
    /// narrower.
    func tightened(to width: Int) -> Int {
        let wrapped = wrap(heading, to: width).map(\.width).max() ?? 0
        return max(min(content, width), wrapped)
    }
}
