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

    /// `Hashrate: the figures of 2 members at the base, 2025-11-30, are carried from an earlier day
    /// (CAN, HIVE); part of their change may be from before the base.` `tickers` are of members with a
    /// newer figure now; nil if there are none. `canRestOnOldShares` says that a figure is carried
    /// too if its share count is old.
    static func olderBaseNote(
        _ title: String, _ tickers: [String], since: Period, canRestOnOldShares: Bool = false
    ) -> String? {
        if tickers.isEmpty { return nil }
        let isOne = tickers.count == 1
        let shares =
            canRestOnOldShares
            ? " or \(isOne ? "rests" : "rest") on share counts more than a year old" : ""
        return "\(title): the \(isOne ? "figure" : "figures") of \(tickers.count) "
            + "\(isOne ? "member" : "members") at the base, \(since), \(isOne ? "is" : "are") carried "
            + "from an earlier day\(shares) (\(tickers.sorted().joined(separator: ", "))); part of "
            + "\(isOne ? "its" : "their") change may be from before the base."
    }
}
