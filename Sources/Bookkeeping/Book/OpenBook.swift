/// Everything that a storage engine offers for an open book.
package typealias OpenBook = WritableBook & BookMaintenance & TableReader & BookHistory

/// What a book is opened for.
package enum BookAccess: Sendable {
    /// Never creates or changes the book, except to roll back a write that was interrupted. Refuses a
    /// book in which another program has altered what figures are read from.
    case reading
    /// The same for a book that may be altered, in order to find out what is wrong with it.
    case checking
    /// Upgrades a book of an older program. With `create` it makes one if there is none.
    case writing(create: Bool)
}
