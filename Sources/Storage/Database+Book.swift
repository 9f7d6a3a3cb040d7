import Mining

/// Which rows answer a report's questions; the rule by which one counts is Mining's.
extension Database: Book {
    package func latest(
        _ metric: Metric, of subject: String, at day: Day, knownOn: Day?
    ) throws(StorageError) -> Observation? {
        guard let (number, code) = try self.subject(subject) else { return nil }
        let statement = try statement(.latest)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(metric.rawValue, at: 2)
        try statement.bind(day.number, at: 3)
        try statement.bind((knownOn ?? .last).number, at: 4)
        // Descending, so the first row is of the latest period, and its other vintages follow.
        var best: Observation?
        while try statement.step() {
            guard let other = best else {
                best = try observation(statement, of: code)
                continue
            }
            guard try period(statement) == other.period else { break }
            let vintage = try observation(statement, of: code)
            if vintage.counts(over: other) { best = vintage }
        }
        return best
    }

    package func earliestDay(
        of metric: Metric, of subject: String
    ) throws(StorageError) -> Day? {
        guard let number = try self.subject(subject)?.number else { return nil }
        let statement = try statement(.earliestDay)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(metric.rawValue, at: 2)
        return try statement.step() ? statement.day(0) : nil
    }
}
