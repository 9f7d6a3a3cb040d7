import Mining

/// A change of a stored observation. A restatement is not one: it adds a vintage.
package struct Correction: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// An import replaced it.
        case corrected
        /// `retract` deleted it.
        case retracted
        /// Undoing an import or a retraction brought back what was before.
        case undone
        /// Another program replaced or deleted it, or a version that did not say which import did.
        case changed
    }

    package var kind: Kind
    /// What it was; nil if the book did not have it.
    package var old: Observation?
    /// What it became; nil if it was deleted.
    package var new: Observation?
    package var at: Timestamp
    /// The import or retraction that did it or that was undone; nil if not known.
    package var importNumber: Int?

    /// The observation, as it is or was.
    package var observation: Observation? { new ?? old }
}

extension BookCatalogue {
    /// What was corrected, retracted or undone of `subject`, of one metric or (nil) of all; the
    /// first change first. Empty if nothing was, or if there is no such subject.
    package func corrections(
        of subject: String, metric: Metric?
    ) throws(BookError) -> [Correction] {
        let replaced = try replacedObservations(of: subject, metric: metric)
        let undone = Dictionary(
            uniqueKeysWithValues: try imports().map { ($0.number, $0.undone) })
        // A row became what its next change replaced, or else what the book has now.
        var next: [ObservationIdentity: Observation] = [:]
        for vintage in try vintages(of: subject, metric: metric) {
            next[ObservationIdentity(vintage)] = vintage
        }
        var found: [Correction] = []
        // From the last change to the first.
        for row in replaced.reversed() {
            let key = ObservationIdentity(row.old)
            if row.isDeleted, let number = row.importNumber, let moment = undone[number] ?? nil {
                found.append(
                    Correction(
                        kind: .undone, old: nil, new: row.old, at: moment, importNumber: number))
            }
            found.append(
                Correction(
                    of: row, to: row.isDeleted ? nil : next[key],
                    importUndone: row.old.origin.flatMap { undone[$0.importNumber] ?? nil }))
            next[key] = row.old
        }
        // The order of equal times is that of the changes.
        return found.reversed().enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }.map(\.element)
    }
}

extension Correction {
    /// `importUndone` is when the import was undone that `row` came from; nil if it was not.
    fileprivate init(of row: ReplacedObservation, to new: Observation?, importUndone: Timestamp?) {
        self.init(
            kind: .changed, old: row.old, new: new, at: row.at, importNumber: row.importNumber)
        if row.importNumber != nil {
            kind = row.isDeleted ? .retracted : .corrected
        } else if importUndone == row.at {
            kind = .undone
            importNumber = row.old.origin?.importNumber
        }
    }
}
