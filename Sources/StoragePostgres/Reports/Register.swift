import Bookkeeping
import Mining

/// Companies, groups and what is about them.
struct Register {
    let companies: [Company]
    let groups: [String]
    let memberships: [Membership]
    let shareBasis: [ShareBasis]
    let aliases: [Alias]

    static let queries = [
        CompanyRow.selectAll, GroupRow.selectAll, MembershipRow.selectAll, ShareBasisRow.selectAll,
        AliasRow.selectAll,
    ].map { Query(sql: $0) }

    /// `rows` are those of `queries`.
    init(_ rows: ArraySlice<Rows>) throws(BookError) {
        let rows = Array(rows)
        companies = try rows[0].all(CompanyRow.read)
        groups = try rows[1].all(GroupRow.read)
        memberships = try rows[2].all(MembershipRow.read)
        shareBasis = try rows[3].all(ShareBasisRow.read)
        aliases = try rows[4].all(AliasRow.read)
    }

    /// The memberships of a group, by ticker and first day; empty if there is no such group.
    func memberships(of group: String) -> [Membership] {
        let code = group.foldedCode
        return memberships.filter { $0.group.foldedCode == code }
    }
}

extension String {
    /// The bytes of a code with its ASCII letters in lower case, as `lower` returns it on the
    /// server. Two texts that Swift takes for equal may have different bytes, and be different
    /// codes.
    var foldedCode: [UInt8] {
        utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    }
}
