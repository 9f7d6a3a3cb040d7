/// Which columns of a table stand side by side, and how wide, so that no line is wider than the
/// screen.
///
/// What doesn't fit gives way in this order, so that what is lost is lost last:
///
/// 1. Headings are wrapped.
/// 2. Texts are shortened, the widest first, down to a dozen cells. Numbers and dates never are.
/// 3. The columns are stacked in groups, one below the other, each with all rows. The leading
///    columns that tell the rows apart (a ticker; or subject, metric and period) stand in each.
///
/// Groups, and not one record per row, since reports are for comparing: a figure stands below
/// that of the next company, and fourteen companies with fifteen figures each take fifty lines
/// rather than two hundred.
struct TableLayout {
    struct Group {
        /// Indices of columns, from left to right.
        var columns: [Int]
        /// In cells, one for each of `columns`.
        var widths: [Int]
    }

    /// What stands between two columns.
    static let gap = 2

    /// From top to bottom; more than one only where the table is too wide.
    private(set) var groups: [Group]
    /// One for each column of the table.
    let extents: [ColumnWidth]

    /// A layout in `width` cells; `nil` is no limit. A number, a date or a word in a heading that
    /// is wider than that, together with what tells its row apart, stays as wide as it is.
    init(_ table: ShownTable, width: Int?) {
        extents = table.columns.indices.map { ColumnWidth(table, column: $0) }
        let all = Array(extents.indices)
        if let widths = fit(extents, into: width ?? .max) {
            groups = [Group(columns: all, widths: widths)]
        } else {
            groups = []
            stack(table, width: width ?? .max)
        }
    }

    private mutating func stack(_ table: ShownTable, width: Int) {
        var extents = extents
        let keyCount = leadingColumns(of: table, within: width / 2)
        let keys = extents[..<keyCount]
        let keyWidths = fit(Array(keys), into: width / 2) ?? keys.map(\.minimum)
        for (index, keyWidth) in keyWidths.enumerated() {
            extents[index].content = min(extents[index].content, keyWidth)
            extents[index].minimum = keyWidth
        }
        for index in keyCount..<extents.count {
            // A quarter of the screen for a text that is long, so that several share a group.
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

    /// How many leading columns, at least one, tell the rows apart; or, where it takes more than
    /// fit `width`, how many fit. A column is left for the groups.
    private func leadingColumns(of table: ShownTable, within width: Int) -> Int {
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

extension ShownTable {
    /// Whether the first `count` columns of no two rows are the same.
    fileprivate func rowsDiffer(in count: Int) -> Bool {
        var seen: Set<ArraySlice<Cell>> = []
        return rows.allSatisfy { seen.insert($0[..<count]).inserted }
    }
}

/// The cells of a line with columns of these widths.
private func total(_ widths: [Int]) -> Int {
    widths.reduce(TableLayout.gap * max(0, widths.count - 1), +)
}

/// The widths at which `columns` fit a line of `width` cells: as they are, else with headings
/// wrapped, else with texts shortened; `nil` where even their minimums don't fit.
private func fit(_ columns: [ColumnWidth], into width: Int) -> [Int]? {
    let unshortened = columns.map(\.unshortened)
    if let widths = shrink(columns.map(\.natural), to: unshortened, total: width) {
        return zip(columns, widths).map { $0.tightened(to: $1) }
    }
    return shrink(unshortened, to: columns.map(\.minimum), total: width)
}

/// `widths` with cells taken from the widest that is above its floor, again and again, until they
/// fit `width`; `nil` where the floors don't fit.
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
