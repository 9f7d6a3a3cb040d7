import Exporting
import Files

/// Makes the compressed data files of a lake, one after the other, in memory.
struct LakeFileBuilder {
    /// A file is one task of a cluster, and is in memory while it is made, so it has no more than this.
    private static let (mostRows, mostBytes) = (100_000, 32 << 20)

    private let compressor: GzipCompressor
    private var file = LakeFile(.metrics)
    private var table = LakeTable.metrics
    private var partition: LakePartition?
    private var written = 0

    /// - Throws: `Errno`, if there is not enough memory.
    init() throws { compressor = try GzipCompressor() }

    /// Whether the rows should go on in another file.
    var isFull: Bool {
        file.rowCount >= Self.mostRows || written + file.pendingBytes >= Self.mostBytes
    }

    /// Begins a file.
    mutating func begin(_ table: LakeTable, _ partition: LakePartition? = nil) {
        (self.table, self.partition, written) = (table, partition, 0)
        file = LakeFile(table)
    }

    /// Appends what `body` appends to the file.
    mutating func append(_ body: (inout LakeFile) throws -> Void) rethrows {
        try body(&file)
        if file.pendingBytes >= 256 << 10 { drain() }
    }

    private mutating func drain() {
        written += file.pendingBytes
        file.drain { compressor.append($0) }
    }

    /// Ends the file, and returns it with its bytes.
    mutating func finish() -> (LakeManifest.File, [UInt8]) {
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
