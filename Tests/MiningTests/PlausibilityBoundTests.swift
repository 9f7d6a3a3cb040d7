import Mining
import Testing

@Suite("Bounds of plausible figures")
struct PlausibilityBoundTests {
    private func period(_ year: Int, _ quarter: Int) throws -> Period {
        try #require(Period(year: year, quarter: quarter))
    }

    private func dollars(_ amount: Int64) throws -> Quantity {
        try #require(Quantity(digits: amount, unit: .dollar, decimals: 0))
    }

    @Test(
        "the range of a flow is that of a day times the days of its period",
        arguments: [
            (900, false), (899, true), (0, false), (2_700_000_000, false), (2_700_000_001, true),
            (-900, false), (-899, true), (-2_700_000_000, false), (-2_700_000_001, true),
        ] as [(Int64, Bool)])
    func flow(amount: Int64, isOutside: Bool) throws {
        let quarter = try period(2025, 1)
        #expect(quarter.days == 90)
        #expect(Metric.revenue.isOutsideRange(try dollars(amount), over: quarter) == isOutside)
    }

    @Test func `a narrower range holds for periods that begin in its year or later`() throws {
        let price = try #require(Quantity(digits: 499, unit: .dollarPerBitcoin, decimals: 0))
        #expect(Metric.btcPrice.isOutsideRange(price, over: try period(2017, 1)))
        #expect(!Metric.btcPrice.isOutsideRange(price, over: try period(2016, 4)))
        #expect(
            Metric.btcPrice.plausibleRange(over: try period(2016, 4))
                == Metric.btcPrice.plausibleRange)
    }

    @Test(
        "a relation holds up to its bounds, and not for zero or negative figures",
        arguments: [
            (20_000, 1_000, false), (20_001, 1_000, true), (2, 1_000, false), (1, 1_000, true),
            (0, 1_000, false), (-50_000, 1_000, false), (50_000, 0, false), (50_000, -1, false),
        ] as [(Int64, Int64, Bool)])
    func relation(cost: Int64, revenue: Int64, isFound: Bool) throws {
        let relation = try #require(FigureRelation.all.first { $0.metric == .costOfRevenue })
        let quarter = try period(2025, 1)
        let figure = Observation(
            subject: "RIOT", metric: .costOfRevenue, period: quarter, value: try dollars(cost))
        let other = Observation(
            subject: "RIOT", metric: .revenue, period: quarter, value: try dollars(revenue))
        #expect((Disproportion(relation, figure, [other]) != nil) == isFound)
    }

    @Test func `a part is compared with a whole of zero`() throws {
        let relation = try #require(FigureRelation.all.first { $0.metric == .hostingRevenue })
        let quarter = try period(2025, 1)
        let figure = Observation(
            subject: "RIOT", metric: .hostingRevenue, period: quarter, value: try dollars(5))
        let other = Observation(
            subject: "RIOT", metric: .revenue, period: quarter, value: try dollars(0))
        let found = try #require(Disproportion(relation, figure, [other]))
        #expect(found.isPart)
        #expect(
            found.sentence == "more than the revenue of that time, 0 USD; is one of the two wrong?")
    }
}
