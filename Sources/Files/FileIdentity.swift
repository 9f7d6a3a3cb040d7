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
    /// The name in the folder that `device` and `inode` stand for; nil for a file that exists.
    private let name: String?

    /// Follows links, except one that leads to nothing. Returns nil if the folder does not exist
    /// or may not be searched.
    package init?(path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            self.init(status, name: nil)
            return
        }
        guard errno == ENOENT, stat(FilePlace.folder(of: path), &status) == 0 else { return nil }
        self.init(status, name: path.split(separator: "/").last.map(String.init) ?? "")
    }

    /// The regular file behind an open descriptor; nil if it is closed or anything else.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        self.init(status, name: nil)
    }

    private init(_ status: stat, name: String?) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        self.name = name
    }
}
