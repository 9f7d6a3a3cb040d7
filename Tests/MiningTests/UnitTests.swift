import TestSupport
import Testing

@testable import Mining

@Suite("Units and quantities")
struct UnitTests {
    @Test func `every unit is found by its code and spellings`() {
        for unit in Unit.allCases {
            #expect(Unit(unit.code, in: unit.dimension) == unit)
            for spelling in unit.spellings {
                #expect(Unit(spelling, in: unit.dimension) == unit, "\(spelling)")
            }
        }
    }

    @Test func `codes and spellings are unique within a dimension`() {
        for dimension in Dimension.allCases {
            let texts = Unit.allCases.filter { $0.dimension == dimension }.flatMap { unit in
                Set(unit.spellings + [unit.code.lowercased().filter { $0 != " " }])
            }
            #expect(Set(texts).count == texts.count, "\(dimension)")
        }
    }

    @Test(arguments: [
        ("eh/s", Unit.exahashPerSecond), ("EH", .exahashPerSecond), ("TH/s", .terahashPerSecond),
    ])
    func `letter case does not matter`(text: String, unit: Unit) {
        #expect(Unit(text, in: .hashrate) == unit)
    }

    @Test func `a unit of another dimension is not found`() {
        #expect(Unit("MW", in: .hashrate) == nil)
        #expect(Unit("", in: .hashrate) == nil)
        #expect(Unit.named("USD") == [.dollar, .dollarPerShare, .dollarPerBitcoin])
        #expect(Unit.named("furlong").isEmpty)
    }

    @Test func `an amount in another unit is exact and has no zeros at its end`() throws {
        #expect(
            try quantity("38500", .petahashPerSecond).number(in: .exahashPerSecond).description
                == "38.5")
        #expect(
            try quantity("38.50", .exahashPerSecond).number(in: .exahashPerSecond).description
                == "38.5")
        #expect(try quantity("-1.50", .bitcoin).number(in: .satoshi).description == "-150000000")
        #expect(try quantity("0.00", .bitcoin).number(in: .bitcoin).description == "0")
        #expect(
            try quantity("1", .megahashPerSecond).number(in: .exahashPerSecond).description
                == "0.000000000001")
        let greatest = try #require(Quantity(base: .max, unit: .satoshi, decimals: 0))
        #expect(greatest.number(in: .bitcoin).description == "92233720368.54775807")
    }

    @Test func `the same hashrate in three units has the same base amount`() throws {
        let exa = try quantity("38.5", .exahashPerSecond)
        let peta = try quantity("38500", .petahashPerSecond)
        let tera = try quantity("38500000", .terahashPerSecond)
        #expect(exa.base == peta.base)
        #expect(peta.base == tera.base)
        #expect(exa.base == 38_500_000_000_000)
    }

    @Test(arguments: [
        ("1", Unit.dollarPerKilowattHour, "1000", Unit.dollarPerMegawattHour),
        ("4.6", .centPerKilowattHour, "46", .dollarPerMegawattHour),
        ("42100", .dollarPerExahashDay, "42.1", .dollarPerPetahashDay),
        ("0.0421", .dollarPerTerahashDay, "42.1", .dollarPerPetahashDay),
        ("62", .billionDollars, "62000000000", .dollar),
        ("300", .basisPoint, "3", .percent),
        ("0.0185", .joulePerGigahash, "18.5", .joulePerTerahash),
        ("88.40", .trillionDifficulty, "88400000000000", .difficulty),
        ("1", .bitcoin, "100000000", .satoshi), ("1.5", .gigawatt, "1500", .megawatt),
        ("2", .terawattHour, "2000000", .megawattHour),
    ])
    func `units of a dimension convert exactly`(
        one: String, unit: Unit, other: String, otherUnit: Unit
    ) throws {
        #expect(try quantity(one, unit).base == quantity(other, otherUnit).base)
    }

    @Test func `printing and parsing any amount in any unit returns it`() throws {
        var random = SeededGenerator(seed: 2)
        for unit in Unit.allCases {
            for _ in 0..<200 {
                let base = Int64.random(
                    in: -1_000_000_000_000_000...1_000_000_000_000_000, using: &random)
                let exact = try #require(Quantity(base: base, unit: unit, decimals: unit.exponent))
                let again = try #require(
                    Quantity.of(decimal("\(exact.number)"), unit))
                #expect(again.quantity == exact)
                #expect(!again.isRounded)
            }
        }
    }

    @Test func `a quantity whose decimals contradict its amount is nil`() {
        #expect(Quantity(base: 1, unit: .bitcoin, decimals: 7) == nil)
        #expect(Quantity(base: 10, unit: .bitcoin, decimals: 7) != nil)
        #expect(Quantity(base: 10, unit: .bitcoin, decimals: 9) == nil)
        #expect(Quantity(base: 10, unit: .bitcoin, decimals: -1) == nil)
    }

    @Test(arguments: [
        ("38.5", Unit.exahashPerSecond, 0.05), ("38.50", .exahashPerSecond, 0.005),
        ("62", .billionDollars, 0.5), ("42100", .dollarPerExahashDay, 50),
        ("450", .bitcoin, 5), ("20", .bitcoin, 0.5), ("100", .bitcoin, 50),
        ("0", .bitcoin, 0.5), ("1000.0", .bitcoin, 0.05), ("-450", .bitcoin, 5),
        ("12345", .satoshi, 0.5),
    ])
    func `the half unit is half of the last significant digit`(
        text: String, unit: Unit, half: Double
    ) throws {
        #expect(try quantity(text, unit).halfUnit(in: unit) == half)
    }

    @Test func `digits below the base unit are rounded half to even, which is reported`() throws {
        let rounded = try #require(
            Quantity.of(decimal("1.000000005"), .bitcoin))
        #expect(rounded.isRounded)
        #expect(rounded.quantity.base == 100_000_000)
        #expect(rounded.quantity.description == "1.00000000 BTC")
    }

    @Test func `catalogues have one row per case`() {
        for metric in Metric.allCases {
            #expect(Metric(code: metric.code) == metric)
            #expect(!metric.name.isEmpty && !metric.definition.isEmpty && !metric.subjects.isEmpty)
            #expect(metric.kind == .instant || metric.maxAgeDays == nil || metric == .powerPrice)
        }
        #expect(Metric.allCases.count == 46)
        #expect(Set(Metric.allCases.map(\.code)).count == 46)
        #expect(Metric.deployedHashrate.code == "deployed_hashrate")
        #expect(Metric.blocks.code == "blocks")
        #expect(Metric(code: "hashrate") == nil)
    }
}
