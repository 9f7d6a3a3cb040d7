import Mining

/// Which companies a report covers: the members of a group, or all companies of a book without
/// groups.
package enum Scope: Sendable, Hashable {
    /// The members of the group with this code.
    case group(String)
    case allCompanies

    /// The group's code; nil for all companies.
    package var group: String? {
        if case .group(let code) = self { code } else { nil }
    }

    /// The name in a sentence.
    var name: String { group ?? "all companies" }

    /// `14 members of us-listed`, `1 company`.
    func counted(_ members: Int) -> String {
        switch self {
        case .group(let code): "\(members) member\(members == 1 ? "" : "s") of \(code)"
        case .allCompanies: members == 1 ? "1 company" : "\(members) companies"
        }
    }

    /// `any member of us-listed`, `any company`.
    var anyMember: String { group.map { "any member of \($0)" } ?? "any company" }
}
