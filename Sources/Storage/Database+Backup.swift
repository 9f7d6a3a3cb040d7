import CSQLite

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
        let file = BookFile(path: path)
        try file.create()
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
            file.remove()
            throw error
        }
    }
}
