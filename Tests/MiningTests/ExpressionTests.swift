import TestSupport
import Testing

@testable import Mining

@Suite("Expressions and formulas")
struct ExpressionTests {
    private func number(_ text: String) throws -> Expression {
        .constant(try decimal(text))
    }

    private func observed(_ id: Int, _ text: String, _ metric: Metric, _ unit: Unit) throws
        -> Expression
    {
        let value = try quantity(text, unit)
        let observation = Observation(
            subject: "BTC", metric: metric, period: Period(day: .first), value: value)
        return .observed(.init(id: id, observation: observation, unit: metric.unit))
    }

    /// Expects the value of an expression to be within `half` of `value`: half a unit of the last digit of a worked example.
    private func expect(
        _ expression: Expression, is value: Double, within half: Double,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let computed = try #require(expression.value, sourceLocation: location)
        #expect(abs(computed - value) <= half, "\(computed)", sourceLocation: location)
    }

    // MARK: The worked examples of docs/formulas.md

    @Test func `hashprice at difficulty 10¹⁴ and 100,000 dollars per bitcoin is 62.8643 dollars`()
        throws
    {
        let hashprice = Formulas.hashprice(
            difficulty: try number("1e14"), reward: try number("3.125"),
            price: try number("100000"))
        try expect(hashprice, is: 62.8643, within: 0.00005)
    }

    @Test(arguments: [("194", "672", 28.87), ("419", "1022.7", 40.97)])
    func `a share of the network in percent`(part: String, whole: String, share: Double) throws {
        try expect(
            Formulas.percentage(number(part), of: number(whole)), is: share, within: 0.005)
    }

    @Test func `gross margin and its interval`() throws {
        let margin = Formulas.percentage(
            try observed(1, "16100", .hashpricePublished, .dollarPerExahashDay),
            of: try observed(2, "42100", .hashpricePublished, .dollarPerExahashDay))
        try expect(margin, is: 38.24, within: 0.005)
        #expect(abs(try #require(margin.halfWidth) - 0.16) < 0.005)
    }

    @Test func `power cost at 18 J per TH and 50 dollars per MWh`() throws {
        let cost = Formulas.powerCostPerExahash(
            efficiency: try number("18"), powerPrice: try number("50"))
        #expect(cost.value == 21_600)
    }

    @Test func `the reward of four years includes a halving`() throws {
        let reward = Formulas.fourYearReward(from: 858_000)
        #expect(reward.value == 628_725)
        try expect(.product([reward, number("58905")]), is: 37.04e9, within: 0.005e9)
    }

    @Test func `a market cap as a multiple of the four-year reward`() throws {
        let multiple = Formulas.blockRewardMultiple(
            marketCap: try number("60e9"), price: try number("78600"),
            reward: try number("509194"))
        try expect(multiple, is: 1.50, within: 0.005)
    }

    @Test func `block reward revenue is the daily subsidies per EH of network hashrate`() throws {
        let revenue = Formulas.blockRewardRevenue(
            subsidy: try number("3.125"), price: try number("90000"),
            networkHashrate: try number("1000"))
        #expect(revenue.value == 40_500)
    }

    @Test(arguments: [("188.53", "193.93", 2.86)])
    func `a change in percent`(before: String, now: String, percent: Double) throws {
        let (now, before) = (try number(now), try number(before))
        try expect(
            Formulas.percentage(.difference(now, before), of: before), is: percent,
            within: 0.005)
    }

    // MARK: Values and intervals

    @Test func `sums are exact and equal in any order`() throws {
        let texts = ["0.1", "0.2", "61.7", "38.5", "55.2", "0.7"]
        var random = SeededGenerator(seed: 5)
        for _ in 0..<100 {
            let terms = try texts.shuffled(using: &random).enumerated().map {
                try observed($0.offset, $0.element, .deployedHashrate, .exahashPerSecond)
            }
            #expect(Expression.sum(terms).value == 156.4)
            #expect(
                Expression.sum(terms).exact
                    == DecimalNumber(mantissa: 156_400_000_000_000, decimals: 12))
        }
    }

    @Test func `an observation on both sides of a change does not widen its interval`() throws {
        let carried = try observed(1, "50", .deployedHashrate, .exahashPerSecond)
        let old = try observed(2, "45.7", .deployedHashrate, .exahashPerSecond)
        let new = try observed(3, "55.2", .deployedHashrate, .exahashPerSecond)
        let change = Expression.difference(.sum([carried, new]), .sum([carried, old]))
        #expect(change.value == 9.5)
        #expect(abs(try #require(change.halfWidth) - 0.1) < 1e-12)
        #expect(change.inputs.map(\.id) == [1, 3, 2])
    }

    @Test func `an observation in numerator and denominator counts once, with its net effect`()
        throws
    {
        let part = try observed(1, "10", .deployedHashrate, .exahashPerSecond)
        let rest = try observed(2, "30.0", .deployedHashrate, .exahashPerSecond)
        let share = Expression.quotient(part, .sum([part, rest]))
        let expected =
            max(abs(10.5 / 40.5 - 0.25), abs(9.5 / 39.5 - 0.25))
            + max(abs(10 / 40.05 - 0.25), abs(10 / 39.95 - 0.25))
        #expect(abs(try #require(share.halfWidth) - expected) < 1e-12)
    }

    @Test func `division by zero has no value and no interval`() throws {
        let expression = Expression.quotient(try number("1"), try number("0"))
        #expect(expression.value == nil)
        #expect(Formulas.percentage(expression, of: try number("2")).value == nil)
        #expect(expression.halfWidth == nil)
        #expect(Expression.mean([]) == nil)
    }

    @Test func `products too large to be exact are approximated`() throws {
        let factor = try number("100000000000000000000000000000000001")
        let large = Expression.product([factor, factor])
        #expect(large.exact == nil)
        try expect(large, is: 1e70, within: 1e55)
    }

    // MARK: Subsidy

    @Test(arguments: [
        ("2009-01-02", 0), ("2009-01-03", 5_000_000_000), ("2012-11-27", 5_000_000_000),
        ("2012-11-28", 2_500_000_000), ("2016-07-09", 1_250_000_000), ("2020-05-11", 625_000_000),
        ("2024-04-19", 625_000_000), ("2024-04-20", 312_500_000), ("2026-01-15", 312_500_000),
        ("2028-04-17", 312_500_000), ("2028-04-18", 156_250_000),
    ])
    func `the subsidy halves on the historical dates, then by estimated height`(
        day: String, satoshi: Int
    ) throws {
        let day = try #require(Day(day))
        #expect(Subsidy.satoshiPerBlock(on: day) == satoshi)
    }

    @Test func `the height is estimated from the latest halving`() throws {
        #expect(Subsidy.height(on: try #require(Day("2024-04-20"))) == 840_000)
        #expect(Subsidy.height(on: try #require(Day("2026-01-15"))) == 931_440)
        #expect(Subsidy.height(on: try #require(Day("2009-01-02"))) == nil)
    }

    @Test func `the subsidy of a period is the mean over its days`() throws {
        let april = try #require(Period(year: 2024, month: 4))
        try expect(Subsidy.perBlock(over: april), is: (19 * 6.25 + 11 * 3.125) / 30, within: 1e-12)
    }

    @Test func `all subsidies together are just under 21 million bitcoin`() {
        #expect(Subsidy.totalSatoshi(of: 210_000 * 64, from: 0) == 2_099_999_997_690_000)
    }
}
