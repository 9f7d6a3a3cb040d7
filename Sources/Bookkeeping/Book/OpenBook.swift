/// Everything that a storage engine offers for an open book.
package typealias OpenBook = WritableBook & BookMaintenance

/// What a book is opened for.
package enum BookAccess: Sendable {
    /// Never creates or changes the book, except to roll back a write that was interrupted.
    case reading
    /// Upgrades a book of an older program. With `create` it makes one if there is none.
    case writing(create: Bool)
}
