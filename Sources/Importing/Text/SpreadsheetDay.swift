import Mining

/// The number by which spreadsheets store a day: 46022 is 2025-12-31, counted from 1899-12-30. A
/// fraction is the time of day.
struct SpreadsheetDay {
    let day: Day

    /// Reads `46022`, `46,022` or `46022.5`. Nil if the text is anything else, or a day before bitcoin
    /// or after 2099.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2,
            parts.dropFirst().allSatisfy({ Self.isNumber($0) })
        else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped = groups.count == 2 && groups[1].count == 3
        guard groups.count == 1 || isGrouped, groups.allSatisfy({ Self.isNumber($0) }),
            let number = Int(groups.joined()),
            let day = Day(number: number - Self.numberOf1970),
            day >= .firstOfBitcoin, day.components.year < 2100
        else { return nil }
        self.day = day
    }

    /// The number of 1970-01-01, the first day of `Day.number`.
    private static let numberOf1970 = 25_569

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 &- .zero <= 9 }
    }
}
