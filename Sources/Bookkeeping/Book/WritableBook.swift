import Mining

/// An open book that can be changed. The rules for that are extensions of this protocol
/// (`recordImport`, `undo`); an engine only stores.
package protocol WritableBook: BookCatalogue {
    /// Runs `body` as one transaction: all that it writes is kept, or nothing if it throws or
    /// returns `.rollBack`. Other writers wait meanwhile. Transactions do not nest.
    ///
    /// `failure` turns an error of the book into one of the caller.
    @discardableResult
    func transaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value

    /// Runs `body` as a `transaction` that is faster for the many rows of an import, and gives it
    /// the store to write them to.
    func importTransaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: (any ImportStore) throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value

    /// Deletes the observation with this key (subject, metric, period, publication date and source)
    /// and keeps it among the corrections, by a new entry in the list of imports, whose number is
    /// returned. Returns nil and changes nothing if the book has none with the key.
    ///
    /// `version` is the program's, `moment` the time of the retraction.
    func retract(
        _ observation: Observation, version: String, at moment: Timestamp
    ) throws(BookError) -> Int?

    // MARK: Undoing

    /// When the import was undone; nil if it was not.
    ///
    /// - Throws: `.noSuchImport`.
    func undoing(of number: Int) throws(BookError) -> Timestamp?

    /// What keeps an import from being undone: its rows that later imports replaced or retracted,
    /// and rows from elsewhere that name a company or group which it added. One per table is
    /// enough, the one of the latest import; imports that were undone do not count. Empty if there
    /// is nothing.
    ///
    /// For a retraction: rows it deleted that the book has again, or that were added again and then
    /// replaced or retracted.
    func dependences(on number: Int) throws(BookError) -> [Dependence]

    /// Deletes the rows that the import inserted, and restores those that it corrected or
    /// retracted. The rows it had in the book are kept among the corrections, and the import is
    /// marked as undone at `moment`.
    func takeBack(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing
}
