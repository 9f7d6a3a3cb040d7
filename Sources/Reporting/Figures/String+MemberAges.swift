import Mining

/// Sentences about members whose figures are as old as the base of a change, or older.
extension String {
    /// `Hashrate: 3 of 14 members have no newer figure than at the base, 2025-11-30 (ARBK, CAN, HIVE);
    /// their change counts as 0.` `count` is how many members the change is over; nil if all have a
    /// newer figure.
    static func unrenewedNote(
        _ title: String, _ tickers: [String], of count: Int, since: Period
    ) -> String? {
        if tickers.isEmpty { return nil }
        let isOne = tickers.count == 1
        return "\(title): \(tickers.count) of \(count) members \(isOne ? "has" : "have") no newer "
            + "figure than at the base, \(since) (\(tickers.joined(separator: ", "))); "
            + "\(isOne ? "its" : "their") change counts as 0."
    }

    /// `Hashrate: the figures at the base of 2 members are older than 2025-11-30 (CAN, HIVE), so that
    /// their changes may be, too.` nil if there are none.
    static func olderBaseNote(_ title: String, _ tickers: [String], since: Period) -> String? {
        if tickers.isEmpty { return nil }
        let (names, day) = (tickers.sorted().joined(separator: ", "), since.last)
        return tickers.count == 1
            ? "\(title): the figure at the base of 1 member is older than \(day) (\(names)), so that "
                + "its change may be, too."
            : "\(title): the figures at the base of \(tickers.count) members are older than \(day) "
                + "(\(names)), so that their changes may be, too."
    }
}
