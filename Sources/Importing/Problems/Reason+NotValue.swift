import Workbooks

/// What users often write in value cells instead of a value.
extension ImportProblem.Reason {
    /// The problem if `text`, which is not a value, is something common, so that the message can say
    /// what to do: a placeholder, a range, another currency, … Nil for any other text.
    static func forNonValue(_ text: String) -> Self? {
        let words = text.lowercased()
        if words.first == "=" { return .formula(text) }
        if text.contains(Workbook.hiddenFactorMark) { return .hiddenFactor(text) }
        if isSpreadsheetError(words) { return .spreadsheetError(text) }
        if placeholders.contains(words.filter { $0 != "." && $0 != " " }) {
            return .placeholder(text)
        }
        if OtherCurrency.isNamed(in: text) { return .otherCurrency(text) }
        if bounds.contains(where: words.hasPrefix) { return .approximateValue(text) }
        if isRange(words) { return .range(text) }
        if isGrouped(text, by: ".") { return .otherDecimalMark(text, .comma) }
        if isGrouped(text, by: ",") { return .otherDecimalMark(text, .point) }
        return nil
    }

    /// A number in a spreadsheet whose format shows thousands or millions of it without saying so.
    private static func hiddenFactor(_ text: String) -> Self {
        Self(
            .notValue,
            "\(quoted(text)) is shown in thousands or millions, so its unit is not clear; give the cell a format without "
                + "commas at its end, so that it shows the number that is stored, and save the file again"
        )
    }

    /// Whether the text is a spreadsheet error: `#REF!`, `#N/A`, `#NAME?`, LibreOffice's `Err:502`.
    private static func isSpreadsheetError(_ words: String) -> Bool {
        if words.hasPrefix("err:") { return true }
        return words.first == "#"
            && words.dropFirst().allSatisfy { $0.isLetter || "/!?0".contains($0) }
    }

    /// Lower case, without points and spaces. `NaN` is a placeholder and not a missing-value marker,
    /// because it usually comes from a division by zero.
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

    /// Whether the text is a range of two numbers: `38-40`, `38 – 40 EH/s`, `38 to 40`.
    private static func isRange(_ words: String) -> Bool {
        let hasSpace = words.utf8.contains(.space)
        let joined = hasSpace ? words.replacing(" to ", with: "-") : words
        // A cheap test that most texts fail, because every row of a file may be bad.
        guard joined.utf8.contains(where: { $0 == .hyphen || $0 >= 0x80 }) else { return false }
        let parts = joined.split(omittingEmptySubsequences: false) {
            $0 == "-" || $0 == "–" || $0 == "—"
        }
        return parts.count == 2 && parts[0].contains(where: \.isNumber)
            && parts[1].drop { $0.isWhitespace || $0 == "$" }.first?.isNumber == true
    }

    /// Whether the text has at least two groups of three digits, such as `1.234.567`.
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
