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

    /// Rows of the import that later imports have replaced or retracted, and rows from elsewhere that
    /// name a company or group which it added. One per table is enough, the one of the latest import;
    /// an import that was undone replaces nothing.
    ///
    /// On a retraction depend what the book has again of the rows it deleted, and what a later import
    /// replaced or retracted of them.
    func dependences(on number: Int) throws(BookError) -> [Dependence]

    /// Deletes what the import inserted, restores what it corrected or retracted, keeps all that the
    /// book had of it among the corrections, and marks it as undone at `moment`.
    func takeBack(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing
}
