import Mining

/// A copy of a book that is kept beside it.
package struct BookBackup: Sendable, Hashable {
    package let path: String
    /// The version of its schema.
    package let version: Int
    /// How many imports it has; nil if it cannot be read.
    package let imports: Int?
    /// When the last of them was recorded; nil if it has none, or cannot be read.
    package let last: Timestamp?

    package init(path: String, version: Int, imports: Int?, last: Timestamp?) {
        self.path = path
        self.version = version
        self.imports = imports
        self.last = last
    }
}
