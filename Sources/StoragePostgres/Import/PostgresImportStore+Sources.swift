import Bookkeeping
import Mining

extension PostgresImportStore {
    func sourceNumbers(of texts: StringPool, used: [Bool]) throws(BookError) -> [Int] {
        var numbers = Array(repeating: 0, count: texts.count)
        let places = numbers.indices.filter { used[$0] && !texts.range(of: $0).isEmpty }
        if places.isEmpty { return numbers }
        // New texts get numbers in the order of the batch. If another program wrote a text twice, the
        // first one is used.
        let rows = try connection.query(
            """
            WITH asked AS (
                SELECT text, place
                FROM unnest($1::text[]) WITH ORDINALITY AS asked (text, place)
            ), known AS (
                SELECT place, min(source.id) AS id
                FROM asked
                CROSS JOIN LATERAL (
                    SELECT id FROM source
                    WHERE md5(source.text)::uuid = md5(asked.text)::uuid
                        AND source.text = asked.text
                    OFFSET 0
                ) AS source
                GROUP BY place
            ), added AS (
                INSERT INTO source (text)
                SELECT text FROM asked
                WHERE place NOT IN (SELECT place FROM known)
                ORDER BY place
                RETURNING id, text
            )
            SELECT place, id FROM known
            UNION ALL
            SELECT place, id FROM added JOIN asked USING (text)
            """, [.texts(places.map { texts.bytes[texts.range(of: $0)] })])
        for row in rows { numbers[places[try row.integer(0) - 1]] = try row.integer(1) }
        return numbers
    }

    /// The text of a source.
    func source(_ number: Int) throws(BookError) -> String {
        if let text = sources[number] { return text }
        let rows = try connection.query(
            "SELECT text FROM source WHERE id = $1", [.integer(number)])
        guard let row = rows.first else {
            throw .unreadable(book: connection.book, column: "source", value: "\"\(number)\"")
        }
        let text = try row.text(0)
        sources[number] = text
        return text
    }

    /// The file with this number, as an origin without a line.
    func file(_ number: Int) throws(BookError) -> Origin {
        if let file = files[number] { return file }
        let rows = try connection.query(
            "SELECT import, name FROM import_file WHERE id = $1", [.integer(number)])
        guard let row = rows.first else {
            throw .unreadable(book: connection.book, column: "file", value: "\"\(number)\"")
        }
        let file = Origin(importNumber: try row.integer(0), file: try row.text(1), line: 0)
        files[number] = file
        return file
    }
}
