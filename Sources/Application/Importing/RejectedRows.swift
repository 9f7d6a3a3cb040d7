import Files
import SystemPackage

/// The bad rows of a file, collected until the end of the import.
///
/// They are in a scratch file without a name, so any number of rows takes no memory, and a failed
/// or killed import leaves nothing behind. The scratch file is made for the first row.
final class RejectedRows {
    private var descriptor: FileDescriptor?

    deinit { try? descriptor?.close() }

    func append(_ bytes: [UInt8]) throws(InputError) {
        do throws(FileError) {
            if descriptor == nil { descriptor = try .scratchFile() }
            if let descriptor { try ScratchFile.write(bytes, to: descriptor) }
        } catch {
            throw InputError(.copy(error.step), "cannot keep rejected rows: \(error)")
        }
    }

    /// Adds all of them to `files` as the content of the file at `path`, and forgets them.
    ///
    /// - Throws: `InputError`, `FileError`.
    func prepare(_ path: String, in files: PendingFiles) throws {
        try OutputFile.add(path, to: files) { write in
            var offset: Int64 = 0
            while let bytes = try read(at: offset) {
                try write(bytes)
                offset += Int64(bytes.count)
            }
        }
        try? descriptor?.close()
        descriptor = nil
    }

    /// The next piece; nil at the end.
    private func read(at offset: Int64) throws(InputError) -> [UInt8]? {
        guard let descriptor else { return nil }
        do {
            let bytes = try [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
                count = try descriptor.read(
                    fromAbsoluteOffset: offset, into: UnsafeMutableRawBufferPointer(buffer))
            }
            return bytes.isEmpty ? nil : bytes
        } catch {
            throw InputError(.read, "cannot read rejected rows again: \(error)")
        }
    }
}
