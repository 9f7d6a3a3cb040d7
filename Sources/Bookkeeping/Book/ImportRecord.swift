import Mining

/// One import, as the book remembers it, or one retraction, which has no files.
package struct ImportRecord: Sendable, Hashable {
    package struct File: Sendable, Hashable {
        package var name: String
        /// The SHA-256 of its bytes, in hexadecimal digits.
        package var sha256: String
        package var kind: FileKind
        package var rowCounts: RowCounts

        package init(name: String, sha256: String, kind: FileKind, rowCounts: RowCounts) {
            self.name = name
            self.sha256 = sha256
            self.kind = kind
            self.rowCounts = rowCounts
        }
    }

    /// Counted from 1.
    package var number: Int
    package var recorded: Timestamp
    /// The version of the program.
    package var version: String
    /// When it was undone; nil if it was not.
    package var undone: Timestamp?
    /// In the order in which they were applied.
    package var files: [File]
    /// What was retracted; empty for an import.
    package var retracted: [Observation]
    /// Who did it, as the server of the book knows; nil if the book has no server.
    package var user: String?
    /// The address of the machine it was done on; nil if it is that of the server, or if there is no
    /// server.
    package var host: String?

    package init(
        number: Int, recorded: Timestamp, version: String, undone: Timestamp?, files: [File],
        retracted: [Observation] = [], user: String? = nil, host: String? = nil
    ) {
        self.number = number
        self.recorded = recorded
        self.version = version
        self.undone = undone
        self.files = files
        self.retracted = retracted
        self.user = user
        self.host = host
    }
}
