/// What a company's share price and share count refer to from a day on: how many ordinary shares
/// one traded share (ADS) stands for, and a split on that day.
///
/// Its key is the company and the first day: a book holds one row for each.
package struct ShareBasis: Sendable, Hashable {
    /// The ticker of the company.
    package var ticker: String
    /// The first day on which it holds, and the day of the split. Nil if it always held; then there
    /// is no split.
    package var from: Day?
    /// How many ordinary shares one ADS stands for, `15:1`, or nil if this row does not change it.
    package var adsRatio: ShareRatio?
    /// How many shares the holder of one share has after the split, `25:1`, or nil if there is no
    /// split.
    package var split: ShareRatio?
    /// Where it was read; empty if not given.
    package var source: String
    /// A remark, or nil if there is none.
    package var note: String?

    /// A row with these properties.
    package init(
        ticker: String, from: Day? = nil, adsRatio: ShareRatio? = nil, split: ShareRatio? = nil,
        source: String = "", note: String? = nil
    ) {
        self.ticker = ticker
        self.from = from
        self.adsRatio = adsRatio
        self.split = split
        self.source = source
        self.note = note
    }
}
