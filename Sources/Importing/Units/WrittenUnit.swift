import Mining

/// A unit as files write it: one that figures keep, or one that is smaller than the base unit of its
/// dimension and is converted. The network's 10²¹ H/s have too many digits to be kept as H/s.
struct WrittenUnit: Sendable, Hashable {
    /// The unit that figures keep.
    let unit: Unit
    /// One of the written unit is 10^`shift` of `unit`.
    let shift: Int
    /// As messages write it: `EH/s`, `H/s`.
    let code: String

    /// A unit that figures keep.
    init(_ unit: Unit) {
        self.unit = unit
        shift = 0
        code = unit.code
    }

    private init(_ unit: Unit, shift: Int, code: String) {
        self.unit = unit
        self.shift = shift
        self.code = code
    }

    /// The units with this name, at most one for each dimension; empty if there are none.
    static func named(_ text: String) -> [WrittenUnit] {
        let units = Unit.named(text)
        guard units.isEmpty else { return units.map { WrittenUnit($0) } }
        let wanted = text.lowercased().filter { !$0.isWhitespace }
        return small.filter { $0.spellings.contains(wanted) }.map {
            WrittenUnit($0.unit, shift: $0.shift, code: $0.code)
        }
    }

    /// The number of `unit` for a number of the written unit.
    func number(_ number: DecimalNumber) -> DecimalNumber {
        var number = number
        number.decimals -= shift
        return number
    }

    private static let small: [(code: String, unit: Unit, shift: Int, spellings: [String])] = [
        ("H/s", .megahashPerSecond, -6, ["h/s", "hs", "hash/s", "hashes/s"]),
        ("kH/s", .megahashPerSecond, -3, ["kh/s", "khs", "kh"]),
    ]
}

extension WrittenUnit: CustomStringConvertible {
    /// The code.
    var description: String { code }
}
