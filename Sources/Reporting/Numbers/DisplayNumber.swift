import Mining

/// A number as people see it, in the parts that a column aligns: `+62,000`, `.25`, `e bn`.
package struct DisplayNumber: Hashable {
    /// Sign and grouped digits before the point.
    package var whole: String
    /// The point and the digits after it; empty if none are shown.
    package var fraction: String
    /// One letter for each mark.
    package var marks: String
    /// A space and the unit; empty if there is none.
    package var suffix: String

    /// nil if `value` is infinite or not a number; people then see it as missing.
    ///
    /// A value that rounds to zero has no sign. Decimals and power are limited to ±400, which covers
    /// every `Double`.
    package init?(_ number: Number) {
        guard var decimal = ShortestDecimal(number.value) else { return nil }
        let decimals = min(max(number.decimals, -400), 400)
        decimal.exponent += min(max(number.power, -400), 400)
        decimal.round(to: decimals)
        let digits = decimal.parts
        let sign = decimal.isNegative ? "-" : number.isSigned && !decimal.isZero ? "+" : ""
        whole = sign + grouped(digits.whole)
        fraction = decimals > 0 ? "." + digits.fraction : ""
        fraction += String(repeating: "0", count: max(0, decimals - digits.fraction.utf8.count))
        marks = String(Number.Mark.allCases.filter(number.marks.contains).map(\.letter))
        suffix = number.suffix.map { " \($0.visible)" } ?? ""
    }

    /// What follows `whole`: `.25e bn`.
    package var rest: String { fraction + marks + suffix }

    /// The whole number: `+62,000.25e bn`.
    package var text: String { whole + rest }
}

/// `digits` with a comma between groups of three.
private func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    var result = ""
    for (index, digit) in digits.unicodeScalars.enumerated() {
        if index > 0, (count - index).isMultiple(of: 3) { result += "," }
        result.unicodeScalars.append(digit)
    }
    return result
}

extension Number {
    /// As people see it: `+62,000.3`; `–` if it is infinite or not a number.
    var text: String { DisplayNumber(self)?.text ?? "–" }
}
