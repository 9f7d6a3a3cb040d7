import Bookkeeping
import Mining

extension MemoryBook: MergeableBook {
    package func registerVersions() throws(BookError) -> [RegisterVersion] {
        let replaced = rows.corrections.map { correction in
            (
                correction.old,
                Replacement(
                    isDeleted: correction.isDeletion, at: correction.at,
                    importNumber: correction.byImport) as Replacement?
            )
        }
        return (replaced + rows.rows.values.map { ($0, nil) }).compactMap { row, how in
            guard let content = RegisterRow(row.content) else { return nil }
            return RegisterVersion(
                row: content, origin: row.place.map(rows.origin), file: position(row),
                replacement: how)
        }
    }

    package func replacedObservations(
        withKeyOf observation: Observation
    ) throws(BookError) -> [ReplacedObservation] {
        try replacedObservations(of: observation.subject, metric: observation.metric)
            .filter { ObservationIdentity($0.old) == ObservationIdentity(observation) }
    }

    package func observationVersions(
        _ wanted: WantedVersions
    ) throws(BookError) -> any VersionWalk {
        var batches: [VersionBatch] = []
        switch wanted {
        case .ofImports(let numbers):
            for (index, file) in rows.files.enumerated() where numbers.contains(file.importNumber) {
                let place = FilePosition(importNumber: file.importNumber, index: file.index)
                let old = rows.corrections.map { ($0.key, $0.old, false) }
                var last: [MemoryRows.Key: (MemoryRows.Row, Bool)] = [:]
                for (key, row, isPresent) in old + rows.rows.map({ ($0, $1, true) })
                where row.place?.file == index + 1 {
                    last[key] = (row, isPresent)
                }
                batches.append(batch(Array(last.values), place))
            }
        case .presentExcept(let numbers):
            let present = rows.rows.values.filter { row in
                !(rows.importNumber(of: row).map(numbers.contains) ?? false)
            }
            batches.append(batch(present.map { ($0, true) }, nil))
        }
        return Walk(batches.filter { $0.observations.count > 0 })
    }

    private func batch(
        _ rows: [(row: MemoryRows.Row, isPresent: Bool)], _ place: FilePosition?
    ) -> VersionBatch {
        var batch = VersionBatch()
        batch.place = place
        var located: [Located<Observation>] = []
        for (row, isPresent) in rows {
            guard case .observation(let observation) = row.content else { continue }
            located.append(
                Located(value: observation, line: place == nil ? 0 : row.place?.line ?? 0))
            batch.isPresent.append(isPresent)
        }
        batch.observations = ObservationBatch(located)
        return batch
    }

    private func position(_ row: MemoryRows.Row) -> FilePosition? {
        row.place.map { place in
            let file = rows.files[place.file - 1]
            return FilePosition(importNumber: file.importNumber, index: file.index)
        }
    }

    private final class Walk: VersionWalk {
        private var rest: [VersionBatch]

        init(_ batches: [VersionBatch]) { rest = batches.reversed() }

        func next(into batch: inout VersionBatch) throws(BookError) -> Bool {
            guard let next = rest.popLast() else { return false }
            batch = next
            return true
        }
    }
}

extension RegisterRow {
    /// Nil for an observation, a group and the network.
    fileprivate init?(_ content: MemoryRows.Content) {
        switch content {
        case .network, .group, .observation: return nil
        case .company(let company): self = .company(company)
        case .alias(let alias): self = .alias(alias)
        case .shareBasis(let basis): self = .shareBasis(basis)
        case .membership(let membership): self = .membership(membership)
        case .claim(let claim): self = .claim(claim)
        }
    }
}
