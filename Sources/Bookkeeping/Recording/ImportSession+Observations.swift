import Mining

extension ImportSession {
    /// Takes in observations, one batch of any size per call.
    ///
    /// The rows of a batch are compared and written in the order of their keys, so that rows which
    /// are side by side in the book are written side by side: the larger the batch, the faster.
    ///
    /// A row that the book has already leaves no trace of this import, so a second row with its key
    /// would be taken for a correction of the book. Therefore, if `rowCounts.corrected` is above
    /// zero at the end, all rows must go through `recheck` as well.
    ///
    /// - Throws: `.unknownSubject`.
    package func record(_ observations: ObservationBatch, from file: File) throws(BookError) {
        let batch = try numbered(observations, file)
        var outcome = Outcome()
        var repeated: [KeyedRow] = []
        var last: KeyedRow?
        let keyed = try batch.keyed()
        try seriesEnds.read(of: keyed, in: store)
        for chunk in store.chunks(of: keyed) {
            var (new, known): ([KeyedRow], [KeyedRow]) = ([], [])
            for row in chunk {
                if row.key == last?.key {
                    repeated.append(row)
                    continue
                }
                if let last, row.key.period == last.key.period {
                    noteScale(
                        of: row, besides: observations.rows[last.index].dated, &outcome, batch)
                }
                last = row
                // If the book knew no period this late, the row is new unless this import has had
                // its key before.
                if row.key.periodEnd > seriesEnds.end(of: row.key) {
                    new.append(row)
                } else {
                    known.append(row)
                }
            }
            let present = try store.insert(new, of: batch)
            outcome.rowCounts.inserted += new.count - present.count
            noteInsertions(new, except: present, &outcome)
            try compare(known, of: batch, &outcome)
            try compare(present, of: batch, &outcome)
        }
        while !repeated.isEmpty {
            for chunk in store.chunks(of: Self.takeOnePerKey(&repeated)) {
                try compare(Array(chunk), of: batch, &outcome)
            }
        }
        count(outcome.rowCounts, of: file)
        try noteFindings(outcome, batch, file)
    }

    /// Compares recorded rows with what the book now has for their keys: each that differs is a
    /// conflict. Writes nothing, and changes no row counts.
    package func recheck(_ observations: ObservationBatch, from file: File) throws(BookError) {
        let batch = try numbered(observations, file)
        var outcome = Outcome()
        for chunk in store.chunks(of: try batch.keyed()) {
            let vintages = try store.vintages(at: chunk.map(\.key))
            for (index, row) in chunk.enumerated() {
                guard let stored = vintages[index].first(where: { $0.isVintage(of: row.key) }),
                    !stored.hasContent(of: observations, at: row.index)
                else { continue }
                outcome.conflicts.append((row.index, stored))
            }
        }
        try noteFindings(outcome, batch, file)
    }

    private func numbered(
        _ batch: ObservationBatch, _ file: File
    ) throws(BookError) -> NumberedBatch {
        try store.numbered(batch, file: file.number) { (code) throws(BookError) in
            try subject(code)?.number
        }
    }

    /// What was done with the rows of a batch, and which stored rows they restate, contradict or
    /// correct.
    private struct Outcome {
        var rowCounts = RowCounts()
        var changes: [(index: Int, kind: Change.Kind, old: StoredObservation?)] = []
        var conflicts: [(index: Int, stored: StoredObservation)] = []
        /// Rows that are many times, or a small part of, another figure for their period.
        var scaleErrors: [(index: Int, other: DatedQuantity, error: ScaleError)] = []
    }

    /// The share facts on which a row depends; nil if it depends on none.
    func shareHistory(
        of row: ObservationBatch.Row, in batch: NumberedBatch
    ) -> ShareHistory? {
        row.metric.hasShareBasis
            ? shareHistories[batch.batch.subjects[Int(row.subject)]] : nil
    }

    /// Notes it if a row is many times, or a small part of, another figure for its period.
    private func noteScale(
        of row: KeyedRow, besides other: DatedQuantity?, _ outcome: inout Outcome,
        _ batch: NumberedBatch
    ) {
        let new = batch.rows[row.index]
        guard let other,
            let error = ScaleError(
                new.dated, other, of: new.metric, atLeast: Metric.unlikelyRestatement,
                shareHistory(of: new, in: batch) ?? ShareHistory([]))
        else { return }
        outcome.scaleErrors.append((row.index, other, error))
    }

    /// Notes rows that were inserted and are not noted as another change.
    private func noteInsertions(
        _ rows: [KeyedRow], except others: [KeyedRow] = [], _ outcome: inout Outcome
    ) {
        guard listsInsertions else { return }
        let noted = Set(outcome.changes.map(\.index) + others.map(\.index))
        for row in rows where !noted.contains(row.index) {
            outcome.changes.append((row.index, .inserted, nil))
        }
    }

    /// Compares rows with the vintages that the book has of their periods, and writes them. No two
    /// have the same key.
    private func compare(
        _ rows: [KeyedRow], of batch: NumberedBatch, _ outcome: inout Outcome
    ) throws(BookError) {
        let found = try store.vintages(at: rows.map(\.key))
        var (inserted, replaced): ([KeyedRow], [KeyedRow]) = ([], [])
        for (index, row) in rows.enumerated() {
            let vintages = found[index]
            guard let stored = vintages.first(where: { $0.isVintage(of: row.key) }) else {
                inserted.append(row)
                if let old = try earlier(than: row, of: batch, vintages) {
                    try noteRelation(of: row, to: old, &outcome, batch)
                } else if let other = vintages.last(where: isOfThisImport) {
                    noteScale(of: row, besides: other.dated(like: row.key), &outcome, batch)
                }
                continue
            }
            if stored.hasContent(of: batch.batch, at: row.index) {
                outcome.rowCounts.unchanged += 1
            } else if isOfThisImport(stored) {
                outcome.conflicts.append((row.index, stored))
            } else {
                replaced.append(row)
                outcome.changes.append((row.index, .corrected, stored))
                noteScale(of: row, besides: stored.dated(like: row.key), &outcome, batch)
            }
        }
        try store.replace(replaced, of: batch)
        outcome.rowCounts.corrected += replaced.count
        _ = try store.insert(inserted, of: batch)
        outcome.rowCounts.inserted += inserted.count
        noteInsertions(inserted, &outcome)
    }

    /// Removes the first row of each key from rows in the order of their keys, and returns them.
    private static func takeOnePerKey(_ rows: inout [KeyedRow]) -> [KeyedRow] {
        var (taken, left): ([KeyedRow], [KeyedRow]) = ([], [])
        for row in rows {
            if taken.last?.key == row.key { left.append(row) } else { taken.append(row) }
        }
        rows = left
        return taken
    }

    /// Notes whether a new row restates or contradicts what the book had of its period, and whether it
    /// is many times, or a small part of, what counted.
    private func noteRelation(
        of row: KeyedRow, to old: [StoredObservation], _ outcome: inout Outcome,
        _ batch: NumberedBatch
    ) throws(BookError) {
        let new = batch.batch[row.index].value
        if let counted = try counting(old, like: new) {
            noteScale(of: row, besides: counted.dated(like: row.key), &outcome, batch)
        }
        guard let (kind, first) = try relation(of: new, to: old) else { return }
        outcome.rowCounts.restated += kind == .restated ? 1 : 0
        outcome.rowCounts.conflicting += kind == .conflicting ? 1 : 0
        outcome.changes.append((row.index, kind, first))
    }

    /// Notes what was found in a batch, in the order of its rows, up to the limits.
    private func noteFindings(
        _ outcome: Outcome, _ batch: NumberedBatch, _ file: File
    ) throws(BookError) {
        for (index, kind, old) in outcome.changes.sorted(by: { $0.index < $1.index }) {
            guard changes.count < Self.listLimit else { break }
            let row = batch.batch[index]
            var new = row.value
            new.origin = file.origin(line: row.line)
            let before = try old.map { (old) throws(BookError) in
                try store.observation(old, like: new)
            }
            note(Change(kind: kind, old: before, new: new))
        }
        for (index, other, error) in outcome.scaleErrors.sorted(by: { $0.index < $1.index }) {
            let row = batch.batch[index]
            note(
                UnlikelyRestatement(
                    observation: row.value, origin: file.origin(line: row.line), other: other,
                    error: error))
        }
        for (index, stored) in outcome.conflicts.sorted(by: { $0.index < $1.index }) {
            try note(try conflict(of: batch.batch[index], file, with: stored))
        }
    }

    private func conflict(
        of row: Located<Observation>, _ file: File, with stored: StoredObservation
    ) throws(BookError) -> Conflict {
        let first = try store.observation(stored, like: row.value)
        let origin = file.origin(line: row.line)
        return Conflict(
            subject: "\(row.value.subject) \(row.value.metric) \(row.value.period)",
            first: first.summary, firstOrigin: first.origin ?? origin,
            second: row.value.summary, secondOrigin: origin)
    }
}

extension Observation {
    /// Its content, for a message: `38.5 EH/s, restated (deployed)`.
    var summary: String {
        "\(value), \(status.name)" + (note.map { " (\($0))" } ?? "")
    }
}
