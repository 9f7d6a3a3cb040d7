/// The bitcoin that a block creates, and the height that the chain has on a day.
///
/// The subsidy halves every 210,000 blocks. The days of the halvings so far are facts; between
/// and after them the height is estimated from the last of them at 144 blocks a day
/// (docs/formulas.md).
package enum Subsidy {
    package static let blocksPerDay = 144
    package static let blocksPerHalving = 210_000
    /// Four years of blocks, as the block reward multiples count them.
    package static let blocksOfFourYears = 210_384

    /// The first block and the halvings, each on the day of its block; the height of the n-th
    /// is n × 210,000.
    private static let anchors: [Day] = [
        (2009, 1, 3), (2012, 11, 28), (2016, 7, 9), (2020, 5, 11), (2024, 4, 20),
    ].compactMap { Day(year: $0.0, month: $0.1, day: $0.2) }

    /// The estimated height on a day; `nil` before the first block.
    package static func height(on day: Day) -> Int? {
        guard let epoch = anchors.lastIndex(where: { $0 <= day }) else { return nil }
        return epoch * blocksPerHalving + (day.number - anchors[epoch].number) * blocksPerDay
    }

    /// Satoshi that each block of a day creates, 0 before the first block.
    package static func perBlock(on day: Day) -> Int {
        height(on: day).map(perBlock(at:)) ?? 0
    }

    /// Satoshi that the block at a height creates.
    package static func perBlock(at height: Int) -> Int {
        let halvings = height / blocksPerHalving
        return halvings < 64 ? 5_000_000_000 >> halvings : 0
    }

    /// Satoshi that `blocks` blocks from `height` on create, halvings among them observed.
    package static func total(of blocks: Int, from height: Int) -> Int {
        var total = 0
        var next = height
        let end = height + blocks
        while next < end {
            let stop = min(end, (next / blocksPerHalving + 1) * blocksPerHalving)
            total += (stop - next) * perBlock(at: next)
            next = stop
        }
        return total
    }

    /// Bitcoin per block on a day, as an expression.
    package static func perBlock(on day: Day) -> Expression {
        .constant(DecimalNumber(mantissa: Int128(perBlock(on: day)), decimals: 8))
    }

    /// Bitcoin per block over a period: the mean over its days.
    package static func perBlock(over period: Period) -> Expression {
        let days = (period.first.number...period.last.number).compactMap(Day.init(number:))
        let satoshi = days.reduce(0) { $0 + perBlock(on: $1) }
        return .quotient(
            .constant(DecimalNumber(mantissa: Int128(satoshi), decimals: 8)),
            .constant(DecimalNumber(Int128(days.count))))
    }
}
