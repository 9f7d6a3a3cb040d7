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

/// The numbers of sources, given out where a text is new. Valid within one transaction.
final class SourceNumbers {
    /// How many texts are remembered at most: a file may name another one in every row.
    static let limit = 16_384

    private let find: Statement
    private let add: Statement
    private let connection: Connection
    private var known: [ExactText: Int] = [:]
    private var last = (text: ExactText(""), number: 0)

    init(on connection: Connection) throws(StorageError) {
        find = try Statement("SELECT id FROM source WHERE text = ?1", on: connection, isKept: true)
        add = try Statement("INSERT INTO source (text) VALUES (?1)", on: connection, isKept: true)
        self.connection = connection
    }

    func number(of text: String) throws(StorageError) -> Int {
        let text = ExactText(text)
        // Most rows name the source of the row before.
        if text == last.text { return last.number }
        if let number = known[text] {
            last = (text, number)
        } else {
            last = (text, try stored(text))
        }
        return last.number
    }

    private func stored(_ text: ExactText) throws(StorageError) -> Int {
        defer { find.reset() }
        try find.bind(text.text, at: 1)
        let number: Int
        if try find.step() {
            number = try find.integer(0)
        } else {
            try add.bind(text.text, at: 1)
            try add.run()
            number = connection.lastInsertedRow
        }
        if known.count == Self.limit { known.removeAll(keepingCapacity: true) }
        known[text] = number
        return number
    }
}
