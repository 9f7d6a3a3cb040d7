/// The SQL files of this folder, in the order of their names. The table `minerbook` of a book says how
/// many of them made it.
///
/// A file opens no transaction of its own, and is never edited once it was released.
package let postgresMigrations: [(name: String, sql: String)] = [
    (name: "0001_book", sql: String(decoding: PackageResources._001_book_sql, as: UTF8.self))
]
