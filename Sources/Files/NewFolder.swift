import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that files are to be written to, which is made if it does not exist.
package struct NewFolder {
    private let path: String
    /// Whether it did not exist before.
    private let isNew: Bool

    /// - Throws: `FileError`, where it cannot be made. What exists may also be a file, which shows
    ///   once something is written to it.
    package init(_ path: String) throws(FileError) {
        self.path = path
        isNew = mkdir(path, 0o777) == 0
        guard isNew || errno == EEXIST else {
            throw FileError(.create, "the folder \(path)", Errno(rawValue: errno))
        }
    }

    /// Returns once its name is on the disk.
    ///
    /// - Throws: `FileError`.
    package func finish() throws(FileError) {
        guard isNew else { return }
        do throws(Errno) {
            try syncFolder(FilePlace.folder(of: path))
        } catch {
            throw FileError(.write, path, error)
        }
    }

    /// Removes it again if it was made and nothing has been put there since.
    package func remove() {
        if isNew { rmdir(path) }
    }
}
