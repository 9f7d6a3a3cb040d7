import Mining

/// Which observations of the other book are recorded. They are looked up in batches; the histories of
/// both books are asked only where the books differ.
extension Merge {
    /// Removes from a batch what is not to be recorded.
    func takeWanted(
        _ batch: inout VersionBatch, ofImport number: Int
    ) throws(BookError) {
        var isWanted = Array(repeating: true, count: batch.observations.count)
        let numbered = try numbered(batch.observations)
        for chunk in store.chunks(of: try numbered.keyed()) {
            let found = try store.vintages(at: chunk.map(\.key))
            for (index, row) in chunk.enumerated() {
                let stored = found[index].first { $0.isVintage(of: row.key) }
                isWanted[row.index] = try self.isWanted(
                    row.index, of: batch, number, beside: stored)
            }
        }
        if isWanted.contains(false) { batch.observations.keepRows { isWanted[$0] } }
    }

    /// Whether a row is to be recorded; `stored` is what this book has of its key.
    private func isWanted(
        _ index: Int, of batch: VersionBatch, _ number: Int, beside stored: StoredObservation?
    ) throws(BookError) -> Bool {
        guard let stored else {
            if retractedHere.isEmpty, batch.isPresent[index] { return true }
            let figure = batch.observations[index].value
            if !batch.isPresent[index], try !isReplayed(figure) { return false }
            let identity = ObservationIdentity(figure)
            guard retractedHere.contains(identity) else { return true }
            guard try isTaken(figure, ofImport: number) else { return false }
            retractedHere.remove(identity)
            return true
        }
        if (stored.fileID ?? 0) >= firstFile { return true }
        if batch.isPresent[index], stored.hasContent(of: batch.observations, at: index) {
            count(RowCounts(unchanged: 1), .observations)
            return false
        }
        return try isTaken(batch.observations[index].value, ofImport: number)
    }

    /// Whether a figure that the other book has replaced or retracted is in it again, or was retracted by
    /// what the merge replays. If not, both books know that it is gone.
    private func isReplayed(_ figure: Observation) throws(BookError) -> Bool {
        let history = try theirs.history(of: figure).undoing(match.undoneHere)
        if history.present != nil { return true }
        guard let number = history.replaced.last?.how.importNumber else { return false }
        return match.theirSide.isOwn(number)
    }

    /// Whether what the import `number` of the other book did with the key of `figure` is to be
    /// recorded, given what this book had before the merge. Notes a conflict.
    private func isTaken(_ figure: Observation, ofImport number: Int) throws(BookError) -> Bool {
        let (our, their) = (
            try ours.history(of: figure),
            try theirs.history(of: figure).undoing(match.undoneHere)
        )
        return isTaken(our, their, ofImport: number) {
            notedFigures.insert(ObservationIdentity(figure)).inserted
        }
    }

    /// What no import of the other book has that this book does not have as well.
    func recordRestOfObservations(
        by replay: ImportReplay, ofFile index: Int
    ) throws(BookError) {
        let others = Set(match.theirSide.own.map(\.number)).union(match.undoneHere)
        let walk = try theirs.observationVersions(.presentExcept(others))
        var batch = VersionBatch()
        while try walk.next(into: &batch) {
            try takeWanted(&batch, ofImport: .max)
            if batch.observations.count > 0 {
                try replay.record(batch.observations, ofFile: index)
            }
        }
    }

    /// Retracts a figure that the other book has retracted, unless this book has a newer one.
    func retract(_ figure: Observation, by record: ImportRecord) throws(BookError) {
        let history = try ours.history(of: figure)
        guard let present = history.present else { return }
        if !isOfMerge(present.origin) {
            guard try isTaken(figure, ofImport: record.number) else { return }
        }
        guard
            let number = try ours.retract(
                present.row, version: record.version, at: record.recorded)
        else { return }
        summary.numbers.append(number)
        summary.retracted += 1
        // What comes later in the other book was decided with this retraction.
        retractedHere.remove(ObservationIdentity(figure))
    }

    private func numbered(_ batch: ObservationBatch) throws(BookError) -> NumberedBatch {
        try store.numbered(batch, file: 0) { (code) throws(BookError) in
            try store.subject(code)?.number
        }
    }
}

extension MergeableBook {
    /// What the book has and had of one figure.
    fileprivate func history(of figure: Observation) throws(BookError) -> RowHistory<Observation> {
        let identity = ObservationIdentity(figure)
        let present = try vintages(figure.metric, of: figure.subject, within: figure.period)
            .first { ObservationIdentity($0) == identity }
        return RowHistory(
            present: present.map { .init(row: $0, origin: $0.origin) },
            replaced: try replacedObservations(withKeyOf: figure).map {
                .init(
                    old: .init(row: $0.old, origin: $0.old.origin),
                    how: Replacement(
                        isDeleted: $0.isDeleted, at: $0.at, importNumber: $0.importNumber))
            })
    }
}
