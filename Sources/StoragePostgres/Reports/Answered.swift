import Bookkeeping
import Mining

/// Answers of the server to questions.
struct Answered {
    private(set) var latest: [Question.Latest: Observation?] = [:]
    private(set) var vintages: [Question.Vintages: [Observation]] = [:]
    private(set) var earliestDays: [Question.Series: Day?] = [:]
    private(set) var claims: [Question.Claims: [Claim]] = [:]

    /// There is nothing for any of these questions so far.
    init(
        latest: [Question.Latest], vintages: [Question.Vintages], earliestDays: [Question.Series],
        claims: [Question.Claims]
    ) {
        for question in latest { self.latest[question] = .some(nil) }
        for question in vintages { self.vintages[question] = [] }
        for question in earliestDays { self.earliestDays[question] = .some(nil) }
        for question in claims { self.claims[question] = [] }
    }

    /// Adds a known vintage of the latest period.
    mutating func add(_ vintage: Observation, to question: Question.Latest) {
        if let best = latest[question] ?? nil, !vintage.counts(over: best) { return }
        latest[question] = vintage
    }

    /// Adds the next vintage.
    mutating func add(_ vintage: Observation, to question: Question.Vintages) {
        vintages[question, default: []].append(vintage)
    }

    /// Sets the earliest day of a series.
    mutating func add(_ day: Day, to question: Question.Series) {
        earliestDays[question] = day
    }

    /// Adds the next claim.
    mutating func add(_ claim: Claim, to question: Question.Claims) {
        claims[question, default: []].append(claim)
    }
}
