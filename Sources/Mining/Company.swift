/// A listed company that mines bitcoin.
package struct Company: Sendable, Hashable {
    /// Its present ticker, by which figures name it.
    package var ticker: String
    package var name: String
    package var country: String?
    package var exchange: String?
    /// The month, 1 … 12, that its fiscal year ends with.
    package var fiscalYearEnd: Int?
    /// The ticker of the company that consolidates it, whose figures include its own.
    package var parent: String?
    package var note: String?

    package init(
        ticker: String, name: String, country: String? = nil, exchange: String? = nil,
        fiscalYearEnd: Int? = nil, parent: String? = nil, note: String? = nil
    ) {
        self.ticker = ticker
        self.name = name
        self.country = country
        self.exchange = exchange
        self.fiscalYearEnd = fiscalYearEnd
        self.parent = parent
        self.note = note
    }
}

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

/// A company's membership of a group, from the day it joined to the day it left, both
/// included. A company that leaves and joins again has two.
package struct Membership: Sendable, Hashable {
    package var group: String
    package var ticker: String
    /// `nil`: from the beginning.
    package var joinedOn: Day?
    /// `nil`: it is still a member.
    package var leftOn: Day?
    package var note: String?

    package init(
        group: String, ticker: String, joinedOn: Day? = nil, leftOn: Day? = nil,
        note: String? = nil
    ) {
        self.group = group
        self.ticker = ticker
        self.joinedOn = joinedOn
        self.leftOn = leftOn
        self.note = note
    }

    package func holds(on day: Day) -> Bool {
        (joinedOn ?? .first) <= day && day <= (leftOn ?? .last)
    }
}
