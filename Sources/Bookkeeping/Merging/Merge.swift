import Mining

/// A merge in progress: replays the imports and retractions of the other book in this one.
///
/// Observations pass in batches. What is kept in memory are the rows of the registers, the lists of
/// imports, and the keys of retractions and conflicts.
final class Merge {
    var summary = MergeSummary()
    let ours: any MergeableBook
    let theirs: any MergeableBook
    let store: any ImportStore
    let settings: MergeSettings
    var match = ImportMatch(ours: [], theirs: [])
    /// The last import before the merge.
    private var lastImport = 0
    /// The first file that the merge adds; those of earlier imports are lower.
    private(set) var firstFile = Int.max
    /// Figures that this book has retracted and the other one has not.
    var retractedHere: Set<ObservationIdentity> = []
    /// Whether a row of the import that is replayed lost a conflict.
    private var hasLostConflict = false
    var notedFigures: Set<ObservationIdentity> = []
    var notedRows: Set<RegisterKey> = []

    init(
        of other: any MergeableBook, into book: any MergeableBook, in store: any ImportStore,
        _ settings: MergeSettings
    ) {
        ours = book
        theirs = other
        self.store = store
        self.settings = settings
    }

    func run() throws(BookError) {
        let their = try theirs.imports()
        match = ImportMatch(ours: try ours.imports(), theirs: their)
        try undoWhatOtherUndid()
        guard summary.obstacles.isEmpty else { return }
        let findings = Set(try ours.registerFindings())
        let our = try ours.imports()
        match = ImportMatch(ours: our, theirs: their)
        lastImport = our.last?.number ?? 0
        retractedHere = Set(
            match.ourSide.own.flatMap(\.retracted).map(ObservationIdentity.init))
        var registers = try Registers(ours: ours, theirs: theirs, match)
        summary.rowCounts = registers.unchanged
        try recordRest(of: &registers, isCompanies: true)
        try replayImports(&registers)
        try recordRest(of: &registers, isCompanies: false)
        try ImportSession.checkParents(of: try ours.companies())
        summary.findings = try ours.registerFindings().filter { !findings.contains($0) }
    }

    // MARK: Undone imports

    /// Undoes the imports that both books have and the other one has undone. Notes those on which
    /// something depends, in either book.
    private func undoWhatOtherUndid() throws(BookError) {
        for (number, moment) in match.undoneThere {
            let latest = try ours.dependences(on: number).max {
                ($0.importNumber ?? 0) < ($1.importNumber ?? 0)
            }
            if let latest {
                summary.obstacles.append(
                    MergeObstacle(number: number, isOurs: true, dependence: latest))
                continue
            }
            let undoing = try ours.takeBack(number, at: moment)
            summary.undone.append(number)
            summary.undoing.removed += undoing.removed
            summary.undoing.restored += undoing.restored
        }
        let undoneHere = match.undoneHere
        summary.undoneHere = undoneHere.count
        for number in undoneHere.sorted(by: >) {
            let latest = try theirs.dependences(on: number).filter { dependence in
                // What this book has undone as well does not depend on it any more.
                !(dependence.importNumber.map(undoneHere.contains) ?? false)
            }.max { ($0.importNumber ?? 0) < ($1.importNumber ?? 0) }
            if let latest {
                summary.obstacles.append(
                    MergeObstacle(number: number, isOurs: false, dependence: latest))
            }
        }
    }

    // MARK: Imports

    /// Records what the imports and retractions did that only the other book has, in their order.
    private func replayImports(_ registers: inout Registers) throws(BookError) {
        let records = match.theirSide.own
        let walk = try theirs.observationVersions(
            .ofImports(Set(records.filter { !$0.files.isEmpty }.map(\.number))))
        var batch = VersionBatch()
        var hasBatch = try walk.next(into: &batch)
        for record in records {
            let replay = ImportReplay(of: record, in: self)
            hasLostConflict = false
            for row in registers.rows(of: record.number) {
                guard try isTaken(row, ofImport: record.number, registers) else { continue }
                try replay.record(
                    row.row, ofFile: row.file?.index ?? 0, line: row.origin?.line ?? 0)
                registers.recorded.insert(row.row.key)
            }
            while hasBatch, let place = batch.place, place.importNumber == record.number {
                try takeWanted(&batch, ofImport: record.number)
                if batch.observations.count > 0 {
                    try replay.record(batch.observations, ofFile: place.index)
                }
                hasBatch = try walk.next(into: &batch)
            }
            // Once the import is in both books, the conflict is settled for good.
            if hasLostConflict, !record.files.isEmpty { try replay.open() }
            try replay.finish()
            for figure in record.retracted { try retract(figure, by: record) }
        }
    }

    // MARK: The rest

    /// Records what no import of the other book has that this book does not have as well: companies,
    /// which imports may name, or all else.
    private func recordRest(
        of registers: inout Registers, isCompanies: Bool
    ) throws(BookError) {
        var rows: [RegisterVersion] = []
        for row in registers.rest where (row.row.kind == .companies) == isCompanies {
            if try isTaken(row, ofImport: .max, registers) { rows.append(row) }
        }
        var kinds = Set(rows.map(\.row.kind)).sorted()
        if !isCompanies { kinds.append(.observations) }
        let replay = ImportReplay(of: rest(kinds), in: self)
        for row in rows {
            try replay.record(row.row, ofFile: kinds.firstIndex(of: row.row.kind) ?? 0, line: 0)
            registers.recorded.insert(row.row.key)
        }
        if !isCompanies { try recordRestOfObservations(by: replay, ofFile: kinds.count - 1) }
        try replay.finish()
    }

    /// An import of what no import of the other book has.
    private func rest(_ kinds: [FileKind]) -> ImportRecord {
        ImportRecord(
            number: 0, recorded: settings.now, version: settings.version, undone: nil,
            files: kinds.map {
                ImportRecord.File(
                    name: settings.name, sha256: "", kind: $0, rowCounts: RowCounts())
            })
    }

    // MARK: Rows that both books have

    private func isTaken(
        _ row: RegisterVersion, ofImport number: Int, _ registers: Registers
    ) throws(BookError) -> Bool {
        let key = row.row.key
        if registers.recorded.contains(key) { return true }
        let (our, their) = (registers.ours[key] ?? .empty, registers.theirs[key] ?? .empty)
        // Only figures can be retracted: what this book does not have is not refused.
        guard our.present != nil else { return true }
        return isTaken(our, their, ofImport: number) { notedRows.insert(key).inserted }
    }

    /// Whether what the import `number` of the other book recorded is to be recorded here, from what both
    /// books had before the merge. Notes a conflict if it is the first of its key.
    func isTaken<Row>(
        _ our: RowHistory<Row>, _ their: RowHistory<Row>, ofImport number: Int,
        isFirst: () -> Bool
    ) -> Bool {
        switch MergeDecision(ours: our, match.ourSide, theirs: their, match.theirSide) {
        case .same: return false
        case .ours:
            if number == their.present?.origin?.importNumber || number == .max {
                summary.older += 1
            }
            return false
        case .theirs: break
        case .conflict:
            let isTheirs =
                settings.preference?.choosesTheirs(
                    ours: our, match.ourSide, theirs: their, match.theirSide) ?? false
            if isFirst() { note(our, their, isTheirs: isTheirs) }
            guard isTheirs else {
                hasLostConflict = true
                return false
            }
        }
        // What the other book had before it had the content of this one is no news.
        return match.theirSide.lastImport(with: our.present, in: their) < number
    }

    private func note<Row>(
        _ our: RowHistory<Row>, _ their: RowHistory<Row>, isTheirs: Bool
    ) {
        summary.conflictCount += 1
        summary.takenConflicts += isTheirs ? 1 : 0
        guard summary.conflicts.count < MergeSummary.conflictLimit,
            let row = (our.present ?? their.present)?.row
        else { return }
        summary.conflicts.append(
            MergeConflict(
                title: row.title, source: row.publication.source,
                publishedOn: row.publication.day,
                ours: .init(our, at: match.ourSide.lastChange(our)),
                theirs: .init(their, at: match.theirSide.lastChange(their))))
    }

    // MARK: What is recorded

    func isOfMerge(_ origin: Origin?) -> Bool {
        origin.map { $0.importNumber > lastImport } ?? false
    }

    /// Remembers the files of an import that the merge adds.
    func noteStart(of session: ImportSession, _ files: [ImportSession.File]) {
        summary.numbers.append(session.number)
        for file in files { firstFile = min(firstFile, file.number) }
    }

    func count(_ rows: RowCounts, _ kind: FileKind) {
        summary.rowCounts[kind, default: RowCounts()] += rows
    }

    func noteEnd(of session: ImportSession) {
        let room = ImportSession.listLimit - summary.changes.count
        summary.changes += session.changes.prefix(room)
    }
}

extension MergeConflict.Side {
    fileprivate init<Row>(_ history: RowHistory<Row>, at moment: Timestamp?) {
        self.init(
            content: history.present?.row.summary, origin: history.present?.origin, at: moment)
    }
}
