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
        memberships.filter { $0.group.hasCode(group) }
    }
}

extension String {
    /// Whether two codes are the same except for the case of ASCII letters.
    fileprivate func hasCode(_ other: String) -> Bool { foldedCode == other.foldedCode }

    /// A code with its ASCII letters in lower case, as `lower` returns it on the server.
    var foldedCode: String {
        String(
            decoding: utf8.map { byte in
                byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
            }, as: UTF8.self)
    }
}
