import Files

/// Files that the program writes for the user. Each appears whole or not at all, and once a command
/// has ended with 0 it is on the disk.
package enum OutputFile {
    /// What produces a file's content: it calls `write` for each piece of it.
    package typealias Body = (_ write: ([UInt8]) throws(FileError) -> Void) throws -> Void

    /// Puts what `body` writes into the file at `path`, in place of what it held. `refusal` says why
    /// a file must not be replaced.
    ///
    /// - Throws: `FileError`, and what `body` throws.
    package static func write(
        to path: String, refusal: @escaping PendingFiles.Refusal, _ body: Body
    ) throws {
        let files = PendingFiles(refusal: refusal)
        try add(path, to: files, body)
        try files.finish()
        try files.place()
    }

    /// Writes all of `files` to a folder, which is made if it is not there; other files in it stay.
    ///
    /// - Throws: `FileError`, and what a body throws.
    package static func write(
        to folder: String, refusal: @escaping PendingFiles.Refusal,
        _ files: [(name: String, body: Body)]
    ) throws {
        let made = try NewFolder(folder)
        do {
            let pending = PendingFiles(refusal: refusal)
            for file in files { try add("\(folder)/\(file.name)", to: pending, file.body) }
            try pending.finish()
            try pending.place()
            try made.finish()
        } catch {
            made.remove()
            throw error
        }
    }

    /// Adds a complete file to `files`. It does not appear at `path` before `files` are placed.
    ///
    /// - Throws: `FileError`, and what `body` throws.
    package static func add(_ path: String, to files: PendingFiles, _ body: Body) throws {
        let file = try files.add(path)
        try body { (bytes) throws(FileError) in try file.write(bytes) }
        file.complete()
    }
}
