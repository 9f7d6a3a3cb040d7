import Bookkeeping
import Mining

extension MemoryBook {
    package func observationHistory(
        _ lifespans: Lifespans
    ) throws(BookError) -> any HistoryWalk {
        var versions: [HistoryVersion] = []
        // Every observation of it has an import, so `after` is never needed.
        for row in rows.rows.values {
            versions.append(
                row, file(of: row),
                lifespans.ofPresent(recordedBy: rows.importNumber(of: row), after: nil))
        }
        for correction in rows.corrections {
            let lifespan = lifespans.ofReplaced(
                recordedBy: rows.importNumber(of: correction.old), by: correction.byImport,
                after: nil)
            if let lifespan { versions.append(correction.old, file(of: correction.old), lifespan) }
        }
        return HistoryArrayWalk(versions)
    }

    private func file(of row: MemoryRows.Row) -> FilePosition? {
        row.place.map { place in
            let file = rows.files[place.file - 1]
            return FilePosition(importNumber: file.importNumber, index: file.index)
        }
    }
}

private struct HistoryVersion {
    var observation: Observation
    var line: Int
    var file: FilePosition?
    var lifespan: Lifespan

    func precedes(_ other: HistoryVersion) -> Bool {
        let (one, two) = (observation, other.observation)
        if one.metric != two.metric { return one.metric.rawValue < two.metric.rawValue }
        let (number, otherNumber) = (file?.importNumber ?? 0, other.file?.importNumber ?? 0)
        if number != otherNumber { return number < otherNumber }
        if one.period.last != two.period.last { return one.period.last < two.period.last }
        if one.period.first != two.period.first { return one.period.first < two.period.first }
        if one.subject != two.subject { return TestSupport.precedes(one.subject, two.subject) }
        return isExportedBefore(one, two)
    }
}

extension [HistoryVersion] {
    /// Appends a version of an observation, and nothing for other rows.
    fileprivate mutating func append(
        _ row: MemoryRows.Row, _ file: FilePosition?, _ lifespan: Lifespan
    ) {
        guard case .observation(let observation) = row.content else { return }
        append(
            HistoryVersion(
                observation: observation, line: row.place?.line ?? 0, file: file,
                lifespan: lifespan))
    }
}

/// Gives all versions in one batch.
private final class HistoryArrayWalk: HistoryWalk {
    private var rest: [HistoryVersion]

    init(_ versions: [HistoryVersion]) { rest = versions.sorted { $0.precedes($1) } }

    func next(into batch: inout HistoryBatch) throws(BookError) -> Bool {
        batch.removeAll()
        for version in rest {
            let one = version.observation
            batch.append(
                ObservationBatch.Row(
                    subject: Int32(batch.observations.subjects.add(one.subject)),
                    metric: one.metric, period: one.period, value: one.value,
                    publishedOn: one.publishedOn,
                    source: Int32(batch.observations.sources.add(one.source)), status: one.status,
                    note: one.note.map { Int32(batch.observations.notes.add($0)) },
                    line: version.line),
                version.lifespan, version.file)
        }
        rest = []
        return batch.count > 0
    }
}
