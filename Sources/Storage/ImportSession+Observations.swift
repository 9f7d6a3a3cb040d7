import Mining

extension ImportSession {
    /// Takes in observations; a call a batch, of whatever size. A subject that the book does
    /// not have throws `.unknownSubject`.
    ///
    /// The rows of a batch are written in the order of their keys, so that those which lie side
    /// by side in the book are written side by side: the larger the batch, the faster.
    ///
    /// A row that the book has already leaves no trace of this import, so a second row of its
    /// key would pass for a correction of the book. Therefore, once `tally.corrected` is above
    /// zero at the end, all rows go through `recheck` as well.
    package func record(_ rows: [Lined<Observation>], from file: File) throws(StorageError) {
        let batch = ObservationTable.Batch(rows: rows, file: file.number)
        var outcome = Outcome()
        var new: [ObservationTable.KeyedRow] = []
        // What `insert` must not meet: a second row of a key.
        var repeated: [ObservationTable.KeyedRow] = []
        var last: ObservationKey?
        for row in try keyed(rows) {
            if row.key == last {
                repeated.append(row)
                continue
            }
            last = row.key
            // Where the book knew no period this late, the row is new unless this import has
            // had its key before.
            if try row.key.periodEnd > observations.lastKnownPeriod(of: row.key) {
                new.append(row)
            } else {
                try compare(row, of: batch, &outcome)
            }
        }
        let known = try observations.insert(new, of: batch)
        outcome.tally.inserted += new.count - known.count
        for row in known + repeated { try compare(row, of: batch, &outcome) }
        observations.endBatch()
        count(outcome.tally, of: file)
        try noteFindings(outcome, rows, file)
    }

    /// Compares rows that were recorded with what the book now has for their keys, writing and
    /// counting nothing: each that differs is a conflict with the row of this import that the
    /// book has.
    package func recheck(_ rows: [Lined<Observation>], from file: File) throws(StorageError) {
        var outcome = Outcome()
        for row in try keyed(rows) {
            guard let held = try observations.row(at: row.key),
                !held.says(rows[row.index].value)
            else { continue }
            outcome.conflicts.append((row.index, held))
        }
        observations.endBatch()
        try noteFindings(outcome, rows, file)
    }

    /// What became of the rows of a batch, and which of the rows that the book had they met.
    private struct Outcome {
        var tally = Tally()
        var changes: [(index: Int, kind: Change.Kind, old: ObservationRow)] = []
        var conflicts: [(index: Int, held: ObservationRow)] = []
    }

    /// The rows in the order of their keys; of one key, in their own.
    private func keyed(
        _ rows: [Lined<Observation>]
    ) throws(StorageError) -> [ObservationTable.KeyedRow] {
        let sources = try observations.sources.numbers(of: rows.map(\.value.source))
        // A span lends its elements, where an array gives copies.
        let rows = rows.span
        var keyed: [ObservationTable.KeyedRow] = []
        keyed.reserveCapacity(rows.count)
        for index in rows.indices {
            guard let subject = try subject(rows[index].value.subject) else {
                throw .unknownSubject(code: rows[index].value.subject)
            }
            let key = ObservationKey(
                subject: subject.number, metric: rows[index].value.metric.rawValue,
                periodEnd: rows[index].value.period.last.number,
                periodStart: rows[index].value.period.first.number,
                publishedOn: rows[index].value.publishedOn?.number ?? Day.unknownKey,
                source: sources[index])
            keyed.append(.init(key: key, index: index))
        }
        keyed.sort { ($0.key, $0.index) < ($1.key, $1.index) }
        return keyed
    }

    /// Records a row whose period may be known, and says as what.
    private func compare(
        _ row: ObservationTable.KeyedRow, of batch: ObservationTable.Batch,
        _ outcome: inout Outcome
    ) throws(StorageError) {
        let vintages = try observations.vintages(at: row.key)
        if let held = vintages.first(where: { $0.isHeld(at: row.key) }) {
            if held.says(batch.rows[row.index].value) {
                outcome.tally.unchanged += 1
            } else if isOfThisImport(held) {
                outcome.conflicts.append((row.index, held))
            } else {
                try observations.update(row, of: batch)
                outcome.tally.corrected += 1
                outcome.changes.append((row.index, .corrected, held))
            }
            return
        }
        _ = try observations.insert([row], of: batch)
        outcome.tally.inserted += 1
        let observation = batch.rows[row.index].value
        guard let known = try counting(before(vintages, at: row.key), like: observation),
            known.value != Int(observation.value.base)
        else { return }
        outcome.tally.restated += 1
        outcome.changes.append((row.index, .restated, known))
    }

    /// What the book had of a period before this import, of which it has `vintages` now.
    private func before(
        _ vintages: [ObservationRow], at key: ObservationKey
    ) throws(StorageError) -> [ObservationRow] {
        var rows: [ObservationRow] = []
        for vintage in vintages {
            if !isOfThisImport(vintage) {
                rows.append(vintage)
                continue
            }
            // Inserted by it, or corrected.
            var key = key
            key.publishedOn = vintage.publishedOn
            key.source = vintage.source
            if let row = try observations.corrected(at: key) { rows.append(row) }
        }
        return rows
    }

    /// Of vintages of the period of `other`, the one that counts.
    private func counting(
        _ vintages: [ObservationRow], like other: Observation
    ) throws(StorageError) -> ObservationRow? {
        guard vintages.count > 1 else { return vintages.first }
        var best: (row: ObservationRow, observation: Observation)?
        for row in vintages {
            let observation = try observations.observation(row, like: other)
            if best.map({ observation.counts(over: $0.observation) }) ?? true {
                best = (row, observation)
            }
        }
        return best?.row
    }

    private func isOfThisImport(_ row: ObservationRow) -> Bool {
        row.file.map(isOfThisImport(fileNumber:)) ?? false
    }

    /// Notes what was found in a batch, in the order of its rows, as far as there is room.
    private func noteFindings(
        _ outcome: Outcome, _ rows: [Lined<Observation>], _ file: File
    ) throws(StorageError) {
        for (index, kind, old) in outcome.changes.sorted(by: { $0.index < $1.index }) {
            guard changes.count < Self.listLimit else { break }
            var new = rows[index].value
            new.origin = file.origin(line: rows[index].line)
            note(Change(kind: kind, old: try observations.observation(old, like: new), new: new))
        }
        for (index, held) in outcome.conflicts.sorted(by: { $0.index < $1.index }) {
            try note(try conflict(of: rows[index], file, with: held))
        }
    }

    private func conflict(
        of row: Lined<Observation>, _ file: File, with held: ObservationRow
    ) throws(StorageError) -> Conflict {
        let first = try observations.observation(held, like: row.value)
        let origin = file.origin(line: row.line)
        return Conflict(
            subject: "\(row.value.subject) \(row.value.metric) \(row.value.period)",
            first: first.summary, firstOrigin: first.origin ?? origin,
            second: row.value.summary, secondOrigin: origin)
    }
}

extension Observation {
    /// What it says, for a message: `38.5 EH/s, restated (deployed)`.
    fileprivate var summary: String {
        "\(value), \(status.name)" + (note.map { " (\($0))" } ?? "")
    }
}
