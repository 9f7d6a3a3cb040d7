import Bookkeeping
import Mining

extension SQLiteBook {
    package func sources() throws(BookError) -> [SourceUse] {
        try Statement(
            """
            SELECT text, sum(observations), sum(claims)
            FROM (
                SELECT source, count(*) AS observations, 0 AS claims
                FROM observation GROUP BY source
                UNION ALL
                SELECT source, 0, count(*) FROM claim GROUP BY source
            )
            JOIN source ON source.id = source
            WHERE text <> ''
            GROUP BY text
            ORDER BY text
            """, on: connection
        ).all { (row) throws(BookError) in
            SourceUse(
                text: try row.text(0), observations: try row.integer(1),
                claims: try row.integer(2))
        }
    }
}
