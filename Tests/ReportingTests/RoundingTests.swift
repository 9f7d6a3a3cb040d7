import Mining
import TestSupport
import Testing

@testable import Reporting

@Suite("Rounding for people")
struct RoundingTests {
    /// The cells of a column as people see them.
    private func column(_ values: [(value: Double, supported: Int?)], _ unit: FigureUnit)
        -> [String]
    {
        shown(values.map { [cell($0.value, $0.supported, unit)] }, unit: unit.code).map { $0[0] }
    }

    private func cell(
        _ value: Double, _ supported: Int?, _ unit: FigureUnit, isSigned: Bool = false
    ) -> Cell {
        var number = Number(value, decimals: 0, power: unit.power, isSigned: isSigned)
        number.rounding = .init(supported: supported, needed: unit.decimals)
        return .number(number)
    }

    private func shown(_ rows: [[Cell]], unit: String?) -> [[String]] {
        let columns = rows[0].indices.map { Column("c\($0)", "C", .number, unit: unit) }
        return Table(name: "t", title: "T", columns: columns, rows: rows).rows.map { row in
            row.map { if case .number(let number) = $0 { number.text } else { "–" } }
        }
    }

    @Test func `a column has the decimals that most of its numbers support`() {
        let unit = FigureUnit(.exahashPerSecond)
        #expect(
            column([(55.2, 1), (38.5, 1), (50, 0), (8.75, 2)], unit)
                == ["55.2", "38.5", "50", "8.8"])
    }

    @Test func `an exact number takes the decimals of its column`() {
        #expect(column([(0, nil), (-4.7, 1)], FigureUnit(.exahashPerSecond)) == ["0.0", "-4.7"])
        #expect(column([(1, nil), (12, nil)], .none) == ["1", "12"])
    }

    @Test func `four significant digits are those of the greatest number`() {
        #expect(
            column([(1024.987, 3), (4.125, 3)], FigureUnit(.exahashPerSecond)) == ["1,025", "4"])
        #expect(column([(62.3349, 4), (0.56, 4)], FigureUnit("x")) == ["62.33", "0.56"])
    }

    @Test(arguments: [
        (FigureUnit(.percent), -23.2931, "-23.3"), (FigureUnit(.percent), 41.0252, "41.0"),
        (FigureUnit(.dollarPerBitcoin), 95_588.25, "95,588"),
        (FigureUnit(.dollarPerPetahashDay), 41.3157, "41.32"),
        (FigureUnit(.dollarPerPetahashDay), 1_041.3157, "1,041.32"),
        (FigureUnit(.dollarPerExahashDay), 54_905.8673, "54,906"),
        (FigureUnit(.exahashPerSecond), 1_024.99, "1,025"),
        (FigureUnit(.dollarPerShare), 402.354, "402.35"),
        (FigureUnit(.dollar), 17_243_000_000, "17,243"), (.billionDollars, 62_331_000_000, "62.33"),
        (FigureUnit("x"), 0.012_345_6, "0.01235"),
    ])
    func `a unit says how many decimals it needs`(unit: FigureUnit, value: Double, text: String) {
        #expect(column([(value, 9)], unit) == [text])
    }

    @Test func `no number has more digits than its interval supports`() {
        var random = SeededGenerator(seed: 31)
        let units = [FigureUnit.none, FigureUnit(.percent), FigureUnit(.dollarPerPetahashDay)]
        for _ in 0..<2_000 {
            let unit = units[Int.random(in: 0...2, using: &random)]
            let values = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (
                    value: Double(Int.random(in: -99_999...99_999, using: &random)) / 100,
                    supported: Optional(Int.random(in: -2...4, using: &random))
                )
            }
            let rows = values.map { [cell($0.value, $0.supported, unit)] }
            let table = Table(
                name: "t", title: "T", columns: [Column("c", "C", .number, unit: unit.code)],
                rows: rows)
            var decimals: [Int] = []
            for (row, value) in zip(table.rows, values) {
                guard case .number(let number) = row[0], let supported = value.supported else {
                    continue
                }
                #expect(number.decimals <= supported)
                #expect(number.value == value.value)
                #expect(number.decimals <= unit.decimals ?? 4)
                if supported > number.decimals { decimals.append(number.decimals) }
            }
            // Where the interval supports more, the number of decimals is the same.
            #expect(Set(decimals).count <= 1)
        }
    }

    @Test func `digits that the user asked for are kept`() throws {
        let estimate = try #require(
            Estimate(.constant(DecimalNumber(mantissa: 12_345, decimals: 3))))
        #expect(Number(estimate, in: FigureUnit(.percent), digits: 3).text == "12.345")
        #expect(Number(estimate, in: FigureUnit(.percent)).text == "12.3")
    }
}
