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
    package enum Content: Sendable, Hashable {
        case nothing
        /// A regular file.
        case file
        case folder
        /// A file that was open when the program was started, as `/dev/stdout` and `/dev/fd/3` are.
        /// Opening the path would start at the beginning of that file, so its number is used.
        case descriptor(Int32)
        /// A device, a pipe, a socket or another entry of `/proc`: it is written to as it is and
        /// cannot be replaced.
        case special
        /// The path names an open file, but the program was not started with it.
        case unavailable(reason: String)
    }

    /// The path without links at its end.
    package let path: FilePath
    package let content: Content
    /// Nil if the folder may not be searched.
    package let identity: FileIdentity?

    /// - Throws: `Errno`, if the path cannot be followed: a folder on the way is missing or may
    ///   not be searched, or links lead in a circle.
    package init(_ path: String) throws(Errno) {
        var place = FilePath(path)
        var links = 0
        var isInProc = Self.isInProc(place)
        while !isInProc, let target = Self.link(at: place) {
            links += 1
            // As many as Linux follows (https://man7.org/linux/man-pages/man7/path_resolution.7.html).
            guard links <= 40 else { throw .tooManySymbolicLinkLevels }
            place = place.folder.pushing(target)
            isInProc = Self.isInProc(place)
        }
        self.path = place
        identity = FileIdentity(path: place)
        var status = stat()
        let isThere = place.withPlatformString { stat($0, &status) } == 0
        let error = errno
        let type = isThere ? status.st_mode & S_IFMT : 0
        if type == S_IFDIR {
            content = .folder
        } else if isInProc || Self.procDevice == nil,
            let content = Self.descriptor(at: place, identity, isRegular: type == S_IFREG)
        {
            self.content = content
        } else if isThere {
            content = type == S_IFREG && !isInProc ? .file : .special
        } else {
            guard error == ENOENT, !path.hasSuffix("/") else { throw Errno(rawValue: error) }
            content = .nothing
        }
    }

    /// The folder that the file is in, or would be.
    package var folder: FilePath { path.folder }

    /// The first bytes of the regular file, at most `count`; none if it is empty or anything else.
    ///
    /// - Throws: `Errno`, if it cannot be read.
    package func firstBytes(_ count: Int) throws(Errno) -> [UInt8] {
        switch content {
        case .file: break
        case .descriptor(let number) where FileIdentity(descriptor: number) != nil: break
        default: return []
        }
        let file = try openFile(path, O_RDONLY | O_NONBLOCK)
        defer { try? file.close() }
        return try file.firstBytes(count)
    }

    /// What the path is if it names an open file of this or another process; nil if it does not.
    private static func descriptor(
        at path: FilePath, _ identity: FileIdentity?, isRegular: Bool
    ) -> Content? {
        let folder = FileIdentity(path: path.folder)
        let own = ["/proc/self/fd", "/dev/fd"].compactMap { FileIdentity(path: FilePath($0)) }
        if let folder, own.contains(folder) {
            guard let number = path.lastComponent.flatMap({ Int32($0.string) }) else { return nil }
            return InheritedDescriptor.isOpen(number)
                ? .descriptor(number)
                : .unavailable(reason: "no file is open as \(number)")
        }
        guard isRegular, procDevice != nil, link(at: path) != nil, let identity else { return nil }
        return InheritedDescriptor.first(of: identity).map { .descriptor($0) }
            ?? .unavailable(reason: "it is an open file of another process")
    }

    /// What the link at `path` names; nil if there is no link.
    private static func link(at path: FilePath) -> FilePath? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
            guard let start = buffer.baseAddress else { return nil }
            let count = path.withPlatformString { readlink($0, start, buffer.count - 1) }
            guard count > 0 else { return nil }
            start[count] = 0
            return FilePath(platformString: start)
        }
    }

    /// The device of `/proc`; nil on a system without it.
    private static let procDevice: dev_t? = {
        var status = stat()
        return stat("/proc/self", &status) == 0 ? status.st_dev : nil
    }()

    /// Whether the path is an entry of `/proc`, whose links cannot be followed by name.
    private static func isInProc(_ path: FilePath) -> Bool {
        guard let procDevice else { return false }
        var status = stat()
        return path.folder.withPlatformString({ stat($0, &status) }) == 0
            && status.st_dev == procDevice
    }
}
