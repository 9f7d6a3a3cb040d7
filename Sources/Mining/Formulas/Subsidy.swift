/// The block subsidy (new bitcoin per block) and the estimated height of the chain on a day.
///
/// The subsidy starts at 50 BTC and halves every 210,000 blocks (Bitcoin Core, validation.cpp,
/// GetBlockSubsidy). The dates of past halvings are known. On other days the height is estimated:
/// that of the most recent halving before the day, plus 144 blocks per day (docs/formulas.md).
package enum Subsidy {
    /// One block every 600 seconds, the protocol's target.
    package static let blocksPerDay = 144
    /// Blocks between two halvings of the subsidy.
    package static let blocksPerHalving = 210_000
    /// The number of blocks in four years: 1,461 days of 144 blocks. Used for the figure
    /// `block_reward_multiple` (docs/formulas.md).
    package static let blocksOfFourYears = 210_384

    /// The UTC dates of the first block and of each halving so far. Entry n, counted from 0, is the
    /// day on which block n × 210,000 was mined.
    private static let halvingDays: [Day] = [
        (2009, 1, 3), (2012, 11, 28), (2016, 7, 9), (2020, 5, 11), (2024, 4, 20),
    ].compactMap { Day(year: $0.0, month: $0.1, day: $0.2) }

    /// The estimated height on a day, or nil before the first block.
    package static func height(on day: Day) -> Int? {
        guard let epoch = halvingDays.lastIndex(where: { $0 <= day }) else { return nil }
        return epoch * blocksPerHalving + (day.number - halvingDays[epoch].number) * blocksPerDay
    }

    /// The subsidy per block on a day, in satoshi; 0 before the first block.
    package static func satoshiPerBlock(on day: Day) -> Int {
        height(on: day).map(satoshiPerBlock(at:)) ?? 0
    }

    /// The subsidy of the block at a height, in satoshi.
    package static func satoshiPerBlock(at height: Int) -> Int {
        let halvings = height / blocksPerHalving
        return halvings < 64 ? 5_000_000_000 >> halvings : 0
    }

    /// The total subsidy of `blocks` blocks starting at `height`, in satoshi, with the lower
    /// subsidy for the blocks after a halving.
    package static func totalSatoshi(of blocks: Int, from height: Int) -> Int {
        var total = 0
        var next = height
        let end = height + blocks
        while next < end {
            let stop = min(end, (next / blocksPerHalving + 1) * blocksPerHalving)
            total += (stop - next) * satoshiPerBlock(at: next)
            next = stop
        }
        return total
    }

    /// The subsidy per block on a day, in BTC, as an `Expression` to use in a formula.
    package static func perBlock(on day: Day) -> Expression {
        .constant(DecimalNumber(mantissa: Int128(satoshiPerBlock(on: day)), decimals: 8))
    }

    /// The mean subsidy per block over the days of a period, in BTC, as an `Expression` to use in a
    /// formula.
    package static func perBlock(over period: Period) -> Expression {
        let days = (period.first.number...period.last.number).compactMap(Day.init(number:))
        let satoshi = days.reduce(0) { $0 + satoshiPerBlock(on: $1) }
        return .quotient(
            .constant(DecimalNumber(mantissa: Int128(satoshi), decimals: 8)),
            .constant(DecimalNumber(Int128(days.count))))
    }
}
