import Mining
import Testing

@testable import Reporting

@Suite("Attribution of the hashprice")
struct HashpriceAttributionTests {
    @Test func `a change of hashprice that cannot be divided has a note that says why`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("BTC", .difficulty, "2025-12-31", "100 T")
        let unknown = "Hashprice: not divided, because on 2026-01-15 the book has no current "
        #expect(try attribution(of: book).notes.contains(unknown + "btc_price."))
        try book.add("BTC", .btcPrice, "2026-01-15", "90000 USD/BTC")
        try book.add("BTC", .feeReward, "2026-01-15", "4 BTC/day")
        #expect(
            try attribution(of: book).notes.contains(
                "Hashprice: not divided, because on 2025-12-31 the book has no current btc_price."))
        try book.add("BTC", .btcPrice, "2025-12-31", "80000 USD/BTC")
        #expect(
            try attribution(of: book).notes.contains(
                "Hashprice: not divided, because transaction fees are known at one end only."))
        try book.add("BTC", .feeReward, "2025-12-31", "4 BTC/day")
        let divided = try attribution(of: book)
        #expect(!divided.notes.contains { $0.hasPrefix("Hashprice") })
        #expect(try divided.parts(of: "hashprice").count == 3)
    }

    @Test func `the change of the hashprice is divided evenly and completely`() throws {
        var book = ArrayBook()
        try book.add(members: "AAA")
        try book.add("BTC", .difficulty, "2025-12-31", "100000000000001 difficulty")
        try book.add("BTC", .btcPrice, "2025-12-31", "80001 USD/BTC")
        try book.add("BTC", .difficulty, "2026-01-15", "125000000000001 difficulty")
        try book.add("BTC", .btcPrice, "2026-01-15", "100001 USD/BTC")
        let parts = try attribution(of: book).parts(of: "hashprice")
        #expect(parts["reward"] == 0)
        let price = try #require(parts["price"])
        let difficulty = try #require(parts["difficulty"])
        #expect(price > 0 && difficulty < 0)
        func hashprice(_ difficulty: Double, _ price: Double) -> Double {
            86_400e15 * 3.125 * price / (difficulty * 4_294_967_296)
        }
        let (old, new) = (
            hashprice(100_000_000_000_001, 80_001), hashprice(125_000_000_000_001, 100_001)
        )
        #expect(abs(price + difficulty - (new - old)) < 1e-9)
        // With two factors that change, each adds the mean of going first and going last.
        let alone = hashprice(100_000_000_000_001, 100_001) - old
        let last = new - hashprice(125_000_000_000_001, 80_001)
        #expect(abs(price - (alone + last) / 2) < 1e-9)
    }

    @Test func `with fees known at only one end the change of the hashprice is not divided`() throws
    {
        var book = ArrayBook()
        try book.add(members: "AAA")
        for day in ["2025-12-31", "2026-01-15"] {
            try book.add("BTC", .difficulty, day, "100000000000001 difficulty")
            try book.add("BTC", .btcPrice, day, "80001 USD/BTC")
        }
        try book.add("BTC", .feeReward, "2026-01-15", "20 BTC/day")
        #expect(try attribution(of: book).parts(of: "hashprice").isEmpty)
    }
}
