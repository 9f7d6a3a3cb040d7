import Bookkeeping
import CSQLite
import Mining

/// The numbers of sources; a new text gets the next number. Valid within one transaction.
///
/// Texts are found by their digests. The texts of a batch are looked up and added in the order of
/// their digests, which is the order of the index, so that few of its pages are read and written.
/// Nothing is remembered between batches, since a file may name another source in every row.
final class SourceNumbers {
    /// A text, as statements read it from the feed.
    private struct Row {
        /// Its index among the texts that were asked for.
        var place: Int
        var text: UnsafeRawBufferPointer
        var digest: Int
        /// The number for a new text.
        var number = 0
    }

    private let connection: Connection
    private let feed: Feed
    private let find: Statement
    private let add: Statement
    private var lastNumber: Int

    init(on connection: Connection) throws(BookError) {
        self.connection = connection
        feed = try connection.feed("source_feed", columns: ["place", "text", "digest", "number"]) {
            cursor, result, column in
            guard let row = Feed.row(at: cursor, as: Row.self)?.pointee else { return SQLITE_OK }
            switch column {
            case 0: sqlite3_result_int64(result, Int64(row.place))
            case 1: Feed.give(row.text, to: result)
            case 2: sqlite3_result_int64(result, Int64(row.digest))
            default: sqlite3_result_int64(result, Int64(row.number))
            }
            return SQLITE_OK
        }
        try Self.addDigests(on: connection)
        find = try Statement(
            """
            SELECT place, id
            FROM source_feed()
            CROSS JOIN source ON source.digest = source_feed.digest
            WHERE source.text = source_feed.text
            """, on: connection, isKept: true)
        add = try Statement(
            "INSERT INTO source (id, text, digest) SELECT number, text, digest FROM source_feed()",
            on: connection, isKept: true)
        lastNumber = try connection.integer("SELECT max(id) FROM source")
    }

    /// Computes the digests of texts without one, which other programs or older versions wrote.
    ///
    /// - Throws: `.damaged` where the index of digests names a row that has one, or none at all.
    static func addDigests(on connection: Connection) throws(BookError) {
        let find = try Statement(
            "SELECT id FROM source WHERE digest IS NULL AND id > ?1 ORDER BY id LIMIT 1",
            on: connection)
        // By its number, so that the row itself is read and not the index.
        let read = try Statement("SELECT text, digest FROM source WHERE id = ?1", on: connection)
        let set = try Statement("UPDATE source SET digest = ?2 WHERE id = ?1", on: connection)
        var last = Int.min
        while let number = try next(find, after: last) {
            last = number
            defer { read.reset() }
            try read.bind(number, at: 1)
            guard try read.step(), read.isNull(1) else {
                throw .damaged(
                    book: connection.path, reason: "the index of sources contradicts their table")
            }
            try set.bind(number, at: 1)
            try set.bind(SourceDigest.digest(of: try read.text(0).utf8Span.span), at: 2)
            try set.run()
        }
    }

    /// The number of the next source without a digest.
    private static func next(
        _ find: Statement, after number: Int
    ) throws(BookError) -> Int? {
        defer { find.reset() }
        try find.bind(number, at: 1)
        return try find.step() ? try find.integer(0) : nil
    }

    /// The numbers of `texts`, by their indexes. Those that are not `used` get 0, which is the number
    /// of the empty text.
    func numbers(of texts: StringPool, used: [Bool]) throws(BookError) -> [Int] {
        try texts.bytes.span.withUnsafeBytes { (bytes) throws(BookError) in
            var numbers = Array(repeating: 0, count: texts.count)
            // Digest and index in one number, which is faster to sort than rows.
            var order: [Int] = []
            for place in numbers.indices where used[place] && !texts.range(of: place).isEmpty {
                order.append(texts.withBytes(of: place, SourceDigest.digest) << 32 | place)
            }
            order.sort()
            var rows = order.map { digestAndPlace in
                let place = digestAndPlace & 0xFFFF_FFFF
                return Row(
                    place: place,
                    text: UnsafeRawBufferPointer(rebasing: bytes[texts.range(of: place)]),
                    digest: digestAndPlace >> 32)
            }
            try lend(rows) { () throws(BookError) in
                defer { find.reset() }
                while try find.step() {
                    let place = try find.integer(0)
                    // If another program wrote the text twice, the first one is used.
                    if numbers[place] == 0 { numbers[place] = try find.integer(1) }
                }
            }
            rows.removeAll { numbers[$0.place] != 0 }
            guard lastNumber <= .max - rows.count else {
                throw .unreadable(
                    book: connection.path, column: "id", value: "\(lastNumber)")
            }
            for index in rows.indices {
                lastNumber += 1
                rows[index].number = lastNumber
                numbers[rows[index].place] = lastNumber
            }
            try lend(rows) { () throws(BookError) in try add.run() }
            return numbers
        }
    }

    private func lend(
        _ rows: [Row], to body: () throws(BookError) -> Void
    ) throws(BookError) {
        try rows.span.withUnsafeBufferPointer { (rows) throws(BookError) in
            try feed.lend(rows.baseAddress, count: rows.count, to: body)
        }
    }
}
