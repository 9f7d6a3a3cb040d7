import Bookkeeping
import Mining

extension SQLiteBook {
    package func retract(
        _ observation: Observation, version: String, at moment: Timestamp
    ) throws(BookError) -> Int? {
        let last = try lastCorrection(in: KeptTable.observation)
        guard try delete(observation) else { return nil }
        let number = try SQLiteImportStore.addImport(version: version, at: moment, on: connection)
        try stamp(KeptTable.observation, after: last, moment, by: number)
        return number
    }

    package func replacedObservations(
        of subject: String, metric: Metric?
    ) throws(BookError) -> [ReplacedObservation] {
        guard let (number, code) = try self.subject(subject) else { return [] }
        let statement = try Statement(ObservationRow.selectReplaced, on: connection)
        try statement.bind(number, at: 1)
        try statement.bind(metric?.rawValue, at: 2)
        return try replaced(statement, of: code)
    }

    /// The rows of a statement that selects what was replaced of the subject with this code.
    func replaced(
        _ statement: Statement, of code: String
    ) throws(BookError) -> [ReplacedObservation] {
        let unknown = try unknownMetrics()
        var replaced: [ReplacedObservation] = []
        while try statement.step() {
            if try unknown.contains(ObservationRow.metric(statement)) { continue }
            guard let moment = try statement.optionalTimestamp(14) else {
                throw statement.unreadable(14)
            }
            replaced.append(
                ReplacedObservation(
                    old: try ObservationRow.read(statement, of: code, in: self),
                    isDeleted: try statement.integer(13) == 1, at: moment,
                    importNumber: try statement.optionalInteger(15)))
        }
        return replaced
    }

    /// What each retraction deleted, by its number.
    func retracted() throws(BookError) -> [Int: [Observation]] {
        let unknown = try unknownMetrics()
        let statement = try Statement(ObservationRow.selectRetracted, on: connection)
        var retracted: [Int: [Observation]] = [:]
        while try statement.step() {
            if try unknown.contains(ObservationRow.metric(statement)) { continue }
            retracted[try statement.integer(13), default: []]
                .append(try ObservationRow.read(statement, in: self))
        }
        return retracted
    }

    /// Deletes the observation with this key, and returns whether there was one. If another program
    /// wrote the source twice, the observations of both are deleted.
    private func delete(_ observation: Observation) throws(BookError) -> Bool {
        let statement = try Statement(
            """
            DELETE FROM observation
            WHERE subject = (SELECT id FROM subject WHERE code = ?1)
                AND metric = ?2 AND period_end = ?3 AND period_offset = ?4 AND published_on = ?5
                AND source IN (
                    SELECT id FROM source WHERE text = ?6 AND (digest = ?7 OR digest IS NULL))
            """, on: connection)
        try statement.bind(observation.subject, at: 1)
        try statement.bind(observation.metric.rawValue, at: 2)
        try statement.bind(observation.period.last.number, at: 3)
        try statement.bind(observation.period.offset, at: 4)
        try statement.bind(observation.publishedOn?.number ?? Day.unknownPublication, at: 5)
        try statement.bind(observation.source, at: 6)
        try statement.bind(
            SourceDigest.digest(of: observation.source.utf8Span.span), at: 7)
        try statement.run()
        return connection.changes > 0
    }
}
