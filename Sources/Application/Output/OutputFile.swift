import Files

/// Files that the program writes for the user. Each appears whole or not at all, and once a command
/// has ended with 0 it is on the disk.
package enum OutputFile {
    /// What produces a file's content: it calls `write` for each piece of it.
    package typealias Body = (_ write: ([UInt8]) throws(FileError) -> Void) throws -> Void

    /// Puts what `body` writes into the file at `path`, in place of what it held.
    ///
    /// - Throws: `FileError`, and what `body` throws; the file is as it was.
    package static func write(to path: String, _ body: Body) throws {
        let file = try prepare(path, body)
        try PendingFile.finish([file])
        try PendingFile.place([file])
    }

    /// Writes all of `files` to a folder, which is made if it is not there; other files in it stay.
    ///
    /// - Throws: `FileError`, and what a body throws; the folder is as it was.
    package static func write(to folder: String, _ files: [(name: String, body: Body)]) throws {
        let made = try NewFolder(folder)
        do {
            let prepared = try files.map { try prepare("\(folder)/\($0.name)", $0.body) }
            try PendingFile.finish(prepared)
            try PendingFile.place(prepared)
            try made.finish()
        } catch {
            made.remove()
            throw error
        }
    }

    /// A file that has all of its content, but is not yet finished and in its place.
    ///
    /// - Throws: `FileError`, and what `body` throws.
    package static func prepare(_ path: String, _ body: Body) throws -> PendingFile {
        let file = try PendingFile(for: path)
        try body { (bytes) throws(FileError) in try file.write(bytes) }
        return file
    }
}
