import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder to write files to, which is created if it does not exist. A link to a missing folder is
/// followed.
package struct NewFolder {
    /// As the caller named it, for messages.
    private let name: String
    private let path: FilePath
    /// Whether it did not exist before.
    private let isNew: Bool

    /// - Throws: `FileError`, if the folder cannot be created. A file at this path is not noticed
    ///   until something is written into it.
    package init(_ path: String) throws(FileError) {
        name = path
        do throws(Errno) {
            let place = try FilePlace(FilePath(path).string)
            self.path = place.path
            isNew = place.path.withPlatformString { mkdir($0, 0o777) } == 0
            if !isNew, errno != EEXIST { throw Errno(rawValue: errno) }
        } catch {
            throw FileError(.create, "the folder \(path)", error)
        }
    }

    /// Returns once its name is on the disk.
    ///
    /// - Throws: `FileError`.
    package func finish() throws(FileError) {
        guard isNew else { return }
        do throws(Errno) {
            try syncFolder(path.folder)
        } catch {
            throw FileError(.sync, name, error)
        }
    }

    /// Removes it again if it was made and nothing has been put there since.
    package func remove() {
        if isNew { _ = path.withPlatformString { rmdir($0) } }
    }
}
