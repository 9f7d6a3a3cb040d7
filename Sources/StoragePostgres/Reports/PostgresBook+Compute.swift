import Bookkeeping

extension PostgresBook {
    /// Runs `body` until all of its questions are answered.
    ///
    /// A question without an answer is noted, and `body` goes on as if the book had nothing. When it ends,
    /// all of these questions are answered in one round trip, and it runs again. The run that asks nothing
    /// new has seen only true answers, and its result counts, or its error. So the number of round trips
    /// is how often a question depends on the answer of another, and not how many there are.
    ///
    /// Within a transaction it reads what this one has written, and otherwise a snapshot.
    ///
    /// Some questions depend on many others in turn: a report that goes back from month to month. So from
    /// the fourth time on the whole series is read, after which nothing about it can be open.
    package func compute<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value {
        let isWriting = connection.isInTransaction
        defer {
            answers = nil
            if !isWriting { rollBack() }
        }
        do throws(BookError) {
            let rows =
                isWriting
                ? try connection.pipeline(Register.queries) : try beginReading(Register.queries)
            answers = Answers(register: try Register(rows[...]))
        } catch {
            throw failure(error)
        }
        var round = 0
        while true {
            let result: Result<Value, Thrown>
            do throws(Thrown) { result = .success(try body()) } catch { result = .failure(error) }
            guard var answers, !answers.open.isEmpty else { return try result.get() }
            round += 1
            do throws(BookError) {
                if round <= Self.exactRounds {
                    try answers.answer(from: self)
                } else {
                    try answers.answerWithWholeSeries(from: self)
                }
            } catch {
                throw failure(error)
            }
            self.answers = answers
        }
    }

    /// How often exactly what was asked is read, and not whole series.
    private static let exactRounds = 3
}
