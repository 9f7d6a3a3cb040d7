import Bookkeeping
import Exporting
import Mining

/// Writes the data files of a lake to its folder, table by table.
struct LakeWriter {
    /// The files that were written so far.
    private(set) var files: [LakeManifest.File] = []
    private let folder: LakeFolder
    private var builder: LakeFileBuilder

    init(_ folder: LakeFolder, _ builder: LakeFileBuilder) {
        self.folder = folder
        self.builder = builder
    }

    private mutating func endFile() throws {
        let (file, bytes) = builder.finish()
        try folder.put(bytes, at: file.path)
        files.append(file)
    }

    // MARK: Observations

    /// Writes all versions of observations, a file for each metric, year and import, and more if there
    /// are many.
    ///
    /// - Throws: `BookError`, `FileError`.
    mutating func writeObservations(
        of book: some BookHistory, _ imports: [ImportRecord]
    ) throws -> SnapshotCounts {
        let origins = LakeOrigins(imports)
        let walk = try book.observationHistory(Lifespans(imports))
        var counts = SnapshotCounts()
        var batch = HistoryBatch()
        var current: LakePartition?
        while try walk.next(into: &batch) {
            for index in 0..<batch.count {
                let partition = LakePartition(batch, index)
                if partition != current || builder.isFull {
                    if current != nil { try endFile() }
                    builder.begin(.observations, partition)
                    current = partition
                }
                let lifespan = batch.lifespans[index]
                counts.count(lifespan)
                builder.append {
                    $0.append(
                        batch.observations, at: index, from: origins[batch.files[index]],
                        in: LakeSnapshots(lifespan))
                }
            }
        }
        if current == nil {
            // A reader learns the columns from a file without rows.
            builder.begin(.observations, .empty)
        }
        try endFile()
        return counts
    }

    // MARK: Other tables

    /// Writes companies, aliases, share facts, memberships and claims, with what they were before.
    ///
    /// - Throws: `BookError`, `FileError`.
    mutating func writeRegisters(
        of book: some BookHistory, _ imports: [ImportRecord]
    ) throws {
        let lifespans = Lifespans(imports)
        let versions = try book.registerVersions().compactMap { version in
            lifespans.of(version).map { (version, $0) }
        }
        for (table, kind) in Self.registers {
            builder.begin(table)
            for (version, lifespan) in versions.filter({ $0.0.row.kind == kind }).inLakeOrder {
                builder.append { $0.append(version, in: lifespan) }
            }
            try endFile()
        }
    }

    private static let registers: [(LakeTable, FileKind)] = [
        (.companies, .companies), (.aliases, .aliases), (.shareBasis, .shareBasis),
        (.groups, .groups), (.claims, .claims),
    ]

    /// Writes the list of imports, and the metrics, units and statuses that the program knows.
    ///
    /// - Throws: `FileError`.
    mutating func writeCatalogues(_ imports: [ImportRecord]) throws {
        try write(
            .imports,
            imports.map {
                [
                    String($0.number), $0.recorded.description, $0.version,
                    $0.undone?.description ?? "",
                ]
            })
        try write(
            .importFiles,
            imports.flatMap { record in
                record.files.map { file in
                    let counts = file.rowCounts
                    return [
                        String(record.number), file.name, file.sha256, file.kind.rawValue,
                    ]
                        + [counts.inserted, counts.unchanged, counts.restated, counts.corrected]
                        .map(String.init)
                }
            })
        try write(
            .metrics,
            Metric.allCases.map {
                [
                    $0.code, $0.name, $0.unit.code, $0.dimension.rawValue, $0.kind.rawValue,
                    $0.maxAgeDays.map(String.init) ?? "", $0.definition,
                ]
            })
        try write(
            .units,
            Unit.allCases.map { [$0.code, $0.dimension.rawValue, String($0.exponent)] })
        try write(.statuses, Status.allCases.map { [$0.name, String($0.rank)] })
    }

    private mutating func write(_ table: LakeTable, _ rows: [[String]]) throws {
        builder.begin(table)
        for row in rows { builder.append { $0.append(row) } }
        try endFile()
    }
}

extension LakePartition {
    /// Where the row at `index` of a batch belongs.
    fileprivate init(_ batch: HistoryBatch, _ index: Int) {
        let row = batch.observations.rows[index]
        self.init(
            metric: row.metric, year: row.period.last.components.year,
            importNumber: batch.lifespans[index].first)
    }

    /// Where the only file of a lake without observations is.
    fileprivate static let empty = LakePartition(
        metric: .deployedHashrate, year: 1, importNumber: 0)
}

/// The files of all imports as cells of a lake.
private struct LakeOrigins {
    private var origins: [Int: [LakeOrigin]] = [:]

    init(_ imports: [ImportRecord]) {
        for record in imports {
            origins[record.number] = record.files.map {
                LakeOrigin(importNumber: record.number, file: $0.name)
            }
        }
    }

    /// Nil for nil.
    subscript(position: FilePosition?) -> LakeOrigin? {
        guard let position, let files = origins[position.importNumber],
            files.indices.contains(position.index)
        else { return nil }
        return files[position.index]
    }
}
