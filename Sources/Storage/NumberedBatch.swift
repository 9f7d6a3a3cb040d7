import Mining

/// A batch of one file, with the numbers by which the book knows its subjects and sources.
struct NumberedBatch {
    let batch: ObservationBatch
    let file: ImportSession.File
    /// By the batch's numbers; `nil` where the book has no such subject.
    let subjects: [Int?]
    let sources: [Int]

    var rows: [ObservationBatch.Row] { batch.rows }

    /// The key of the row at `index`. Throws `.unknownSubject`.
    func key(at index: Int) throws(StorageError) -> ObservationKey {
        let row = batch.rows[index]
        guard let subject = subjects[Int(row.subject)] else {
            throw .unknownSubject(code: batch.subjects[Int(row.subject)])
        }
        return ObservationKey(row, subject: subject, source: sources[Int(row.source)])
    }

    /// The rows in the order of their keys, but that subjects and sources are ordered by their
    /// numbers in the batch; those of one key are side by side, in their own order.
    func keyed() throws(StorageError) -> [KeyedRow] {
        var keyed: [KeyedRow] = []
        keyed.reserveCapacity(batch.count)
        for index in batch.keyOrder {
            keyed.append(KeyedRow(key: try key(at: Int(index)), index: Int(index)))
        }
        // Codes that differ in letter case are one subject, and not side by side.
        let known = subjects.compactMap(\.self)
        if Set(known).count < known.count { keyed.sort { ($0.key, $0.index) < ($1.key, $1.index) } }
        return keyed
    }
}

/// A row of a batch: its key, and where in the batch it stands.
struct KeyedRow {
    var key: ObservationKey
    var index: Int
}
