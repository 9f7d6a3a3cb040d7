import Exporting
import Files

/// A compressed data file of a lake that is being made, in memory.
struct LakeFileBuilder {
    /// A file is one task of a cluster, and is in memory while it is made, so it has no more than
    /// this.
    private static let (mostRows, mostBytes) = (100_000, 32 << 20)

    let partition: LakePartition?
    private let table: LakeTable
    private let compressor: GzipCompressor
    private var file: LakeFile
    private var written = 0

    /// A file without rows. The compressor must not be used for another one until this is finished.
    init(_ table: LakeTable, _ partition: LakePartition? = nil, with compressor: GzipCompressor) {
        self.table = table
        self.partition = partition
        self.compressor = compressor
        file = LakeFile(table)
    }

    /// Whether the rows should go on in another file.
    var isFull: Bool {
        file.rowCount >= Self.mostRows || written + file.pendingBytes >= Self.mostBytes
    }

    /// Appends what `body` appends to the file.
    mutating func append(_ body: (inout LakeFile) -> Void) {
        body(&file)
        if file.pendingBytes >= 256 << 10 { drain() }
    }

    private mutating func drain() {
        written += file.pendingBytes
        file.drain { compressor.append($0) }
    }

    /// Ends the file, and returns it with its bytes.
    consuming func finish() -> (LakeManifest.File, [UInt8]) {
        drain()
        let bytes = compressor.finish()
        var digest = SHA256()
        bytes.withUnsafeBytes { digest.update($0) }
        let sha256 = digest.hex
        let path = LakeLayout.path(of: table, partition, sha256: sha256)
        return (
            LakeManifest.File(
                table: table, path: path, partition: partition, rows: file.rowCount,
                bytes: bytes.count, sha256: sha256),
            bytes
        )
    }
}
