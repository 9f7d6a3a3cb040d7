import CMinizip
import CWorkbooks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A zip archive that is written to memory, one part after the other.
///
/// The same parts give the same bytes: each part is dated 1980-01-01, the first day that an archive
/// can have, instead of the current time.
final class ZipWriter {
    /// A part of 4 GB would need an extension of the format that not all spreadsheet programs read.
    private static let partLimit = 0xFFFF_FFFF

    /// Where minizip writes, at a place that does not move.
    private let memory: UnsafeMutablePointer<cworkbooks_memory>
    private var file: zipFile?
    private var partSize = 0
    /// Whether everything could be packed so far.
    private(set) var isSound = true

    init() {
        memory = .allocate(capacity: 1)
        memory.initialize(to: cworkbooks_memory())
        file = cworkbooks_create_zip(memory)
        isSound = file != nil
    }

    deinit {
        if let file { zipClose(file, nil) }
        free(memory.pointee.bytes)
        memory.deallocate()
    }

    /// Begins a part; the one before must have ended.
    func begin(_ name: String) {
        var info = zip_fileinfo()
        // 1980-01-01, in the bits of MS-DOS.
        info.dosDate = 1 << 21 | 1 << 16
        partSize = 0
        check(
            zipOpenNewFileInZip64(
                file, name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0))
    }

    /// Appends bytes to the part.
    func write(_ bytes: [UInt8]) {
        partSize += bytes.count
        guard isSound, partSize < Self.partLimit else {
            isSound = false
            return
        }
        check(zipWriteInFileInZip(file, bytes, UInt32(bytes.count)))
    }

    /// Ends the part.
    func end() { check(zipCloseFileInZip(file)) }

    /// Adds a whole part.
    func add(_ name: String, _ text: String) {
        begin(name)
        write(Array(text.utf8))
        end()
    }

    /// Ends the archive and returns its bytes; nil if something could not be packed.
    func finish() -> [UInt8]? {
        check(zipClose(file, nil))
        file = nil
        guard isSound, let bytes = memory.pointee.bytes else { return nil }
        return Array(UnsafeBufferPointer(start: bytes, count: memory.pointee.count))
    }

    private func check(_ result: Int32) {
        if result != ZIP_OK { isSound = false }
    }
}
