import Files
import SystemPackage

/// The bad rows of a file, set aside as they are found, until it is certain that they are wanted.
///
/// They are kept in a file without a name, which is gone however the program ends, so that any
/// number of rows takes no memory and nothing is left of an import that fails.
final class RejectedRows {
    private let descriptor: FileDescriptor

    init() throws(InputError) {
        do {
            descriptor = try .scratchFile()
        } catch {
            throw InputError(.read, "cannot keep rejected rows: \(error)")
        }
    }

    deinit { try? descriptor.close() }

    func append(_ bytes: [UInt8]) throws(InputError) {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw InputError(.read, "cannot keep rejected rows: \(error)")
        }
    }

    /// All of them as the content of the file at `path`, which is not in its place yet.
    ///
    /// - Throws: `InputError`, `FileError`.
    func prepare(_ path: String) throws -> PendingFile {
        try OutputFile.prepare(path) { write in
            var offset: Int64 = 0
            while let bytes = try read(at: offset) {
                try write(bytes)
                offset += Int64(bytes.count)
            }
        }
    }

    /// The next piece; `nil` at the end.
    private func read(at offset: Int64) throws(InputError) -> [UInt8]? {
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
