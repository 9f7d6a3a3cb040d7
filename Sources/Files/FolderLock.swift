import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A lock on a folder, which only one process has at a time. It ends when it is released or the process
/// ends.
package final class FolderLock {
    private let folder: FileDescriptor

    /// Returns nil if another process has the lock. On a file system without such locks, every process
    /// gets it.
    ///
    /// - Throws: `FileError`, if the folder cannot be opened.
    package init?(_ path: FilePath) throws(FileError) {
        do throws(Errno) {
            folder = try openFile(path, O_RDONLY | O_DIRECTORY)
        } catch {
            throw FileError(.create, "files in \(path)", error)
        }
        if flock(folder.rawValue, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
    }

    deinit { try? folder.close() }
}
