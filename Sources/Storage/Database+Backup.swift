import CSQLite

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension Database {
    /// Copies the whole book, its corrections and imports included, to a new file at `path`.
    ///
    /// Throws `.cannotCreate` where there is a file already, which is left as it is.
    package func backUp(to path: String) throws(StorageError) {
        try connection.copy(to: path)
    }
}

extension Connection {
    /// Copies every page to a new file (https://sqlite.org/backup.html); an unfinished copy is
    /// removed.
    func copy(to path: String) throws(StorageError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .cannotCreate(
                path: path, reason: strerror(errno).map { String(cString: $0) } ?? "")
        }
        close(descriptor)
        do throws(StorageError) {
            let target = try Connection(
                path: path, mode: .writing(create: false), busyTimeout: 0)
            guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
                throw target.error(sqlite3_errcode(target.handle))
            }
            let code = sqlite3_backup_step(backup, -1)
            sqlite3_backup_finish(backup)
            guard code == SQLITE_DONE else { throw target.error(code) }
        } catch {
            unlink(path)
            throw error
        }
    }
}
