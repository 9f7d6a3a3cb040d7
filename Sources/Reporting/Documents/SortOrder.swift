/// The direction in which rows are sorted.
package enum SortOrder: String, Sendable, CaseIterable {
    /// Smallest first; texts from A to Z.
    case ascending = "asc"
    /// Greatest first; texts from Z to A.
    case descending = "desc"

    /// A column and its order, as users write them: `market_cap:asc`. A text without one of the two
    /// endings is the column, without an order.
    package static func column(in text: String) -> (name: String, order: SortOrder?) {
        for order in allCases {
            let ending = ":\(order.rawValue)"
            if text.hasSuffix(ending), text.utf8.count > ending.utf8.count {
                return (String(text.dropLast(ending.count)), order)
            }
        }
        return (text, nil)
    }
}
