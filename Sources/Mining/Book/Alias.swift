/// Another ticker or name of a company, such as a former one, and the days on which it is valid.
package struct Alias: Sendable, Hashable {
    /// The other ticker or name.
    package var alias: String
    /// The company's current ticker.
    package var ticker: String
    /// The first day on which it is valid, or nil if it always was.
    package var validFrom: Day?
    /// The last day on which it is valid, or nil if it still is.
    package var validTo: Day?
    /// A remark, or nil if there is none.
    package var note: String?

    /// An alias with these properties.
    package init(
        alias: String, ticker: String, validFrom: Day? = nil, validTo: Day? = nil,
        note: String? = nil
    ) {
        self.alias = alias
        self.ticker = ticker
        self.validFrom = validFrom
        self.validTo = validTo
        self.note = note
    }

    /// Whether it is valid on a day.
    package func isValid(on day: Day) -> Bool {
        (validFrom ?? .first) <= day && day <= (validTo ?? .last)
    }
}
