/// How wide the columns of a sheet must be for what is in them, in characters.
struct ColumnWidths {
    /// The greatest width. A longer text does not fit its column.
    static let limit = 60
    private static let least = 5
    /// The width beyond which a header wraps.
    static let header = 12

    private var widths: [Int] = []
    private var names: [[UInt8]] = []

    /// Takes in a cell that shows so many characters.
    mutating func add(_ width: Int, at column: Int) {
        while widths.count <= column { widths.append(0) }
        widths[column] = max(widths[column], width)
    }

    /// Takes in a text. Headers wrap; titles and remarks extend into the cells beside them, so
    /// their width does not count.
    mutating func add(_ text: Span<UInt8>, at column: Int, _ look: CellStyle.Look) {
        switch look {
        case .title, .remark: break
        case .header, .numberHeader:
            // The button of a filter needs the room of three characters.
            add(max(text.longestWord, min(text.unitCount, Self.header)) + 3, at: column)
        case .plain, .wrapped, .label, .link, .input: add(text.unitCount, at: column)
        }
    }

    /// The letters of a column.
    mutating func letters(of column: Int) -> [UInt8] {
        while names.count <= column {
            names.append(Array(CellAddress.letters(of: names.count).utf8))
        }
        return names[column]
    }

    /// The element `cols`, with some widths `given`; empty if there are no columns.
    func xml(_ given: [Int: Int]) -> String {
        let count = max(widths.count, (given.keys.max() ?? -1) + 1)
        if count == 0 { return "" }
        let columns = (0..<count).map { column in
            let found = widths.indices.contains(column) ? widths[column] : 0
            let width = given[column] ?? min(max(found, Self.least), Self.limit)
            // Excel takes a part of the width for the space beside the text.
            return
                "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width + 1).7109375\" customWidth=\"1\"/>"
        }
        return "<cols>\(columns.joined())</cols>"
    }
}

extension Span<UInt8> {
    /// The characters of the longest word.
    fileprivate var longestWord: Int {
        var longest = 0
        var start = 0
        for index in 0...count where index == count || self[index] == UInt8(ascii: " ") {
            longest = Swift.max(longest, extracting(start..<index).unitCount)
            start = index + 1
        }
        return longest
    }
}
