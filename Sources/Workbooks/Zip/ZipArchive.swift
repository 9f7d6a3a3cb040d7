import CMinizip
import CWorkbooks

/// A zip archive in an open file. Nothing is unpacked to the disk: parts are found by name and read
/// as they are inflated.
final class ZipArchive {
    /// The most parts of an archive; a workbook with a thousand sheets has some thousands.
    private static let partLimit = 65_536

    let descriptor: Int32

    /// Nil if the file is not a zip archive, or its directory is damaged. The descriptor must stay
    /// open.
    init?(descriptor: Int32) {
        self.descriptor = descriptor
        guard let file = cworkbooks_open_zip(descriptor) else { return nil }
        defer { unzClose(file) }
        var info = unz_global_info64()
        guard unzGetGlobalInfo64(file, &info) == UNZ_OK, info.number_entry <= Self.partLimit else {
            return nil
        }
    }

    /// Whether there is a part with this name.
    func has(_ name: String) -> Bool {
        guard let file = cworkbooks_open_zip(descriptor) else { return false }
        defer { unzClose(file) }
        return unzLocateFile(file, name, ZipPart.ignoringCase) == UNZ_OK
    }

    /// The part with this name, before its first byte.
    ///
    /// - Throws: `WorkbookError` if there is none or it cannot be read.
    func part(_ name: String) throws(WorkbookError) -> ZipPart {
        try ZipPart(name, in: self)
    }

    /// All bytes of a small part; nil if there is none.
    ///
    /// - Throws: `WorkbookError` if it has more than `limit` bytes or cannot be read.
    func bytes(of name: String, limit: Int) throws(WorkbookError) -> [UInt8]? {
        guard has(name) else { return nil }
        let part = try part(name)
        guard part.size <= limit else { throw .tooLarge(part: name, .bytes) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: part.size, alignment: 1)
        defer { buffer.deallocate() }
        var count = 0
        while count < part.size {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let read = try part.read(into: rest)
            if read == 0 { break }
            count += read
        }
        return Array(buffer[..<count])
    }
}
