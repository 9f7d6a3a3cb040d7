extension Number {
    /// The digits of the number in the unit that people see, as the fewest that read back as the same
    /// `Double`: `62.330001` for 62,330,001,000 dollars that are shown in billions. Digits before the
    /// point that are not known are zeros. Nil if it is infinite or not a number.
    package var scaledDigits: String? {
        guard var decimal = ShortestDecimal(value) else { return nil }
        decimal.exponent += min(max(power, -400), 400)
        if decimals < 0 { decimal.round(to: max(decimals, -400)) }
        return decimal.description
    }
}
