import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileDescriptor {
    /// Returns once the file's content is on the disk (https://man7.org/linux/man-pages/man2/fsync.2.html).
    ///
    /// - Throws: `Errno`, if the disk fails. What cannot be synced at all, such as a pipe, is
    ///   left alone.
    package func sync() throws(Errno) {
        while fsync(rawValue) != 0 {
            let error = Errno(rawValue: errno)
            switch error {
            case .interrupted: continue
            case .invalidArgument, .notSupported, .noFunction, .readOnlyFileSystem: return
            default: throw error
            }
        }
    }
}

/// Returns once the names in a folder are on the disk: without this a power loss can take back the
/// creation, renaming or removal of a file.
///
/// - Throws: `Errno`, if the disk fails. A folder that may not be read, or a file system that
///   cannot sync folders, is left alone.
package func syncFolder(_ path: FilePath) throws(Errno) {
    guard let folder = try? openFile(path, O_RDONLY | O_DIRECTORY) else { return }
    defer { try? folder.close() }
    do throws(Errno) {
        try folder.sync()
    } catch .badFileDescriptor, .permissionDenied, .notPermitted {
        // Network file systems report these instead of EINVAL.
    }
}
