import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a path leads once the links at its end are followed, and what is there.
///
/// A link is followed even if it leads to nothing yet, since the file it names is the one that a
/// writer would create.
package struct FilePlace: Sendable {
    package enum Content: Sendable {
        case nothing
        /// A regular file with these permission bits and this owner.
        case file(mode: mode_t, user: uid_t, group: gid_t)
        case folder
        /// A device, a pipe, a socket, or an entry of `/proc`, such as what `/dev/stdout` leads to:
        /// it is written to as it is and cannot be replaced.
        case special
    }

    /// The path without links at its end.
    package let path: String
    package let content: Content
    package let identity: FileIdentity?

    /// - Throws: `Errno`, where the path cannot be followed: a folder on the way is missing or may
    ///   not be searched, or links lead in a circle.
    package init(_ path: String) throws(Errno) {
        var place = path
        var links = 0
        while !Self.isInProc(place), let target = Self.link(at: place) {
            links += 1
            // As many as Linux follows (https://man7.org/linux/man-pages/man7/path_resolution.7.html).
            guard links <= 40 else { throw .tooManySymbolicLinkLevels }
            place = target.hasPrefix("/") ? target : Self.folder(of: place) + "/" + target
        }
        self.path = place
        identity = FileIdentity(path: place)
        var status = stat()
        guard stat(place, &status) == 0 else {
            guard errno == ENOENT, !place.hasSuffix("/") else { throw Errno(rawValue: errno) }
            content = .nothing
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: content = .folder
        case S_IFREG where !Self.isInProc(place):
            content = .file(
                mode: status.st_mode & 0o7777, user: status.st_uid, group: status.st_gid)
        default: content = .special
        }
    }

    /// The folder that the file is in, or would be.
    package var folder: String { Self.folder(of: path) }

    /// The number of this process's own descriptor that the path stands for, as `/dev/stdout`
    /// does; nil if it stands for none. Opening such a path a second time would start at the
    /// beginning of the file behind it.
    var ownDescriptor: Int32? {
        guard case .special = content,
            FileIdentity(path: folder) == FileIdentity(path: "/proc/self/fd")
        else { return nil }
        return path.split(separator: "/").last.flatMap { Int32($0) }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What the link at `path` names; nil if there is no link.
    private static func link(at path: String) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = readlink(path, start, buffer.count)
            guard count > 0 else { return nil }
            return String(
                decoding: UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(buffer)[..<count]),
                as: UTF8.self)
        }
    }

    /// Whether the path is an entry of `/proc`, whose links cannot be followed by name.
    private static func isInProc(_ path: String) -> Bool {
        var (found, proc) = (stat(), stat())
        return stat("/proc/self", &proc) == 0 && stat(folder(of: path), &found) == 0
            && found.st_dev == proc.st_dev
    }
}
