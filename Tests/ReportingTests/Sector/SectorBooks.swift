import Mining

/// Books that the tests of the sector report start from.
enum SectorBooks {
    /// Three members, the last of them joining in January, with both ends known.
    static func members() throws -> ArrayBook {
        var book = ArrayBook()
        try book.add(members: "AAA", "BBB")
        try book.add(members: "CCC", joined: "2026-01-01")
        try book.add("AAA", .deployedHashrate, "2025-12-31", "50.0 EH/s", published: "2026-01-05")
        try book.add("AAA", .deployedHashrate, "2026-01-15", "55.5 EH/s", published: "2026-01-16")
        try book.add("BBB", .deployedHashrate, "2025-12-31", "30.0 EH/s")
        try book.add("CCC", .deployedHashrate, "2026-01-10", "4.5 EH/s", status: .estimated)
        try book.add("BTC", .networkHashrate, "2026-01-01/2026-01-15", "1000.0 EH/s")
        try book.add("BTC", .networkHashrate, "2025-12", "1050 EH/s")
        return book
    }

    /// The same with bitcoin price, difficulty and average prices at both ends.
    static func network() throws -> ArrayBook {
        var book = try members()
        try book.add("BTC", .btcPrice, "2026-01-15", "100000 USD/BTC")
        try book.add("BTC", .difficulty, "2026-01-15", "100000000000000 difficulty")
        try book.add("BTC", .btcPrice, "2025-12-31", "80000 USD/BTC")
        try book.add("BTC", .difficulty, "2025-12-31", "100000000000000 difficulty")
        try book.add("BTC", .btcPriceAverage, "2026-01-01/2026-01-15", "90000 USD/BTC")
        try book.add("BTC", .btcPriceAverage, "2025-12", "84000 USD/BTC")
        return book
    }
}
