/// How many digits after the point people see of a computed number (docs/formulas.md, Numbers for
/// people).
///
/// A number has no more digits than its interval supports, and no more than its unit needs or four
/// significant digits. The numbers of a column, or of one figure in a row, have equally many.
extension Number {
    /// The limits of a computed number. Numbers that are printed as published have none.
    package struct Rounding: Sendable, Hashable {
        /// The digits after the point that the interval supports, negative if not all digits before
        /// the point are supported; nil for an exact number, which has any.
        var supported: Int?
        /// The digits after the point that the unit needs; nil for four significant digits.
        var needed: Int?

        /// The digits after the point that a value needs for four significant digits, if people see it
        /// multiplied by 10 to `power`.
        static func decimals(of value: Double, power: Int) -> Int {
            guard let decimal = ShortestDecimal(value), !decimal.isZero else { return 4 }
            // The place of the first digit: 0 for 1 … 9, 1 for 10 … 99.
            let place = decimal.count + decimal.exponent + power - 1
            return max(0, 3 - place)
        }
    }

    /// The digits after the point that `numbers` share: `limit` is what their units and the
    /// greatest of them allow, `common` what most of them support.
    fileprivate static func shared(_ numbers: [Number]) -> (limit: Int, common: Int) {
        let limit = numbers.map(\.limit).min() ?? 0
        var counts: [Int: Int] = [:]
        for number in numbers {
            guard let supported = number.rounding?.supported else { continue }
            counts[max(supported, 0), default: 0] += 1
        }
        let most = counts.max { left, right in
            left.value != right.value ? left.value < right.value : left.key < right.key
        }
        return (limit, most?.key ?? numbers.map(\.exactDecimals).max() ?? 0)
    }

    /// `numbers` with equally many digits after the point, unless their intervals support fewer.
    static func aligned(_ numbers: [Number]) -> [Number] {
        let (limit, common) = shared(numbers)
        return numbers.map { number in
            guard let rounding = number.rounding else { return number }
            var result = number
            result.decimals = min(rounding.supported ?? common, limit, common)
            result.rounding = nil
            return result
        }
    }

    /// The digits after the point by unit and size alone.
    private var limit: Int {
        rounding?.needed ?? Rounding.decimals(of: value, power: power)
    }

    /// The digits after the point of an exact number.
    private var exactDecimals: Int {
        ShortestDecimal(value).map { max(0, -$0.exponent - power) } ?? 0
    }
}

extension Table {
    /// `rows` with aligned numbers: column by column; in a table of figures, whose rows have units of
    /// their own, row by row. Changes in such a row have the digits that their own interval supports.
    static func aligned(_ rows: [[Cell]], _ columns: [Column]) -> [[Cell]] {
        var rows = rows
        let hasUnits = columns.contains { $0.name == "unit" }
        for (index, column) in columns.enumerated() where column.kind == .number {
            if hasUnits, column.unit == nil { continue }
            align(&rows, rows.indices.map { ($0, index) })
        }
        guard hasUnits else { return rows }
        let mixed = columns.indices.filter {
            columns[$0].kind == .number && columns[$0].unit == nil
        }
        for row in rows.indices {
            let isSigned = mixed.map { index in
                if case .number(let number) = rows[row][index] { number.isSigned } else { false }
            }
            align(&rows, zip(mixed, isSigned).filter { !$1 }.map { (row, $0.0) })
            for (index, isSigned) in zip(mixed, isSigned) where isSigned {
                align(&rows, [(row, index)])
            }
        }
        return rows
    }

    private static func align(_ rows: inout [[Cell]], _ places: [(row: Int, column: Int)]) {
        var found: [(row: Int, column: Int)] = []
        var numbers: [Number] = []
        for place in places {
            if case .number(let number) = rows[place.row][place.column], number.rounding != nil {
                found.append(place)
                numbers.append(number)
            }
        }
        guard !numbers.isEmpty else { return }
        for (place, number) in zip(found, Number.aligned(numbers)) {
            rows[place.row][place.column] = .number(number)
        }
    }
}
