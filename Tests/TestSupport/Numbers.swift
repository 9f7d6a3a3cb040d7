import Foundation

extension Double {
    /// A whole, decimal, tiny or huge number; sometimes infinite or not a number.
    package static func random(_ random: inout SeededGenerator) -> Double {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .init(Int.random(in: -1000...1000, using: &random))
        case 1: .init(Int.random(in: -(1 << 60)...(1 << 60), using: &random))
        case 2, 3: .init(Int.random(in: -99_999...99_999, using: &random)) / 1000
        case 4, 5: .random(in: -1e6...1e6, using: &random)
        case 6: .init(bitPattern: random.next())
        default: [0, -0.0, .nan, .infinity, -.infinity].randomElement(using: &random) ?? 0
        }
    }
}

/// The expected text of a number in CSV and JSON, computed independently with Foundation's
/// `Decimal`.
package func plain(_ value: Double) -> String {
    if value == 0 { return "0" }
    guard (1e-10..<1e21).contains(abs(value)), let decimal = Decimal(string: "\(value)") else {
        // 1.5e+300 is 15e299 here.
        let parts = "\(value)".split(separator: "e")
        let digits = parts[0].split(separator: ".")
        let fraction = digits.count > 1 && digits[1] != "0" ? digits[1] : ""
        return "\(digits[0])\(fraction)e\((Int(parts[1]) ?? 0) - fraction.count)"
    }
    return "\(decimal)"
}
