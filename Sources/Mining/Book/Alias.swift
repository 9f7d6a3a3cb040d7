/// Another ticker or name of a company, and the days it was valid, both included.
package struct Alias: Sendable, Hashable {
    package var alias: String
    package var ticker: String
    /// `nil`: from the beginning.
    package var validFrom: Day?
    /// `nil`: to this day.
    package var validTo: Day?
    package var note: String?

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

    package func isValid(on day: Day) -> Bool {
        (validFrom ?? .first) <= day && day <= (validTo ?? .last)
    }
}
