/// What was meant by cells that are no values.
extension ImportProblem.Fact {
    /// What `text`, which is no value, seems to be, so that the sentence can say what to do;
    /// `nil` where it seems to be nothing in particular.
    static func seeming(_ text: String) -> Self? {
        let words = text.lowercased()
        if isSpreadsheetError(words) { return .spreadsheetError(text) }
        if placeholders.contains(words.filter { $0 != "." && $0 != " " }) {
            return .placeholder(text)
        }
        if namesOtherCurrency(text) { return .otherCurrency(text) }
        if bounds.contains(where: words.hasPrefix) { return .bound(text) }
        if isRange(words) { return .range(text) }
        if isGrouped(text, by: ".") { return .otherGroups(text, .comma) }
        if isGrouped(text, by: ",") { return .otherGroups(text, .point) }
        return nil
    }

    /// `#REF!`, `#N/A`, `#NAME?`; LibreOffice's `Err:502`.
    private static func isSpreadsheetError(_ words: String) -> Bool {
        if words.hasPrefix("err:") { return true }
        return words.first == "#"
            && words.dropFirst().allSatisfy { $0.isLetter || "/!?0".contains($0) }
    }

    /// Without points and spaces, in lower case. `NaN` is among them, because it is what is left
    /// of a division by zero rather than a way to write nothing.
    private static let placeholders: Set<String> = [
        "nan", "nil", "none", "tbd", "tba", "na", "nm", "nd", "n/d", "?", "??", "???", "…",
        "unknown", "pending", "missing", "undisclosed", "notdisclosed", "notavailable", "--", "---",
        "inf", "-inf", "infinity",
    ]

    private static let bounds = [
        "~", "≈", ">", "<", "≥", "≤", "c.", "ca.", "ca ", "circa ", "about ", "approx", "around ",
        "over ", "above ", "below ", "under ", "up to ", "more than ", "less than ", "at least ",
        "+/-", "±",
    ]

    private static func namesOtherCurrency(_ text: String) -> Bool {
        if text.unicodeScalars.contains(where: {
            !$0.isASCII && $0.properties.generalCategory == .currencySymbol
        }) {
            return true
        }
        let words = text.split { !$0.isLetter && $0 != "$" }
        return words.contains { otherCurrencies.contains($0.uppercased()) }
    }

    /// Codes of ISO 4217 in which listed miners report or are quoted, and other dollars.
    private static let otherCurrencies: Set<String> = [
        "EUR", "GBP", "GBX", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "CNY", "RMB", "JPY", "KRW",
        "CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "RUB", "KZT", "INR", "THB", "MYR", "IDR",
        "AED", "SAR", "ILS", "BRL", "MXN", "ARS", "PYG", "ZAR", "TRY", "C$", "CA$", "CAN$", "CDN$",
        "A$", "AU$", "NZ$", "HK$", "S$", "SG$", "NT$", "R$", "MX$",
    ]

    /// `38-40`, `38 – 40 EH/s`, `38 to 40`: two numbers and what stands between them.
    private static func isRange(_ words: String) -> Bool {
        let hasSpace = words.utf8.contains(.space)
        let joined = hasSpace ? words.replacing(" to ", with: "-") : words
        // Most texts end here, at no cost: a file may be wrong in every row.
        guard joined.utf8.contains(where: { $0 == .hyphen || $0 >= 0x80 }) else { return false }
        let parts = joined.split(omittingEmptySubsequences: false) {
            $0 == "-" || $0 == "–" || $0 == "—"
        }
        return parts.count == 2 && parts[0].contains(where: \.isNumber)
            && parts[1].drop { $0.isWhitespace || $0 == "$" }.first?.isNumber == true
    }

    /// `1.234.567`: two groups of three digits at least, and then decimals or nothing.
    private static func isGrouped(_ text: String, by separator: Character) -> Bool {
        guard text.utf8.count(where: { $0 == separator.asciiValue }) > 1 else { return false }
        let mark: Character = separator == "." ? "," : "."
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: separator, omittingEmptySubsequences: false)
        return parts.count <= 2 && groups.count > 2 && (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.count == 3 }
            && (groups + parts.dropFirst()).allSatisfy { $0.allSatisfy(\.isNumber) }
    }
}
