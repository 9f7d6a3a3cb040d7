/// How the columns of a table are arranged and how wide they are, so that no line is wider than the
/// screen.
///
/// If the table is too wide, these steps are tried until it fits, least harmful first:
///
/// 1. Headings are wrapped.
/// 2. Columns that repeat another one, such as the name beside a ticker, are left out.
/// 3. Texts are shortened, the widest first, to no fewer than 12 cells. Numbers, dates and the keys
///    of the table are never shortened. Texts that are read whole, such as reasons and sources, are
///    broken into lines of no fewer than 24 cells instead.
/// 4. The columns are split into groups of similar width, one below the other, each with all rows.
///    The keys are repeated in each. A text that is read whole goes below its row if it has less
///    than half of the screen beside the keys.
///
/// The keys are the leading columns of texts and dates that tell the rows apart: a ticker; or
/// subject, metric and period. If they leave no room for another column, those with the same value
/// in every row are no keys; and if that is not enough, they are written on several lines.
///
/// It splits the table into groups instead of printing one record per row because reports are for
/// comparing: the figures of companies stay below each other, and 14 companies with 15 figures take
/// 50 lines instead of 200.
struct TableLayout {
    /// Columns that are printed side by side.
    struct Group {
        /// Indices of columns, from left to right.
        var columns: [Int]
        /// The width of each of `columns`, in cells.
        var widths: [Int]
        /// Those of `columns` that are never shortened.
        var keys: [Int]
        /// A column whose texts are printed below each row, for lack of room beside the keys; nil if
        /// there is none.
        var below: Int?
    }

    /// How far the texts below a row are indented.
    static let indent = 2

    /// The number of spaces between two columns.
    static let gap = 2

    /// From top to bottom; more than one only if the table is too wide.
    private(set) var groups: [Group]
    /// How much space each column of the table needs.
    let extents: [ColumnWidth]

    /// A layout in `width` cells, or without limit if it is nil. A number, a date or a word of a
    /// heading that does not fit next to the keys makes its group wider than that.
    init(_ table: DisplayTable, width: Int?) {
        extents = table.columns.indices.map { ColumnWidth(table, column: $0) }
        let width = width ?? .max
        let (shown, keys) = Self.keys(of: table, extents, width: width)
        let all = Array(extents.indices)
        let kept =
            total(extents.map(\.unshortened)) <= width
            ? all : all.filter { !table.columns[$0].isRepetition || keys.contains($0) }
        if let widths = fit(kept.map { shown[$0] }, into: width) {
            groups = [Group(columns: kept, widths: widths, keys: keys)]
        } else {
            groups = Self.stacked(shown, kept, keys: keys, width: width)
        }
    }

    /// The keys, and the widths of all columns, with keys on one line if there is room for them.
    private static func keys(of table: DisplayTable, _ extents: [ColumnWidth], width: Int)
        -> (extents: [ColumnWidth], keys: [Int])
    {
        let leading = table.leadingKeys
        let varying = table.varying(leading)
        for keys in [leading, varying] where !keys.isEmpty {
            var whole = extents
            for key in keys { whole[key].minimum = whole[key].unshortened }
            let room = width - widestOther(keys, extents)
            if total(keys.map { whole[$0].minimum }) <= room { return (whole, keys) }
        }
        var keys = varying.isEmpty ? leading : varying
        while keys.count > 1,
            total(keys.map { extents[$0].minimum }) > width - widestOther(keys, extents)
        {
            keys.removeLast()
        }
        return (extents, keys)
    }

    /// The room that a group needs beside its keys; texts that are read whole may go below them.
    private static func widestOther(_ keys: [Int], _ extents: [ColumnWidth]) -> Int {
        let widths = extents.indices.filter { !keys.contains($0) && !extents[$0].isReadWhole }
            .map { extents[$0].minimum }
        return widths.max().map { $0 + gap } ?? 0
    }

    /// Splits the columns in `kept` into groups that each have the keys.
    private static func stacked(
        _ extents: [ColumnWidth], _ kept: [Int], keys: [Int], width: Int
    ) -> [Group] {
        var extents = extents
        let keyWidths =
            fit(keys.map { extents[$0] }, into: width - widestOther(keys, extents))
            ?? keys.map { extents[$0].minimum }
        for (index, keyWidth) in zip(keys, keyWidths) {
            extents[index].content = min(extents[index].content, keyWidth)
            extents[index].minimum = keyWidth
        }
        let others = kept.filter { !keys.contains($0) }
        let room = width - total(keyWidths + [0])
        for index in others {
            // Long texts get a quarter of the screen, so that a group can have several of them;
            // those that are read whole get half of it.
            let part = extents[index].isReadWhole ? width / 2 : width / 4
            let comfortable = min(extents[index].unshortened, part, room)
            extents[index].minimum = max(extents[index].minimum, comfortable)
        }
        func goesBelow(_ index: Int) -> Bool {
            extents[index].isReadWhole && min(extents[index].unshortened, width / 2) > room
        }
        return split(others, goesBelow: goesBelow) { columns in
            total((keys + columns).map { extents[$0].minimum }) <= width
        }.map { columns in
            if goesBelow(columns[0]) {
                return Group(columns: keys, widths: keyWidths, keys: keys, below: columns[0])
            }
            let columns = (keys + columns).sorted()
            let members = columns.map { extents[$0] }
            return Group(
                columns: columns, widths: fit(members, into: width) ?? members.map(\.minimum),
                keys: keys)
        }
    }

    /// As many columns in each part as fit, in their order; one that goes below is a part by itself.
    /// The last part takes columns from the one before while it has fewer, so that it is not one
    /// narrow column.
    private static func split(
        _ columns: [Int], goesBelow: (Int) -> Bool, fits: ([Int]) -> Bool
    ) -> [[Int]] {
        var parts: [[Int]] = []
        for column in columns {
            if let last = parts.last, !goesBelow(column), !goesBelow(last[0]), fits(last + [column])
            {
                parts[parts.count - 1].append(column)
            } else {
                parts.append([column])
            }
        }
        let end = parts.count - 1
        guard end > 0, !goesBelow(parts[end][0]), !goesBelow(parts[end - 1][0]) else {
            return parts
        }
        while parts[end - 1].count > parts[end].count + 1,
            let moved = parts[end - 1].last, fits([moved] + parts[end])
        {
            parts[end].insert(parts[end - 1].removeLast(), at: 0)
        }
        return parts
    }
}

extension DisplayTable {
    /// The leading columns of texts and dates that it takes to tell the rows apart: at least the
    /// first, and not all columns.
    fileprivate var leadingKeys: [Int] {
        let leading = columns.indices.dropLast().prefix { $0 == 0 || !columns[$0].isNumeric }
        var keys: [Int] = []
        for index in leading where keys.isEmpty || !rowsDiffer(in: keys) { keys.append(index) }
        return keys
    }

    /// Those of `columns` that have different values.
    fileprivate func varying(_ columns: [Int]) -> [Int] {
        columns.filter { index in rows.contains { $0[index] != rows[0][index] } }
    }

    /// Whether no two rows are equal in these columns.
    private func rowsDiffer(in columns: [Int]) -> Bool {
        var seen: Set<[Cell]> = []
        return rows.allSatisfy { row in seen.insert(columns.map { row[$0] }).inserted }
    }
}

/// The width of a line with columns of these widths.
private func total(_ widths: [Int]) -> Int {
    widths.reduce(TableLayout.gap * max(0, widths.count - 1), +)
}

/// The widths at which columns fit in a line of `width` cells: unchanged, or with wrapped headings,
/// or with shortened texts. Nil if even their minimum widths do not fit.
private func fit(_ columns: [ColumnWidth], into width: Int) -> [Int]? {
    let unshortened = columns.map(\.unshortened)
    if let widths = shrink(columns.map(\.natural), to: unshortened, total: width) {
        return zip(columns, widths).map { $0.tightened(to: $1) }
    }
    return shrink(unshortened, to: columns.map(\.minimum), total: width)
}

/// Reduces widths until they fit in a line of `width` cells, always taking a cell from the widest
/// column that is above its floor. Nil if the floors do not fit.
private func shrink(_ widths: [Int], to floors: [Int], total width: Int) -> [Int]? {
    guard total(floors) <= width else { return nil }
    var widths = zip(widths, floors).map { max($1, min($0, width)) }
    for _ in 0..<max(0, total(widths) - width) {
        let candidates = widths.indices.filter { widths[$0] > floors[$0] }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
    }
    return widths
}
