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
    package func record(_ observations: ObservationBatch, from file: File) throws(StorageError) {
        let batch = try numbered(observations, file)
        let table = self.observations
        var outcome = Outcome()
        var new: [KeyedRow] = []
        new.reserveCapacity(observations.count)
        // What `insert` must not meet: a second row of a key.
        var repeated: [KeyedRow] = []
        var last: ObservationKey?
        for row in try batch.keyed() {
            if row.key == last {
                repeated.append(row)
                continue
            }
            last = row.key
            // Where the book knew no period this late, the row is new unless this import has
            // had its key before.
            if try row.key.periodEnd > table.lastKnownPeriod(of: row.key) {
                new.append(row)
            } else {
                try compare(row, of: batch, &outcome)
            }
        }
        let known = try table.insert(new, of: batch)
        outcome.tally.inserted += new.count - known.count
        for row in known + repeated { try compare(row, of: batch, &outcome) }
        table.endBatch()
        count(outcome.tally, of: file)
        try noteFindings(outcome, batch)
    }

    /// Compares rows that were recorded with what the book now has for their keys, writing and
    /// counting nothing: each that differs is a conflict with the row of this import that the
    /// book has.
    package func recheck(_ observations: ObservationBatch, from file: File) throws(StorageError) {
        let batch = try numbered(observations, file)
        var outcome = Outcome()
        for row in try batch.keyed() {
            guard let held = try self.observations.row(at: row.key),
                !held.says(observations, at: row.index)
            else { continue }
            outcome.conflicts.append((row.index, held))
        }
        self.observations.endBatch()
        try noteFindings(outcome, batch)
    }

    /// Looks up subjects, and gives sources their numbers.
    private func numbered(
        _ batch: ObservationBatch, _ file: File
    ) throws(StorageError) -> NumberedBatch {
        var isUsed = Array(repeating: false, count: batch.sources.count)
        for row in batch.rows { isUsed[Int(row.source)] = true }
        var subjects: [Int?] = []
        for number in 0..<batch.subjects.count {
            subjects.append(try subject(batch.subjects[number])?.number)
        }
        return NumberedBatch(
            batch: batch, file: file, subjects: subjects,
            sources: try observations.sources.numbers(of: batch.sources, used: isUsed))
    }

    /// What became of the rows of a batch, and which of the rows that the book had they met.
    private struct Outcome {
        var tally = Tally()
        var changes: [(index: Int, kind: Change.Kind, old: ObservationRow)] = []
        var conflicts: [(index: Int, held: ObservationRow)] = []
    }

    /// Records a row whose period may be known, and says as what.
    private func compare(
        _ row: KeyedRow, of batch: NumberedBatch, _ outcome: inout Outcome
    ) throws(StorageError) {
        let vintages = try observations.vintages(at: row.key)
        if let held = vintages.first(where: { $0.isHeld(at: row.key) }) {
            if held.says(batch.batch, at: row.index) {
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
        let observation = batch.batch[row.index].value
        guard let known = try counting(before(vintages, at: row.key), like: observation),
            !known.hasAmount(of: observation.value)
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
        _ outcome: Outcome, _ batch: NumberedBatch
    ) throws(StorageError) {
        for (index, kind, old) in outcome.changes.sorted(by: { $0.index < $1.index }) {
            guard changes.count < Self.listLimit else { break }
            let row = batch.batch[index]
            var new = row.value
            new.origin = batch.file.origin(line: row.line)
            note(Change(kind: kind, old: try observations.observation(old, like: new), new: new))
        }
        for (index, held) in outcome.conflicts.sorted(by: { $0.index < $1.index }) {
            try note(try conflict(of: batch.batch[index], batch.file, with: held))
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
