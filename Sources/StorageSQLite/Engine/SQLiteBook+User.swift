import Files
import SystemPackage

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension SQLiteBook {
    /// The program that has locked the book at `path`, such as `python3 (process 1234)`; nil if there is
    /// none, or if the system does not tell.
    ///
    /// To be called when this process does not have the book open: closing any descriptor of a file
    /// ends the locks that a process has on it (https://sqlite.org/howtocorrupt.html, section 2.2).
    package static func user(of path: String) -> String? {
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
        else { return nil }
        defer { try? file.close() }
        // The bytes that SQLite locks (https://sqlite.org/lockingv3.html).
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        guard fcntl(file.rawValue, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK),
            lock.l_pid > 0
        else { return nil }
        return "\(name(ofProcess: lock.l_pid) ?? "a program") (process \(lock.l_pid))"
    }

    /// What Linux calls a process; nil elsewhere, and if it has ended.
    private static func name(ofProcess number: pid_t) -> String? {
        let path = FilePath("/proc/\(number)/comm")
        guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else {
            return nil
        }
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: 64)
        guard let count = try? bytes.withUnsafeMutableBytes({ try file.read(into: $0) }) else {
            return nil
        }
        let name = String(decoding: bytes[..<count], as: UTF8.self)
        return name.split(separator: "\n").first.map(String.init)
    }
}
