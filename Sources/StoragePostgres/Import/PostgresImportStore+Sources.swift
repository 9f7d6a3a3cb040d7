import Bookkeeping
import Mining

extension PostgresImportStore {
    func sourceNumbers(of texts: StringPool, used: [Bool]) throws(BookError) -> [Int] {
        var numbers = Array(repeating: 0, count: texts.count)
        let places = numbers.indices.filter { used[$0] && !texts.range(of: $0).isEmpty }
        if places.isEmpty { return numbers }
        // New texts get numbers in the order of the batch. The server cannot know how many rows a text
        // has. So each text is looked up by itself (LATERAL, OFFSET 0): a join, or the least number of
        // a text, could read the whole table again and again.
        let rows = try connection.query(
            """
            SELECT
                place, id IS NULL,
                coalesce(id, nextval((SELECT pg_get_serial_sequence('source', 'id')::regclass)))
            FROM (
                SELECT place, source.id
                FROM unnest($1::text[]) WITH ORDINALITY AS asked (text, place)
                LEFT JOIN LATERAL (
                    SELECT id FROM source WHERE source.text = asked.text OFFSET 0
                ) AS source ON true
                ORDER BY place
                OFFSET 0
            ) AS found
            """, [.texts(places.map { texts.bytes[texts.range(of: $0)] })])
        var new: [NumberedSource] = []
        for row in rows {
            let (place, number) = (places[try row.integer(0) - 1], try row.integer(2))
            // If another program wrote the text twice, the first one is used.
            if numbers[place] == 0 || number < numbers[place] { numbers[place] = number }
            if try row.integer(1) == 1 { new.append((number, texts.bytes[texts.range(of: place)])) }
        }
        try add(new)
        return numbers
    }

    private typealias NumberedSource = (number: Int, text: ArraySlice<UInt8>)

    /// Adds sources. For many, COPY takes a fifth of the time; for few, it would wait for the
    /// server twice.
    private func add(_ sources: [NumberedSource]) throws(BookError) {
        if sources.isEmpty { return }
        guard sources.count > Self.fewSources else {
            return try connection.enqueue(
                "INSERT INTO source (id, text) SELECT * FROM unnest($1::bigint[], $2::text[])",
                [.integers(sources.map(\.number)), .texts(sources.map(\.text))])
        }
        var rows = CopyText(reserving: sources.count * 64)
        for source in sources {
            rows.append(source.number)
            rows.append(source.text)
            rows.endRow()
        }
        do throws(ServerError) {
            try connection.copy(rows.bytes, into: "source (id, text)")
        } catch {
            throw BookError(error, book: connection.book)
        }
    }

    private static let fewSources = 500

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
