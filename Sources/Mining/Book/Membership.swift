/// The time during which a company is a member of a group. A company that leaves and joins again
/// has two memberships.
package struct Membership: Sendable, Hashable {
    /// The code of the group.
    package var group: String
    /// The ticker of the company.
    package var ticker: String
    /// The first day of membership, or nil if it always was a member.
    package var joinedOn: Day?
    /// The last day of membership, or nil if it still is a member.
    package var leftOn: Day?
    /// A remark, or nil if there is none.
    package var note: String?

    /// A membership with these properties.
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

    /// Whether the company is a member on a day.
    package func holds(on day: Day) -> Bool {
        (joinedOn ?? .first) <= day && day <= (leftOn ?? .last)
    }
}
