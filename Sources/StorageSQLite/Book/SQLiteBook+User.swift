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
        // The bytes that SQLite locks: two by a writer, then those of readers
        // (https://sqlite.org/lockingv3.html).
        let locked = 0x4000_0000
        let number =
            holder(of: file, from: locked, count: 2) ?? holder(of: file, from: locked, count: 512)
        return number.map { "\(name(ofProcess: $0) ?? "a program") (process \($0))" }
    }

    /// The process that has locked some of these bytes; nil if none has.
    private static func holder(of file: FileDescriptor, from start: Int, count: Int) -> pid_t? {
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = off_t(start)
        lock.l_len = off_t(count)
        guard fcntl(file.rawValue, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) else {
            return nil
        }
        return lock.l_pid > 0 ? lock.l_pid : nil
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
