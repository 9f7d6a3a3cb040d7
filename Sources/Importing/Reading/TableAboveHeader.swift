/// Finds a table among the records above a header: a record with a date or a number that has as many
/// columns as the record before it. Titles and remarks do not look like this.
struct TableAboveHeader {
    /// The lines of the first table; nil if there is none so far.
    private(set) var lines: ClosedRange<Int>?
    /// The width and line of the last record.
    private var last: (width: Int, line: Int)?

    /// Adds the next record above the header.
    mutating func add(_ record: FirstRecord, line: Int) {
        let width = record.texts.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        defer { last = (width, line) }
        guard let last, width > 1, width == last.width, record.filledCount > 1,
            record.looksLikeData
        else { return }
        lines = (lines?.lowerBound ?? last.line)...line
    }
}
