import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Which file it is, whatever path leads to it: its device and inode.
///
/// A file that does not exist yet is known by its folder and the name it would have there, so that
/// two paths to the same new file are equal as well.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let inode: UInt64
    /// The name in the folder that `device` and `inode` identify; nil for a file that exists.
    private let name: FilePath.Component?

    /// Follows links, except one that leads to nothing. Returns nil if the folder does not exist
    /// or may not be searched.
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

    /// The regular file behind an open descriptor; nil if it is closed or anything else.
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
    /// The folder that it is in, whether or not it ends with a slash.
    package var folder: FilePath {
        let folder = removingLastComponent()
        return folder.isEmpty ? "." : folder
    }

    /// The path with `ending` added to its last name. Keeps bytes that are not UTF-8.
    package func adding(_ ending: String) -> FilePath {
        withPlatformString { start in
            FilePath(
                platformString: Array(UnsafeBufferPointer(start: start, count: strlen(start)))
                    + Array(ending.utf8CString))
        }
    }
}
