/// What the number format of a cell adds to its number: `$`, `%`, a unit, or that it is a date.
struct NumberFormat: Equatable {
    /// How much of a date is shown.
    enum DateParts {
        /// A day, with its time unless that is midnight.
        case day
        /// A month or a year.
        case month, year
        /// Only the time of day.
        case time
    }

    /// No sign and no unit.
    static let plain = NumberFormat()

    /// What is shown of a date; nil for a number.
    var date: DateParts?
    /// The power of ten by which the number is multiplied before it is shown: 2 for percent, −6 for
    /// a format that shows millions.
    var exponent = 0
    /// The texts before and behind the number: `$`, ` EH/s`.
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
    /// Whether the number is shown in thousands or millions without saying so. Then it is not clear
    /// whether the column's unit is that of the shown number or of the stored one.
    var hidesFactor = false

    /// Whether the text of a number is just its digits.
    var isPlain: Bool { self == .plain }

    /// The formats that files name by a number only. Those of currencies (5 to 8, 41 to 44) depend on
    /// the computer that shows them, so that they say nothing.
    init(builtIn number: Int) {
        switch number {
        case 9, 10:
            exponent = 2
            suffix = [UInt8(ascii: "%")]
        case 14, 15, 16, 22, 27...31, 36, 50...58: date = .day
        case 17: date = .month
        case 18...21, 32...35, 45, 47: date = .time
        default: break
        }
    }

    /// A format in the language of spreadsheet programs, such as `"$"#,##0.0;[Red]-"$"#,##0.0`. Its
    /// first section, for positive numbers, counts.
    init(code: String) {
        let section = FormatSection(code)
        date = section.date
        guard date == nil, !section.hasCondition, section.hasDigits else { return }
        exponent = section.percentSigns * 2 - section.trailingCommas * 3
        prefix = Array(section.prefix.utf8)
        suffix = Array(section.suffix.utf8)
        if section.percentSigns > 0, !section.suffix.contains("%") {
            suffix.append(UInt8(ascii: "%"))
        }
        hidesFactor = section.trailingCommas > 0 && !section.suffix.contains(where: \.isLetter)
    }

    /// The format of an amount in a currency of ISO 4217; nil for a plain number.
    init(currency: String?) {
        switch currency {
        case nil: break
        case "USD": prefix = [UInt8(ascii: "$")]
        case let code?: suffix = Array(" \(code)".utf8)
        }
    }

    private init() {}

    /// Appends the text of a number: its sign, the format's texts and all its digits.
    func append(_ number: CellNumber, to text: inout [UInt8]) {
        if number.isNegative { text.append(UInt8(ascii: "-")) }
        text += prefix
        let shown = number.timesTen(toThe: exponent)
        guard hidesFactor else {
            shown.appendMagnitude(to: &text)
            text += suffix
            return
        }
        number.appendMagnitude(to: &text)
        text += Workbook.hiddenFactorMark.utf8
        shown.appendMagnitude(to: &text)
    }
}
