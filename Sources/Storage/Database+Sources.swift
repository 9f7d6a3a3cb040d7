import Mining

/// A source, and how much of a book rests on it.
package struct SourceUse: Sendable, Hashable {
    /// Where figures were read; never empty.
    package var text: String
    package var observations: Int
    package var claims: Int
}

extension Database {
    /// Every source that an observation or claim names, by its bytes. Reads the whole book.
    package func sources() throws(StorageError) -> [SourceUse] {
        let statement = try Statement(
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
            """, on: connection)
        var sources: [SourceUse] = []
        while try statement.step() {
            sources.append(
                SourceUse(
                    text: try statement.text(0), observations: try statement.integer(1),
                    claims: try statement.integer(2)))
        }
        return sources
    }
}
