import Bookkeeping
import Exporting

/// Counts the observations of each snapshot of a book.
struct SnapshotCounts {
    private var added: [Int: Int] = [:]
    private var ended: [Int: Int] = [:]

    /// Takes in an observation.
    mutating func count(_ lifespan: Lifespan) {
        added[lifespan.first, default: 0] += 1
        if let end = lifespan.end { ended[end, default: 0] += 1 }
    }

    /// The snapshots of the imports that were not undone, the first one first.
    func snapshots(of imports: [ImportRecord]) -> [LakeManifest.Snapshot] {
        // What no import began is in the first snapshot already.
        var present = added[0] ?? 0
        return imports.filter { $0.undone == nil }.map { record in
            let (added, ended) = (added[record.number] ?? 0, ended[record.number] ?? 0)
            present += added - ended
            return LakeManifest.Snapshot(
                importNumber: record.number, recorded: record.recorded.description, added: added,
                ended: ended, observations: present)
        }
    }
}
