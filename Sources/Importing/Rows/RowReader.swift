import CSV
import Mining

/// Makes values of one kind out of rows, and gathers them into batches.
protocol RowReader {
    associatedtype Values: RowValues

    /// Those of the batch being read.
    var values: Values { get set }

    /// Appends what `row` holds to `values` and counts it, and what is missing and rounded, or
    /// reports to `row` all that is wrong with it. What a bad row appends and counts is dropped.
    mutating func read(_ row: inout Row, _ counts: inout ImportCounts)

    static func batch(_ values: Values) -> ImportBatch

    // Implemented below; requirements, so that they are compiled for each reader.
    mutating func take(
        _ record: CSVRecord, misfit: ImportProblem.Fact?, _ counts: inout ImportCounts, room: Int,
        dates: DateReader
    ) -> Findings
    mutating func takeBatch(reserving count: Int) -> ImportBatch
}

extension RowReader {
    /// Takes one record, whole or not at all; `misfit` is what is wrong with its fields.
    mutating func take(
        _ record: CSVRecord, misfit: ImportProblem.Fact?, _ counts: inout ImportCounts, room: Int,
        dates: DateReader
    ) -> Findings {
        var row = Row(record, room: room, dates: dates)
        let before = counts
        if let misfit {
            row.report(nil, misfit)
        } else {
            read(&row, &counts)
        }
        if !row.isSound {
            values.removeLast(counts.values - before.values)
            counts = before
            counts.rejected += 1
        }
        counts.rows += 1
        return row.findings
    }

    /// The values gathered so far, and begins anew with room for `count` more.
    mutating func takeBatch(reserving count: Int) -> ImportBatch {
        let batch = Self.batch(values)
        values = Values(reserving: count)
        return batch
    }
}

/// What a reader gathers.
protocol RowValues {
    init(reserving count: Int)
    /// Drops as many values at the end.
    mutating func removeLast(_ count: Int)
}

extension Array: RowValues {
    init(reserving count: Int) {
        self = []
        reserveCapacity(count)
    }
}

extension ObservationBatch: RowValues {}
