import Mining

/// What an engine finds wrong with a book. The rules for its rows are in `check()` and
/// `FigureCheck`.
package protocol BookMaintenance: BookCatalogue {
    /// What opening the book for writing did to it; nil if nothing, and if it was opened for
    /// reading.
    var upgrade: Upgrade? { get }

    /// What is wrong with the file and the schema, in the engine's words.
    func structureFindings() throws(BookError) -> [Finding]

    /// Rows that another program wrote, by table; empty if there are none.
    func rowsOfOtherPrograms() throws(BookError) -> [Finding]

    /// Rows that refer to missing rows.
    func orphanFindings() throws(BookError) -> [Finding]

    /// Sources that are stored more than once, at most 100.
    func repeatedSources() throws(BookError) -> [String]

    /// Calls `body` for every observation, by subject, metric and period, until it returns false. A
    /// row that cannot be read is passed as an `UnreadableRow`. Metrics that only a newer program
    /// knows are skipped.
    func scanObservations(
        _ body: (Result<Observation, UnreadableRow>) -> Bool
    ) throws(BookError)

    /// Calls `body` for every claim until it returns false.
    func scanClaims(_ body: (Result<Claim, UnreadableRow>) -> Bool) throws(BookError)
}

/// A row that no report can read, because one of its columns holds an impossible value.
package struct UnreadableRow: Error, Sendable, Hashable {
    /// Which row it is: `an observation of RIOT, metric 6, last day 20453`.
    package var row: String
    package var column: String
    package var value: String

    package init(row: String, column: String, value: String) {
        self.row = row
        self.column = column
        self.value = value
    }
}
