import CMinizip
import CWorkbooks

/// A part of a zip archive that is inflated a piece at a time.
///
/// Parts that are larger than any workbook needs are refused, and parts packed so tightly that they
/// can only be meant to do harm.
final class ZipPart {
    /// The value of minizip for names that are the same in any letter case.
    static let ignoringCase: Int32 = 2
    /// The most bytes of an unpacked part. A full sheet of a million rows has about one gigabyte.
    private static let sizeLimit: Int64 = 4 << 30
    /// How many times larger than its packed bytes a part may be, beyond `ratioFreeSize`. Sheets are
    /// ten to thirty times larger.
    private static let ratioLimit: Int64 = 200
    private static let ratioFreeSize: Int64 = 16 << 20

    let name: String
    /// The number of unpacked bytes. `read` never returns more.
    let size: Int

    private let file: unzFile
    private let packedSize: Int64
    private var readCount: Int64 = 0

    init(_ name: String, in archive: ZipArchive) throws(WorkbookError) {
        self.name = name
        guard let file = cworkbooks_open_zip(archive.descriptor) else {
            throw .damaged(part: name, .packing)
        }
        self.file = file
        var info = unz_file_info64()
        guard unzLocateFile(file, name, Self.ignoringCase) == UNZ_OK,
            unzGetCurrentFileInfo64(file, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK
        else {
            packedSize = 0
            size = 0
            throw .missingPart(name)
        }
        packedSize = Int64(clamping: info.compressed_size)
        size = Int(clamping: info.uncompressed_size)
        if info.flag & 1 != 0 { throw .encrypted }
        if size > Self.sizeLimit { throw .tooLarge(part: name, .bytes) }
        guard unzOpenCurrentFile(file) == UNZ_OK else { throw .damaged(part: name, .packing) }
    }

    deinit { unzClose(file) }

    /// Fills `buffer` as far as possible, and returns the number of bytes: 0 at the end.
    ///
    /// - Throws: `WorkbookError`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
        let count = unzReadCurrentFile(file, buffer.baseAddress, UInt32(clamping: buffer.count))
        guard count >= 0 else { throw .damaged(part: name, .packing) }
        readCount += Int64(count)
        if readCount > Self.ratioFreeSize, readCount / Self.ratioLimit > packedSize {
            throw .tooLarge(part: name, .ratio)
        }
        if count == 0 {
            guard readCount == Int64(size) else { throw .damaged(part: name, .packing) }
            guard unzCloseCurrentFile(file) != UNZ_CRCERROR else {
                throw .damaged(part: name, .checksum)
            }
        }
        return Int(count)
    }
}
