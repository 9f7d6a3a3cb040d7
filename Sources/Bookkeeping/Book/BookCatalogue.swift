import Mining

/// An open book, for everything that is read from it: what reports ask (`Mining.Book`), and whole
/// lists.
///
/// Every list is in the order that its declaration says, and empty if there is nothing. Each call
/// that fails throws `BookError`.
package protocol BookCatalogue: Book where Failure == BookError {
    /// Every alias, by its bytes, then by its first day and ticker.
    func aliases() throws(BookError) -> [Alias]

    /// Every claim, by publisher, subject, figure, `on`, `since`, publication date and source.
    func allClaims() throws(BookError) -> [Claim]

    /// Every import and every retraction, the first one first.
    func imports() throws(BookError) -> [ImportRecord]

    /// Every source that an observation or claim names, by its bytes. Reads the whole book.
    func sources() throws(BookError) -> [SourceUse]

    /// What observations of `subject` were before they were replaced or deleted, of one metric or
    /// (nil) of all, in the order in which that happened; empty if there is no such subject.
    func replacedObservations(
        of subject: String, metric: Metric?
    ) throws(BookError) -> [ReplacedObservation]

    /// A walk over every vintage of the book.
    func everyObservation() throws(BookError) -> any ObservationWalk

    /// Runs `body` so that everything it reads is of one state of the book. This is also far faster
    /// than the same calls outside.
    ///
    /// Writers may have to wait until it ends, so it should not wait for a person. `failure` turns
    /// an error of the book into one of the caller: `\.self` where `body` throws `BookError` or
    /// `any Error`.
    func snapshot<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value

    /// Like `snapshot`, for a `body` that does nothing except compute from what it reads: an engine with
    /// a server runs it several times, to answer many of its questions at once. Only the last run sees
    /// the whole book, and only its result counts. Within a transaction of this book it sees what the
    /// transaction has written.
    func compute<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value
}

extension BookCatalogue {
    /// Finds subjects by the names that files use: codes, aliases, company names and CIKs.
    package func roster() throws(BookError) -> Roster {
        Roster(companies: try companies(), groups: try groups(), aliases: try aliases())
    }

    /// Every membership, by group, ticker and first day.
    package func allMemberships() throws(BookError) -> [Membership] {
        var memberships: [Membership] = []
        for group in try groups() { memberships += try self.memberships(of: group) }
        return memberships
    }

    /// Every vintage of `subject`, of one metric or (nil) of all, in the order of an export; empty
    /// if there is no such subject.
    package func vintages(of subject: String, metric: Metric?) throws(BookError) -> [Observation] {
        var vintages: [Observation] = []
        for metric in metric.map({ [$0] }) ?? Metric.allCases.sorted(by: { $0.code < $1.code }) {
            vintages += try self.vintages(metric, of: subject, within: .always)
        }
        return vintages
    }
}

/// A walk over every vintage of a book, in the order of an export: by subject and metric code,
/// period, publication date (unknown ones first) and source, all by their bytes.
///
/// It holds one batch in memory. It may keep writers waiting until it ends or is released.
package protocol ObservationWalk: AnyObject {
    /// Replaces the content of `batch` by the next thousand observations or so; returns false after
    /// the last one.
    ///
    /// Vintages that differ only in their sources come in one batch, however many there are.
    func next(into batch: inout ObservationBatch) throws(BookError) -> Bool
}
