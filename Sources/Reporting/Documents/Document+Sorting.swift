import Mining

extension Document {
    /// The tables of companies sorted by a column, given by its name or its title. Without an order
    /// numbers and dates have the greatest first, and texts are from A to Z. Rows without a value come
    /// last in every order, and rows with the same value keep theirs. Tables without such a column stay
    /// as they are; nil if no table of companies has one.
    package func sorted(by name: String, _ order: SortOrder? = nil) -> Document? {
        let places = tables.map { $0.columnOfCompanies(named: name) }
        guard places.contains(where: { $0 != nil }) else { return nil }
        var result = self
        for (index, place) in places.enumerated() {
            if let place { result.tables[index].sortRows(by: place, order) }
        }
        return result
    }

    /// The names of the columns that its tables of companies can be sorted by, each once, in their
    /// order. Empty if it has no such table.
    package var sortableColumns: [String] {
        var names: [String] = []
        for table in tables where table.isOfCompanies {
            for column in table.columns where !names.contains(column.name) {
                names.append(column.name)
            }
        }
        return names
    }
}

extension Table {
    /// Whether it has a row for each company.
    fileprivate var isOfCompanies: Bool { columns.first?.name == "ticker" }

    fileprivate func columnOfCompanies(named name: String) -> Int? {
        guard isOfCompanies else { return nil }
        return columns.firstIndex { $0.name == name }
            ?? columns.firstIndex { $0.title.lowercased() == name.lowercased() }
    }

    fileprivate mutating func sortRows(by column: Int, _ order: SortOrder?) {
        let usual = columns[column].kind == .text ? SortOrder.ascending : .descending
        let isAscending = (order ?? usual) == .ascending
        rows = rows.enumerated().sorted { left, right in
            let (one, other) = (left.element[column], right.element[column])
            switch (one == .missing, other == .missing) {
            case (false, false): break
            case (true, true): return left.offset < right.offset
            case (let isMissing, _): return !isMissing
            }
            if one.isLess(than: other) { return isAscending }
            if other.isLess(than: one) { return !isAscending }
            return left.offset < right.offset
        }.map(\.element)
    }
}

extension Cell {
    /// Whether it comes before `other` in ascending order; no is before yes.
    fileprivate func isLess(than other: Cell) -> Bool {
        switch (self, other) {
        case (.number(let one), .number(let other)): one.value < other.value
        case (.date(let one), .date(let other)): one < other
        case (.flag(let one), .flag(let other)): !one && other
        case (.text(let one), .text(let other)): one < other
        case (.worded(let one, _), .worded(let other, _)): one < other
        default: false
        }
    }
}
