import CZlib
import SystemPackage

/// Files that are compressed with gzip, such as `prices.csv.gz`.
package enum GzipFile {
    /// How many times its size a file may grow once it is larger than `harmlessSize`. Tables of
    /// figures shrink to about a tenth; a file that shrinks to less than 1/200 is meant to fill a
    /// disk.
    private static let largestFactor = 200
    private static let harmlessSize = 64 << 20

    /// Why a file cannot be unpacked.
    package enum Failure: Error {
        /// It ends too early, or its checksum is wrong.
        case damaged
        /// It would grow to more than `largestFactor` times its size.
        case tooLarge
    }

    /// A temporary file with the unpacked content of `file`, to be read from its start; nil if
    /// `file` is not compressed. `file` stays open, but its position may change.
    ///
    /// - Throws: `Failure`, `FileError` for the temporary file, or `Errno` for `file`.
    package static func unpacked(_ file: FileDescriptor) throws -> FileDescriptor? {
        var mark: [UInt8] = [0, 0]
        let count = try mark.withUnsafeMutableBytes {
            try file.read(fromAbsoluteOffset: 0, into: $0)
        }
        guard count == 2, mark == [0x1F, 0x8B] else { return nil }
        let size = try file.seek(offset: 0, from: .end)
        try file.seek(offset: 0, from: .start)
        let copy = try file.duplicate()
        guard let stream = gzdopen(copy.rawValue, "rb") else {
            try? copy.close()
            throw Errno.noMemory
        }
        defer { gzclose_r(stream) }
        let unpacked = try FileDescriptor.scratchFile()
        do {
            try unpack(stream, into: unpacked, sizeOfFile: Int(size))
            try unpacked.seek(offset: 0, from: .start)
        } catch {
            try? unpacked.close()
            throw error
        }
        return unpacked
    }

    private static func unpack(
        _ stream: gzFile, into file: FileDescriptor, sizeOfFile: Int
    ) throws {
        var total = 0
        try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
            while true {
                let count = Int(gzread(stream, buffer.baseAddress, UInt32(buffer.count)))
                guard count >= 0 else { throw Failure.damaged }
                if count == 0 { break }
                total += count
                guard total <= max(harmlessSize, sizeOfFile * largestFactor) else {
                    throw Failure.tooLarge
                }
                try ScratchFile.write(buffer[..<count], to: file)
            }
        }
        // `gzread` returns 0 at the end of a truncated file, too.
        var code: Int32 = 0
        gzerror(stream, &code)
        guard code == Z_OK || code == Z_STREAM_END else { throw Failure.damaged }
    }
}

extension GzipFile.Failure: CustomStringConvertible {
    /// What is wrong with the file and what to do.
    package var description: String {
        switch self {
        case .damaged: "the gzip file is damaged or cut off; download or copy it again"
        case .tooLarge:
            "the gzip file unpacks to more than 200 times its size; unpack it with gunzip if that is "
                + "meant"
        }
    }
}
