import Mining

/// A batch of one file, with the numbers by which the book knows its subjects and sources.
package struct NumberedBatch {
    package let batch: ObservationBatch
    /// The number of the file that its rows come from.
    package let file: Int
    /// By the batch's numbers; nil if the book has no such subject.
    let subjects: [Int?]
    let sources: [Int]

    package var rows: [ObservationBatch.Row] { batch.rows }

    /// The rows in the order of their keys, except that subjects and sources are ordered by their
    /// numbers in the batch. Rows with the same key are side by side, in their own order.
    ///
    /// - Throws: `.unknownSubject`.
    func keyed() throws(BookError) -> [KeyedRow] {
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

    private func key(at index: Int) throws(BookError) -> ObservationKey {
        let row = batch.rows[index]
        guard let subject = subjects[Int(row.subject)] else {
            throw .unknownSubject(code: batch.subjects[Int(row.subject)])
        }
        return ObservationKey(row, subject: subject, source: sources[Int(row.source)])
    }
}

extension ImportStore {
    /// Looks up the numbers of subjects, by `subject`, and of sources, of which new ones are added.
    func numbered(
        _ batch: ObservationBatch, file: Int, subject: (String) throws(BookError) -> Int?
    ) throws(BookError) -> NumberedBatch {
        var isUsed = Array(repeating: false, count: batch.sources.count)
        for row in batch.rows { isUsed[Int(row.source)] = true }
        var subjects: [Int?] = []
        for number in 0..<batch.subjects.count {
            subjects.append(try subject(batch.subjects[number]))
        }
        return NumberedBatch(
            batch: batch, file: file, subjects: subjects,
            sources: try sourceNumbers(of: batch.sources, used: isUsed))
    }
}

/// A row of a batch: its key, and its index in the batch.
package struct KeyedRow: Sendable {
    package var key: ObservationKey
    package var index: Int
}
