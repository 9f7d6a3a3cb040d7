import Bookkeeping
import Exporting
import Files
import Mining

/// Writes the data files of a lake to its folder, table by table.
struct LakeWriter {
    /// The files that were written so far.
    private(set) var files: [LakeManifest.File] = []
    private let folder: LakeFolder
    private let compressor: GzipCompressor

    /// - Throws: `FileError`, if there is not enough memory.
    init(_ folder: LakeFolder) throws {
        self.folder = folder
        compressor = try GzipCompressor()
    }

    private mutating func end(_ builder: LakeFileBuilder) throws {
        let (file, bytes) = builder.finish()
        try folder.put(bytes, at: file.path)
        files.append(file)
    }

    // MARK: Observations

    /// Writes all versions of observations, a file for each metric, year and import, and more if
    /// there are many.
    ///
    /// - Throws: `BookError`, `FileError`.
    mutating func writeObservations(
        of book: some BookHistory, _ imports: [ImportRecord]
    ) throws -> SnapshotCounts {
        let origins = LakeOrigins(imports)
        let walk = try book.observationHistory(Lifespans(imports))
        var counts = SnapshotCounts()
        var batch = HistoryBatch()
        var file: LakeFileBuilder?
        while try walk.next(into: &batch) {
            for index in 0..<batch.count {
                let partition = LakePartition(batch, index)
                if file?.partition != partition || file?.isFull == true {
                    if let file { try end(file) }
                    file = LakeFileBuilder(.observations, partition, with: compressor)
                }
                let lifespan = batch.lifespans[index]
                counts.count(lifespan)
                file?.append {
                    $0.append(
                        batch.observations, at: index, from: origins[batch.files[index]],
                        in: LakeSnapshots(lifespan))
                }
            }
        }
        // A reader of a book without figures learns the columns from a file without rows.
        try end(file ?? LakeFileBuilder(.observations, .empty, with: compressor))
        return counts
    }

    // MARK: Other tables

    /// Writes companies, aliases, share facts, memberships and claims, with what they were before.
    ///
    /// - Throws: `BookError`, `FileError`.
    mutating func writeRegisters(
        of book: some BookHistory, _ imports: [ImportRecord]
    ) throws {
        let versions = Lifespans(imports).of(try book.registerVersions())
        for (table, kind) in Self.registers {
            var file = LakeFileBuilder(table, with: compressor)
            for (version, lifespan) in versions.filter({ $0.0.row.kind == kind }).inLakeOrder {
                file.append { $0.append(version, in: lifespan) }
            }
            try end(file)
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
        var file = LakeFileBuilder(table, with: compressor)
        for row in rows { file.append { $0.append(row) } }
        try end(file)
    }
}

extension LakePartition {
    /// Where the row at `index` of a batch belongs.
    fileprivate init(_ batch: HistoryBatch, _ index: Int) {
        let row = batch.observations.rows[index]
        self.init(
            metric: row.metric, year: row.period.last.components.year,
            importNumber: batch.files[index]?.importNumber ?? 0)
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
