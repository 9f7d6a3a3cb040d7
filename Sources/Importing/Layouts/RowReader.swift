import CSV
import Mining

/// Reads the rows of one layout, and collects their values in batches.
protocol RowReader {
    associatedtype Values: RowValues

    /// The values of the current batch.
    var values: Values { get set }

    /// Appends the values of `row` and counts them, or reports all problems to `row`. What a bad
    /// row appends and counts is removed afterwards.
    mutating func read(_ row: inout Row, _ counts: inout ImportCounts)

    /// Ends the row on a line, which may have been rejected.
    mutating func endRow(isGood: Bool, line: Int)

    /// Reports what only all rows of `file` together show. Called after the last one.
    func reportFindings(to diagnostics: inout Diagnostics, file: String)

    /// The batch with these values.
    static func batch(_ values: Values) -> ImportBatch

    // Implemented below. Requirements of the protocol, so that they are specialised for each reader.
    mutating func take(
        _ record: CSVRecord, structureProblem: ImportProblem.Reason?, _ counts: inout ImportCounts,
        room: Int, dates: DateReader
    ) -> RecordProblems
    mutating func takeBatch(reserving count: Int) -> ImportBatch
}

extension RowReader {
    mutating func endRow(isGood: Bool, line: Int) {}

    func reportFindings(to diagnostics: inout Diagnostics, file: String) {}

    /// Reads a record, as a whole or not at all, and returns its problems. `structureProblem` is a
    /// problem with its number of fields; then its cells are not read.
    mutating func take(
        _ record: CSVRecord, structureProblem: ImportProblem.Reason?, _ counts: inout ImportCounts,
        room: Int, dates: DateReader
    ) -> RecordProblems {
        var row = Row(record, room: room, dates: dates)
        let before = counts
        if let structureProblem {
            row.report(nil, structureProblem)
        } else {
            read(&row, &counts)
        }
        if row.hasProblems {
            values.removeLast(counts.values - before.values)
            counts = before
            counts.rejected += 1
        } else {
            counts.joinedTexts += row.joinedTexts
        }
        counts.rows += 1
        endRow(isGood: !row.hasProblems, line: row.line)
        return row.problems
    }

    /// Returns the current batch, and starts a new one with room for `count` values.
    mutating func takeBatch(reserving count: Int) -> ImportBatch {
        let batch = Self.batch(values)
        values = Values(reserving: count)
        return batch
    }
}

/// A collection of values that a reader can fill.
protocol RowValues {
    init(reserving count: Int)
    /// Removes `count` values at the end.
    mutating func removeLast(_ count: Int)
}

extension Array: RowValues {
    init(reserving count: Int) {
        self = []
        reserveCapacity(count)
    }
}

extension ObservationBatch: RowValues {}
