/// Placeholder until Storage is written.
package let migrations: [String] = [String(decoding: PackageResources._001_book_sql, as: UTF8.self)]
