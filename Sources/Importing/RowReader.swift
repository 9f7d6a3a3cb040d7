import CSV
import Mining

/// Makes values of one kind out of rows, and gathers them into batches.
protocol RowReader {
    associatedtype Value: Sendable

    /// Those of the batch being read.
    var values: [Lined<Value>] { get set }

    /// Appends what `row` holds to `values` and counts what is missing and rounded, or reports to
    /// `row` all that is wrong with it. What a bad row appends and counts is dropped.
    mutating func read(_ row: inout Row, _ counts: inout ImportCounts)

    static func batch(_ values: [Lined<Value>]) -> ImportBatch

    // Implemented below; requirements, so that they are compiled for each reader.
    var valueCount: Int { get }
    mutating func take(
        _ record: CSVRecord, misfit: ImportProblem.Fact?, _ counts: inout ImportCounts, room: Int,
        dates: DateReader
    ) -> Findings
    mutating func takeBatch(reserving count: Int) -> ImportBatch
}

extension RowReader {
    var valueCount: Int { values.count }

    /// Takes one record, whole or not at all; `misfit` is what is wrong with its fields.
    mutating func take(
        _ record: CSVRecord, misfit: ImportProblem.Fact?, _ counts: inout ImportCounts, room: Int,
        dates: DateReader
    ) -> Findings {
        var row = Row(record, room: room, dates: dates)
        let (known, before) = (values.count, counts)
        if let misfit {
            row.report(nil, misfit)
        } else {
            read(&row, &counts)
        }
        if row.isSound {
            counts.values += values.count - known
        } else {
            values.removeSubrange(known...)
            counts = before
            counts.rejected += 1
        }
        counts.rows += 1
        return row.findings
    }

    /// The values gathered so far, and begins anew with room for `count` more.
    mutating func takeBatch(reserving count: Int) -> ImportBatch {
        let batch = Self.batch(values)
        values = []
        values.reserveCapacity(count)
        return batch
    }
}
