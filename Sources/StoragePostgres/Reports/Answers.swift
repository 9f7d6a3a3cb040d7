import Bookkeeping
import Mining

/// What a computation has asked of a book, and what has been answered.
///
/// A question that was not answered yet gets the answer that there is nothing, and is remembered
/// among the `open` ones.
struct Answers {
    /// Companies and what is about them: few rows, all of them read at the beginning.
    let register: Register
    private(set) var open = Questions()
    private var latest: [Question.Latest: Observation?] = [:]
    private var vintages: [Question.Vintages: [Observation]] = [:]
    private var earliestDays: [Question.Series: Day?] = [:]
    private var claims: [Question.Claims: [Claim]] = [:]
    /// All vintages of a series, sorted by period.
    private var wholeSeries: [Question.Series: [Observation]] = [:]
    /// Every claim; nil if that was not asked.
    var allClaims: [Claim]?

    init(register: Register) { self.register = register }

    // MARK: Asking

    mutating func latest(_ question: Question.Latest) -> Observation? {
        if let series = wholeSeries[question.series] { return series.latest(question) }
        if let answer = latest[question] { return answer }
        open.latest.insert(question)
        return nil
    }

    mutating func vintages(_ question: Question.Vintages) -> [Observation] {
        if let series = wholeSeries[question.series] {
            return series.filter { question.period.contains($0.period) }
        }
        if let answer = vintages[question] { return answer }
        open.vintages.insert(question)
        return []
    }

    mutating func earliestDay(_ question: Question.Series) -> Day? {
        if let series = wholeSeries[question] { return series.first?.period.last }
        if let answer = earliestDays[question] { return answer }
        open.earliestDays.insert(question)
        return nil
    }

    mutating func claims(_ question: Question.Claims) -> [Claim] {
        if let answer = claims[question] { return answer }
        open.claims.insert(question)
        return []
    }

    // MARK: Answering

    /// Answers the open questions with what `book` has.
    mutating func answer(from book: PostgresBook) throws(BookError) {
        let asked = book.asked(open)
        let answered = try asked.answers(of: book.connection.pipeline(asked.queries))
        latest.merge(answered.latest) { $1 }
        vintages.merge(answered.vintages) { $1 }
        earliestDays.merge(answered.earliestDays) { $1 }
        claims.merge(answered.claims) { $1 }
        open = Questions()
    }

    /// Reads all vintages of the series that the open questions are about, so that no further
    /// question about them is open.
    mutating func answerWithWholeSeries(from book: PostgresBook) throws(BookError) {
        var questions = Questions()
        questions.claims = open.claims
        questions.vintages = Set(
            open.series.map { Question.Vintages(series: $0, period: .always) })
        let asked = book.asked(questions)
        let answered = try asked.answers(of: book.connection.pipeline(asked.queries))
        claims.merge(answered.claims) { $1 }
        for (question, all) in answered.vintages { wholeSeries[question.series] = all }
        open = Questions()
    }
}

extension [Observation] {
    /// The answer to a question about this series, which is sorted by period.
    fileprivate func latest(_ question: Question.Latest) -> Observation? {
        let known = self.filter {
            $0.period.last <= question.day && $0.isKnown(on: question.knownOn)
        }
        guard let period = known.last?.period else { return nil }
        return known.suffix(while: { $0.period == period }).counting(knownOn: nil).first
    }

    /// The longest end of the array all of whose elements fulfil a condition.
    private func suffix(while condition: (Observation) -> Bool) -> ArraySlice<Observation> {
        var start = endIndex
        while start > startIndex, condition(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
