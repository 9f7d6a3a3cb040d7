/// One step from an older book to a newer one: the text of an SQL file of this folder.
///
/// A file opens no transaction of its own, and is never edited once it was released.
package struct Migration: Sendable, Hashable {
    /// The name of its file without `.sql`: `0001_book`.
    package let name: String
    package let sql: String

    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}

/// Every file of this folder, in the order of their names. A book says by its `user_version`
/// how many of them made it.
package let migrations: [Migration] = [
    Migration(
        name: "0001_book", sql: String(decoding: PackageResources._001_book_sql, as: UTF8.self)),
    Migration(
        name: "0002_undo", sql: String(decoding: PackageResources._002_undo_sql, as: UTF8.self)),
    Migration(
        name: "0003_printed",
        sql: String(decoding: PackageResources._003_printed_sql, as: UTF8.self)),
]
