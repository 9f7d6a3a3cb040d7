/// A fair value of crypto assets that does not fit the bitcoin held times their price on the same
/// day: one of them is on another scale, or the company holds other coins as well.
package struct FairValueMismatch: Sendable, Hashable {
    /// The fair value as published.
    package let fairValue: Observation
    /// The bitcoin held on the same day.
    package let held: Observation
    /// The price of bitcoin.
    package let price: Observation
    /// Bitcoin held times the price, in whole US dollars.
    package let computed: Quantity
    /// Whether the fair value is above: then other coins may explain it.
    package let isAbove: Bool

    /// By how many percent of bitcoin held times the price the two may differ.
    package static let tolerance = 20.0

    /// Compares a fair value with bitcoin held times the price. Nil if they fit, or if one of the
    /// two is zero.
    package init?(fairValue: Observation, held: Observation, price: Observation) {
        let amount = fairValue.value.value(in: .dollar)
        let computed = held.value.value(in: .bitcoin) * price.value.value(in: .dollarPerBitcoin)
        guard amount != 0, computed != 0,
            abs(computed - amount) > abs(computed) * Self.tolerance / 100,
            let dollars = Quantity(wholeDollars: computed)
        else { return nil }
        self.fairValue = fairValue
        self.held = held
        self.price = price
        isAbove = amount > computed
        self.computed = dollars
    }
}

extension FairValueMismatch {
    /// What to ask about it.
    package var question: String {
        isAbove
            ? "is one of the units wrong, or are other coins in it?" : "is one of the units wrong?"
    }
}

extension Quantity {
    /// An amount of US dollars, rounded to whole millions, or to dollars below ten million. Nil if
    /// it is too large.
    init?(wholeDollars dollars: Double) {
        let unit: Unit = abs(dollars) < 10_000_000 ? .dollar : .millionDollars
        let power = Double(unit == .dollar ? 1 : 1_000_000)
        guard let digits = Int64(exactly: (dollars / power).rounded()) else { return nil }
        self.init(digits: digits, unit: unit, decimals: 0)
    }
}
