import Mining

extension ImportSession {
    /// Takes in observations; a call a batch, of whatever size. A subject that the book does
    /// not have throws `.unknownSubject`.
    ///
    /// A row that the book has already leaves no trace of this import, so a second row of its
    /// key would pass for a correction of the book. Therefore, once `tally.corrected` is above
    /// zero at the end, all rows go through `recheck` as well.
    package func record(_ rows: [Lined<Observation>], from file: File) throws(StorageError) {
        var tally = Tally()
        for row in rows {
            let key = try key(of: row.value)
            // Where the book knew no period this late, the row is new unless this import has
            // had its key before.
            let isNewPeriod = try key.periodEnd > observations.lastKnownPeriod(of: key)
            if isNewPeriod,
                try observations.insert(row.value, at: key, file: file.number, line: row.line)
            {
                tally.inserted += 1
            } else {
                tally += try compare(row, key, file)
            }
        }
        count(tally, of: file)
    }

    /// Compares rows that were recorded with what the book now has for their keys, writing and
    /// counting nothing: each that differs is a conflict with the row of this import that the
    /// book has.
    package func recheck(_ rows: [Lined<Observation>], from file: File) throws(StorageError) {
        for row in rows {
            let key = try key(of: row.value)
            let held = try observations.vintages(at: key).first { $0.isHeld(at: key) }
            guard let held, !held.says(row.value) else { continue }
            try noteConflict(of: row, file, with: held)
        }
    }

    private func key(of observation: Observation) throws(StorageError) -> ObservationTable.Key {
        guard let subject = try subject(observation.subject) else {
            throw .unknownSubject(code: observation.subject)
        }
        return ObservationTable.Key(
            subject: subject.number, metric: observation.metric.rawValue,
            periodEnd: observation.period.last.number,
            periodStart: observation.period.first.number,
            publishedOn: observation.publishedOn?.number ?? Day.unknownKey,
            source: try observations.sources.number(of: observation.source))
    }

    /// Records a row whose period may be known, and says as what.
    private func compare(
        _ row: Lined<Observation>, _ key: ObservationTable.Key, _ file: File
    ) throws(StorageError) -> Tally {
        let vintages = try observations.vintages(at: key)
        if let held = vintages.first(where: { $0.isHeld(at: key) }) {
            if held.says(row.value) { return Tally(unchanged: 1) }
            if isOfThisImport(held) {
                try noteConflict(of: row, file, with: held)
                return Tally()
            }
            try observations.update(row.value, at: key, file: file.number, line: row.line)
            try noteChange(.corrected, from: held, to: row, file)
            return Tally(corrected: 1)
        }
        _ = try observations.insert(row.value, at: key, file: file.number, line: row.line)
        guard let known = try counting(before(vintages, at: key), like: row.value),
            known.value != Int(row.value.value.base)
        else { return Tally(inserted: 1) }
        try noteChange(.restated, from: known, to: row, file)
        return Tally(inserted: 1, restated: 1)
    }

    /// What the book had of a period before this import, of which it has `vintages` now.
    private func before(
        _ vintages: [ObservationTable.Row], at key: ObservationTable.Key
    ) throws(StorageError) -> [ObservationTable.Row] {
        var rows: [ObservationTable.Row] = []
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
        _ vintages: [ObservationTable.Row], like other: Observation
    ) throws(StorageError) -> ObservationTable.Row? {
        guard vintages.count > 1 else { return vintages.first }
        var best: (row: ObservationTable.Row, observation: Observation)?
        for row in vintages {
            let observation = try observations.observation(row, like: other)
            if best.map({ observation.counts(over: $0.observation) }) ?? true {
                best = (row, observation)
            }
        }
        return best?.row
    }

    private func isOfThisImport(_ row: ObservationTable.Row) -> Bool {
        row.file.map(isOfThisImport(fileNumber:)) ?? false
    }

    private func noteChange(
        _ kind: Change.Kind, from old: ObservationTable.Row, to row: Lined<Observation>,
        _ file: File
    ) throws(StorageError) {
        guard changes.count < Self.listLimit else { return }
        note(
            Change(
                kind: kind, old: try observations.observation(old, like: row.value),
                new: row.value.placed(file, row.line)))
    }

    private func noteConflict(
        of row: Lined<Observation>, _ file: File, with held: ObservationTable.Row
    ) throws(StorageError) {
        let first = try observations.observation(held, like: row.value)
        let origin = file.origin(line: row.line)
        note(
            Conflict(
                subject: "\(row.value.subject) \(row.value.metric) \(row.value.period)",
                first: first.summary, firstOrigin: first.origin ?? origin,
                second: row.value.summary, secondOrigin: origin))
    }
}

extension ObservationTable.Row {
    fileprivate func isHeld(at key: ObservationTable.Key) -> Bool {
        publishedOn == key.publishedOn && source == key.source
    }
}

extension Observation {
    fileprivate func placed(_ file: ImportSession.File, _ line: Int) -> Observation {
        var observation = self
        observation.origin = file.origin(line: line)
        return observation
    }

    /// What it says, for a message: `38.5 EH/s, restated (deployed)`.
    fileprivate var summary: String {
        "\(value), \(status.name)" + (note.map { " (\($0))" } ?? "")
    }
}
