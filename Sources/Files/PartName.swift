import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The names of unfinished files: `.minerbook-RANDOM.part`, short enough for any folder.
///
/// Whoever writes such a file holds a lock on it (https://man7.org/linux/man-pages/man2/flock.2.html),
/// which ends with the process. So one that nobody has locked was left by a process that was killed.
enum PartName {
    private static let start = ".minerbook-"
    private static let end = ".part"

    /// Creates a new file in a folder and locks it.
    ///
    /// - Throws: `Errno`, where the folder does not take a new file.
    static func create(
        in folder: String, mode: mode_t
    ) throws(Errno) -> (descriptor: FileDescriptor, path: String) {
        while true {
            let random = String(UInt64.random(in: .min ... .max), radix: 36)
            let path = "\(folder)/\(start)\(random)\(end)"
            let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            guard opened >= 0 else {
                guard errno == EEXIST else { throw Errno(rawValue: errno) }
                continue
            }
            // Another process may have taken it for a leftover before it was locked.
            var status = stat()
            if flock(opened, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
                fstat(opened, &status) == 0, status.st_nlink > 0
            {
                return (FileDescriptor(rawValue: opened), path)
            }
            close(opened)
        }
    }

    /// Removes what killed processes left in a folder.
    static func removeLeftovers(in folder: String) {
        guard let entries = opendir(folder) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(start), name.hasSuffix(end) || name.hasSuffix("\(end).old") else {
                continue
            }
            let path = "\(folder)/\(name)"
            let opened = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard opened >= 0 else { continue }
            if flock(opened, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(opened)
        }
    }
}
