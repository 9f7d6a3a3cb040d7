import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A lock on a folder, which only one process has at a time. It ends when it is released or the
/// process ends.
package final class FolderLock {
    private let folder: FileDescriptor

    /// Returns nil if another process has the lock. On a file system without such locks, every
    /// process gets it.
    ///
    /// - Throws: `FileError`, if the folder cannot be opened.
    package init?(_ path: FilePath) throws(FileError) {
        var opened = try Self.open(path)
        while true {
            if flock(opened.rawValue, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                try? opened.close()
                return nil
            }
            if Self.isSame(opened, path) { break }
            // The folder was removed or replaced between opening and locking it.
            try? opened.close()
            opened = try Self.open(path)
        }
        folder = opened
    }

    deinit { try? folder.close() }

    private static func open(_ path: FilePath) throws(FileError) -> FileDescriptor {
        do throws(Errno) {
            return try openFile(path, O_RDONLY | O_DIRECTORY)
        } catch {
            throw FileError(.create, "files in \(path)", error)
        }
    }

    /// Whether the path is still that of the open folder.
    private static func isSame(_ opened: FileDescriptor, _ path: FilePath) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(opened.rawValue, &held) == 0
            && path.withPlatformString { stat($0, &named) } == 0
            && held.st_dev == named.st_dev && held.st_ino == named.st_ino
    }
}
