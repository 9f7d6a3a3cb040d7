import Bookkeeping
import CSQLite
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Feeds")
struct FeedTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    @Test func `statements read the rows that are lent, and none before or after`() throws {
        let connection = book.database.connection
        let feed = try connection.feed("numbers", columns: ["square", "absent"]) {
            cursor, result, column in
            guard column == 0, let row = Feed.row(at: cursor, as: Int64.self)?.pointee else {
                return SQLITE_OK
            }
            sqlite3_result_int64(result, row * row)
            return SQLITE_OK
        }
        let sum = try Statement(
            "SELECT count(*), sum(square), count(absent) FROM numbers()", on: connection)
        func read() throws(BookError) -> [Int?] {
            defer { sum.reset() }
            _ = try sum.step()
            return [
                try sum.integer(0), try sum.optionalInteger(1), try sum.integer(2),
            ]
        }
        #expect(try read() == [0, nil, 0])
        let rows: [Int64] = [1, 2, 3]
        let lent = try rows.span.withUnsafeBufferPointer { (rows) throws(BookError) in
            try feed.lend(rows.baseAddress, count: rows.count, to: read)
        }
        #expect(lent == [3, 14, 0])
        #expect(try read() == [0, nil, 0])
    }

    @Test func `a table of the book with the name of a feed is not read instead of it`() throws {
        _ = try book.shell(
            """
            CREATE TABLE observation_feed AS SELECT * FROM observation;
            CREATE TABLE source_feed (place, text, digest, number);
            INSERT INTO source_feed VALUES (0, 'theirs', 0, 99)
            """)
        #expect(throws: BookError.self) {
            try book.record([Observation("RIOT", .btcMined, "2025-12", "5 BTC")])
        }
        #expect(try book.shell("SELECT count(*) FROM source") == "1")
    }
}
