import Mining

/// An observation as it was before it was replaced or deleted, as the book keeps it.
package struct ReplacedObservation: Sendable, Hashable {
    /// What the book had, with the import that it came from.
    package var old: Observation
    /// Whether the row was deleted rather than replaced.
    package var isDeleted: Bool
    package var at: Timestamp
    /// The import that replaced it, or the retraction that deleted it; nil if undoing an import or
    /// another program did.
    package var importNumber: Int?

    package init(old: Observation, isDeleted: Bool, at: Timestamp, importNumber: Int?) {
        self.old = old
        self.isDeleted = isDeleted
        self.at = at
        self.importNumber = importNumber
    }
}
