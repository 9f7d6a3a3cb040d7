import Reporting

/// A number as a cell of a sheet has it: all of its digits, and a format that shows as many as people
/// see in the other formats.
///
/// A format can hide digits after the point, but not those before it: if only the first digits of a
/// number are known, such as 12,300, the number is stored as it is shown.
struct SheetNumber {
    /// The number in the unit that people see, as XML writes numbers.
    let digits: String
    /// The marks and the unit behind the number: `ec`, ` bp`.
    let ending: String
    /// How many characters are shown of the number without its ending.
    let width: Int
    private let sign: Sign
    private let decimals: Int

    /// How the sign is shown.
    private enum Sign {
        /// A minus before negative numbers.
        case negative
        /// A plus before positive numbers, too.
        case both
        /// None, because the number rounds to zero.
        case none
    }

    /// The most decimals that a format can have.
    private static let decimalLimit = 30

    /// Nil if the number is infinite or not a number; people then see it as missing.
    init?(_ number: Number) {
        guard let digits = number.scaledDigits, let shown = DisplayNumber(number) else {
            return nil
        }
        self.digits = digits
        ending = shown.marks + shown.suffix
        width = shown.whole.utf8.count + shown.fraction.utf8.count
        decimals = min(max(number.decimals, 0), Self.decimalLimit)
        if shown.whole.hasPrefix("+") {
            sign = .both
        } else {
            sign = number.value < 0 && !shown.whole.hasPrefix("-") ? .none : .negative
        }
    }

    /// The format of its cell. Numbers of a column end at the same place if each leaves as much room
    /// behind it as the longest ending needs.
    func format(endingWidth: Int) -> String {
        let places = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
        let room = String(repeating: "_e", count: max(0, endingWidth - ending.count))
        // A little room keeps the number apart from a text beside it.
        let shown = "#,##0\(places)\(ending.quotedInFormat)\(room)_)"
        return switch sign {
        case .negative: shown
        case .both: "+\(shown);-\(shown);\(shown)"
        case .none: "\(shown);\(shown)"
        }
    }
}

extension String {
    /// This text in a number format, which shows it as it is.
    fileprivate var quotedInFormat: String {
        if isEmpty { return "" }
        let parts = split(separator: "\"", omittingEmptySubsequences: false)
        return parts.map { "\"\($0)\"" }.joined(separator: "\\\"")
    }
}
