import Mining

extension WritableBook {
    /// Runs `body` as one import: one transaction and one number.
    ///
    /// `version` is the program's, `recorded` the time of the import. The body adds its files and
    /// records their rows, companies first, since other rows name them; within one kind the order of
    /// rows does not matter. If the body throws, or returns `.rollBack`, the book is as before, and
    /// the number is free again. `failure` is as in `transaction`.
    package func recordImport<Value, Thrown: Error>(
        version: String, at recorded: Timestamp, failure: (BookError) -> Thrown,
        _ body: (ImportSession) throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        try importTransaction(failure: failure) { (store) throws(Thrown) in
            let session: ImportSession
            do throws(BookError) {
                session = try ImportSession(in: store, version: version, at: recorded)
            } catch {
                throw failure(error)
            }
            let ending = try body(session)
            if case .commit = ending {
                do throws(BookError) {
                    try session.finish(companies: try companies())
                } catch {
                    throw failure(error)
                }
            }
            return ending
        }
    }
}
