/// One step from an older book to a newer one: the text of an SQL file of this folder.
///
/// A file opens no transaction of its own, and is never edited once it was released.
package struct Migration: Sendable, Hashable {
    /// The name of its file without `.sql`: `0001_book`.
    package let name: String
    package let sql: String
    /// The digest of the schema of a book that was made by the files up to this one, as
    /// `StorageTests` compute it; nil if it has to be computed. Every command that writes compares
    /// it: to make a schema for comparison takes eight milliseconds.
    package let schemaDigest: UInt64?

    package init(name: String, sql: String, schemaDigest: UInt64? = nil) {
        self.name = name
        self.sql = sql
        self.schemaDigest = schemaDigest
    }
}

/// Every file of this folder, in the order of their names. A book says by its `user_version`
/// how many of them made it.
package let migrations: [Migration] = [
    Migration(
        name: "0001_book", sql: String(decoding: PackageResources._001_book_sql, as: UTF8.self),
        schemaDigest: 0xFAAB_03B9_DF44_4887),
    Migration(
        name: "0002_undo", sql: String(decoding: PackageResources._002_undo_sql, as: UTF8.self),
        schemaDigest: 0xA242_35E4_AE44_C36B),
    Migration(
        name: "0003_printed",
        sql: String(decoding: PackageResources._003_printed_sql, as: UTF8.self),
        schemaDigest: 0x6D5D_9DDF_A58F_E78D),
    Migration(
        name: "0004_share_basis",
        sql: String(decoding: PackageResources._004_share_basis_sql, as: UTF8.self),
        schemaDigest: 0xBF45_DACD_3097_F247),
    Migration(
        name: "0005_cik", sql: String(decoding: PackageResources._005_cik_sql, as: UTF8.self),
        schemaDigest: 0x4116_35FA_BBE1_AA5F),
]
