/// How the columns of a table are arranged and how wide they are, so that no line is wider than the
/// screen.
///
/// If the table is too wide, these steps are tried until it fits, least harmful first:
///
/// 1. Headings are wrapped.
/// 2. Texts are shortened, the widest first, to no fewer than 12 cells. Numbers and dates are never
///    shortened.
/// 3. The columns are split into groups, one below the other, each with all rows. The leading
///    columns that identify a row (a ticker; or subject, metric and period) are repeated in each.
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
    }

    /// The number of spaces between two columns.
    static let gap = 2

    /// From top to bottom; more than one only if the table is too wide.
    private(set) var groups: [Group]
    /// How much space each column of the table needs.
    let extents: [ColumnWidth]

    /// A layout in `width` cells, or without limit if it is nil. A number, a date or a word of a
    /// heading that does not fit next to the identifying columns makes its group wider than that.
    init(_ table: DisplayTable, width: Int?) {
        extents = table.columns.indices.map { ColumnWidth(table, column: $0) }
        let all = Array(extents.indices)
        if let widths = fit(extents, into: width ?? .max) {
            groups = [Group(columns: all, widths: widths)]
        } else {
            groups = []
            stack(table, width: width ?? .max)
        }
    }

    /// Splits the columns into groups.
    private mutating func stack(_ table: DisplayTable, width: Int) {
        var extents = extents
        let keyCount = leadingColumns(of: table, within: width / 2)
        let keys = extents[..<keyCount]
        let keyWidths = fit(Array(keys), into: width / 2) ?? keys.map(\.minimum)
        for (index, keyWidth) in keyWidths.enumerated() {
            extents[index].content = min(extents[index].content, keyWidth)
            extents[index].minimum = keyWidth
        }
        for index in keyCount..<extents.count {
            // Long texts get a quarter of the screen, so that a group can have several of them.
            let comfortable = min(extents[index].unshortened, width / 4)
            extents[index].minimum = max(extents[index].minimum, comfortable)
        }
        var next = keyCount
        while next < extents.count {
            var columns = Array(0..<keyCount)
            repeat {
                columns.append(next)
                next += 1
            } while next < extents.count
                && total((columns + [next]).map { extents[$0].minimum }) <= width
            let members = columns.map { extents[$0] }
            groups.append(
                Group(
                    columns: columns,
                    widths: fit(members, into: width) ?? members.map(\.minimum)))
        }
    }

    /// How many leading columns it takes to identify each row: at least one, no more than fit in
    /// `width`, and not all columns.
    private func leadingColumns(of table: DisplayTable, within width: Int) -> Int {
        var count = min(1, extents.count - 1)
        while count < extents.count - 1,
            total(extents[...count].map(\.minimum)) <= width,
            !table.rowsDiffer(in: count)
        {
            count += 1
        }
        return count
    }
}

extension DisplayTable {
    /// Whether no two rows are equal in their first `count` columns.
    fileprivate func rowsDiffer(in count: Int) -> Bool {
        var seen: Set<ArraySlice<Cell>> = []
        return rows.allSatisfy { seen.insert($0[..<count]).inserted }
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
