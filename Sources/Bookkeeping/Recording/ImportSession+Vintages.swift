import Mining

/// What the book had of a period before an import, and how a new figure is related to it.
extension ImportSession {
    /// The vintages of the row's period that the book had before this import. Nil if there were
    /// none, or if all have the amount of the row and no split can tell them apart.
    func earlier(
        than row: KeyedRow, of batch: NumberedBatch, _ vintages: ArraySlice<StoredObservation>
    ) throws(BookError) -> [StoredObservation]? {
        guard !vintages.isEmpty else { return nil }
        let new = batch.rows[row.index]
        let old = try before(vintages, at: row.key)
        guard shareHistory(of: new, in: batch) == nil else { return old.isEmpty ? nil : old }
        return old.contains { !$0.hasAmount(of: new.value) } ? old : nil
    }

    /// Whether a new figure restates or else contradicts vintages of `old`, and which of these
    /// counts; nil if it does neither.
    func relation(
        of new: Observation, to old: [StoredObservation]
    ) throws(BookError) -> (Change.Kind, StoredObservation)? {
        var observations: [Observation] = []
        for vintage in old { observations.append(try store.observation(vintage, like: new)) }
        let vintages = Vintages(
            observations + [new], about: try subject(new.subject)?.kind ?? .company)
        let relations = old.indices.map { vintages.relation(old.count, $0) }
        for (relation, kind) in [
            (Vintages.Relation.restatement, Change.Kind.restated), (.conflict, .conflicting),
        ] {
            let related = old.indices.filter { relations[$0] == relation }.map { old[$0] }
            if let first = try counting(related, like: new) { return (kind, first) }
        }
        return nil
    }

    /// The vintages that the book had of a period before this import; `vintages` are those it has
    /// now.
    private func before(
        _ vintages: ArraySlice<StoredObservation>, at key: ObservationKey
    ) throws(BookError) -> [StoredObservation] {
        var rows: [StoredObservation] = []
        for vintage in vintages {
            if !isOfThisImport(vintage) {
                rows.append(vintage)
                continue
            }
            // This import inserted or corrected it.
            var key = key
            key.publishedOn = vintage.publishedOn
            key.source = vintage.sourceID
            if let row = try store.corrected(at: key, byImport: number) { rows.append(row) }
        }
        return rows
    }

    /// The vintage that counts; nil if there are none. `other` gives their subject, metric and
    /// period.
    func counting(
        _ vintages: [StoredObservation], like other: Observation
    ) throws(BookError) -> StoredObservation? {
        guard vintages.count > 1 else { return vintages.first }
        var best: (row: StoredObservation, observation: Observation)?
        for row in vintages {
            let observation = try store.observation(row, like: other)
            if best.map({ observation.counts(over: $0.observation) }) ?? true {
                best = (row, observation)
            }
        }
        return best?.row
    }

    func isOfThisImport(_ row: StoredObservation) -> Bool {
        row.fileID.map(isOfThisImport(fileNumber:)) ?? false
    }
}
