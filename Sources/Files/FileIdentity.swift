import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Identifies a file by its device and inode, so that different paths to the same file are equal.
///
/// A file that does not exist yet is identified by its folder and its name there, so that two paths
/// to the same new file are equal as well.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let inode: UInt64
    /// The name in the folder that `device` and `inode` identify; nil for a file that exists.
    private let name: FilePath.Component?

    /// Follows symbolic links. A dangling link is treated as a file that does not exist yet, with
    /// the link's folder and name. Returns nil if the folder does not exist, or if this process has
    /// no permission to use it.
    package init?(path: FilePath) {
        var status = stat()
        if path.withPlatformString({ stat($0, &status) }) == 0 {
            self.init(status, name: nil)
            return
        }
        guard errno == ENOENT, path.folder.withPlatformString({ stat($0, &status) }) == 0 else {
            return nil
        }
        self.init(status, name: path.lastComponent)
    }

    /// The regular file that is open as this descriptor; nil if the descriptor is closed or
    /// something else, such as a pipe.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        self.init(status, name: nil)
    }

    private init(_ status: stat, name: FilePath.Component?) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        self.name = name
    }
}

extension FilePath {
    /// The parent folder of this path; `.` for a name alone. A trailing slash makes no difference.
    package var folder: FilePath {
        let folder = removingLastComponent()
        return folder.isEmpty ? "." : folder
    }

    /// The path with `ending` added to its last component. Bytes that are not UTF-8 are kept.
    package func adding(_ ending: String) -> FilePath {
        withPlatformString { start in
            FilePath(
                platformString: Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                    + Array(ending.utf8CString))
        }
    }
}
