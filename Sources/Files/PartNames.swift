import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The names that the unfinished files of one command have in one folder.
///
/// They are `.minerbook-tmp-RANDOM-1.part`, `-2.part` and so on. The files to be replaced get a second
/// name with `.old` at the end, and a database has a journal with `-journal` at the end. All belong to
/// the lock file `.minerbook-tmp-RANDOM.lock`: the command holds a lock on it
/// (https://man7.org/linux/man-pages/man2/flock.2.html), which ends with the process. So if the lock
/// file is not locked, a killed process has left its files.
package final class PartNames {
    private let folder: FilePath
    private let random: String
    private let lock: FileDescriptor
    private var count = 0

    private static let start = ".minerbook-tmp-"
    private static let randomLength = 13
    private static let (lockEnding, partEnding) = (".lock", ".part")
    private static let (oldEnding, journalEnding) = (".old", "-journal")

    /// Creates the lock file.
    ///
    /// - Throws: `Errno`, if the folder does not take a new file.
    package init(in folder: FilePath) throws(Errno) {
        self.folder = folder
        (random, lock) = try Self.newLock(in: folder)
    }

    private static func newLock(
        in folder: FilePath
    ) throws(Errno) -> (random: String, lock: FileDescriptor) {
        while true {
            let digits = String(UInt64.random(in: .min ... .max), radix: 36)
            let random = String(repeating: "0", count: randomLength - digits.count) + digits
            // NFS cannot lock a file that is open for reading only.
            let lock = try openFile(
                lockPath(random, in: folder), O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
            // Another process may have removed the file as a leftover before it was locked. On a
            // file system without locks no process removes leftovers.
            var status = stat()
            if flock(lock.rawValue, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK,
                fstat(lock.rawValue, &status) == 0, status.st_nlink > 0
            {
                return (random, lock)
            }
            try? lock.close()
        }
    }

    deinit {
        Self.remove(Self.lockPath(random, in: folder))
        try? lock.close()
    }

    /// Creates the next file.
    ///
    /// - Throws: `Errno`, if the folder does not take a new file.
    package func create(mode: mode_t) throws(Errno) -> (descriptor: FileDescriptor, path: FilePath)
    {
        count += 1
        let path = folder.appending("\(Self.start)\(random)-\(count)\(Self.partEnding)")
        return (try openFile(path, O_RDWR | O_CREAT | O_EXCL, mode: mode), path)
    }

    /// The second name of the file that `part` will replace.
    static func old(of part: FilePath) -> FilePath { part.adding(oldEnding) }

    /// Removes what killed processes left in a folder. Names without a lock file stay.
    package static func removeLeftovers(in folder: FilePath) {
        var found: [Substring: [String]] = [:]
        for name in (try? fileNames(in: folder)) ?? [] {
            if let random = random(of: name) { found[random, default: []].append(name) }
        }
        for (random, names) in found {
            let path = lockPath(String(random), in: folder)
            guard let lock = try? openFile(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK) else {
                continue
            }
            if flock(lock.rawValue, LOCK_EX | LOCK_NB) == 0 {
                for name in names where !name.hasSuffix(lockEnding) {
                    remove(folder.appending(name))
                }
                remove(path)
            }
            try? lock.close()
        }
    }

    /// The random part of a name that is exactly as this type makes it; nil for any other name.
    static func random(of name: String) -> Substring? {
        guard name.hasPrefix(start) else { return nil }
        let rest = name.dropFirst(start.count)
        let random = rest.prefix(randomLength)
        let isRandom = random.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        guard random.utf8.count == randomLength, isRandom else { return nil }
        var ending = rest.dropFirst(randomLength)
        if ending == lockEnding { return random }
        if let added = [oldEnding, journalEnding].first(where: { ending.hasSuffix($0) }) {
            ending = ending.dropLast(added.count)
        }
        guard ending.hasSuffix(partEnding), ending.first == "-" else { return nil }
        let number = ending.dropFirst().dropLast(partEnding.count)
        return Int(number).map(String.init) == String(number) ? random : nil
    }

    private static func lockPath(_ random: String, in folder: FilePath) -> FilePath {
        folder.appending("\(start)\(random)\(lockEnding)")
    }

    private static func remove(_ path: FilePath) {
        _ = path.withPlatformString { unlink($0) }
    }
}
