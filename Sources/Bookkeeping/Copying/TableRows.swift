import Mining

/// Rows of a table on their way from one book to another, as values that mean the same in every storage
/// engine. Two are equal if all values are; texts are compared by their bytes.
package struct TableRows: Sendable, Equatable {
    package enum Value: Sendable, Hashable {
        /// No value, or a day that is not known.
        case null
        /// A number, the number of a day, or the seconds of a moment.
        case integer(Int)
        /// Where the text is in `texts`.
        case text(Range<Int>)
    }

    /// The values of all rows, one row after the other.
    package private(set) var values: [Value] = []
    /// The bytes of all texts, one after the other. They may be invalid UTF-8.
    package private(set) var texts: [UInt8] = []
    /// How many values a row has.
    private let width: Int

    package init(of table: BookTable) { width = table.columns.count }

    package var count: Int { values.count / width }

    /// Whether no more rows should be added: there are some thousand, or their texts are long. So any
    /// table can be copied with little memory.
    package var isFull: Bool { count >= 4_096 || texts.count >= 512 << 10 }

    /// The values of the row at an index below `count`, in the order of the table's columns.
    package subscript(index: Int) -> ArraySlice<Value> {
        values[index * width..<(index + 1) * width]
    }

    /// Adds the next value of a row.
    package mutating func append(_ number: Int?) {
        values.append(number.map(Value.integer) ?? .null)
    }

    /// Adds a text as the next value of a row.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        let start = texts.count
        texts.append(contentsOf: text)
        values.append(.text(start..<texts.count))
    }

    /// Removes all rows but keeps the memory for the next ones.
    package mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    /// What to call a row in a message: `the row of alias with alias "RIOTX", company 3, valid_from none`.
    package func title(of index: Int, in table: BookTable) -> String {
        let key = zip(table.key, self[index]).map { column, value in
            "\(column.name) \(text(of: value, in: column))"
        }
        return "the row of \(table.name) with \(key.joined(separator: ", "))"
    }

    private func text(of value: Value, in column: BookTable.Column) -> String {
        switch (value, column.kind) {
        case (.null, _): "none"
        case (.integer(let number), .day), (.integer(let number), .keyDay),
            (.integer(let number), .publicationDay):
            Day(number: number)?.description ?? "\(number)"
        case (.integer(let number), _): "\(number)"
        case (.text(let range), _): "\"\(String(decoding: texts[range], as: UTF8.self))\""
        }
    }

    /// The title of the first row that `other` has not, or has in addition; nil if both are equal.
    func firstDifference(from other: TableRows, in table: BookTable) -> String? {
        if self == other { return nil }
        let both = min(count, other.count)
        let index = (0..<both).first { !hasRow($0, of: other) } ?? both
        return index < count ? title(of: index, in: table) : other.title(of: index, in: table)
    }

    private func hasRow(_ index: Int, of other: TableRows) -> Bool {
        zip(self[index], other[index]).allSatisfy { one, two in
            switch (one, two) {
            case (.text(let one), .text(let two)): texts[one] == other.texts[two]
            default: one == two
            }
        }
    }
}
