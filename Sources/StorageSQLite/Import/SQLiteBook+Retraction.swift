import Bookkeeping
import Mining

extension SQLiteBook {
    /// If another program wrote the source twice, the observations of both are deleted.
    package func delete(_ observation: Observation) throws(BookError) -> Bool {
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
