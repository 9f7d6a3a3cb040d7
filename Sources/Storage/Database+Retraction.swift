import Mining

extension Database {
    /// Deletes one observation, known by its key: subject, metric, period, day of publication
    /// and source. It goes to the corrections. `false` where the book has none of that key.
    package func retract(_ observation: Observation) throws(StorageError) -> Bool {
        let statement = try Statement(
            """
            DELETE FROM observation
            WHERE subject = (SELECT id FROM subject WHERE code = ?1)
                AND metric = ?2 AND period_end = ?3 AND period_start = ?4 AND published_on = ?5
                AND source = (SELECT id FROM source WHERE text = ?6)
            """, on: connection)
        try statement.bind(observation.subject, at: 1)
        try statement.bind(observation.metric.rawValue, at: 2)
        try statement.bind(observation.period.last.number, at: 3)
        try statement.bind(observation.period.first.number, at: 4)
        try statement.bind(observation.publishedOn?.number ?? Day.unknownKey, at: 5)
        try statement.bind(observation.source, at: 6)
        try statement.run()
        return connection.changes > 0
    }
}
