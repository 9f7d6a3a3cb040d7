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
