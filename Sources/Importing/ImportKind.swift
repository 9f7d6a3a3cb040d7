/// What a file holds, in the order in which the files of one call are applied: figures name
/// companies, and claims are made about groups, so these come first.
package enum ImportKind: Int, Sendable, Hashable, CaseIterable, Comparable {
    case companies, aliases, groups, observations, claims

    package static func < (left: ImportKind, right: ImportKind) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension ImportKind: CustomStringConvertible {
    package var description: String {
        switch self {
        case .companies: "companies"
        case .aliases: "aliases"
        case .groups: "groups"
        case .observations: "observations"
        case .claims: "claims"
        }
    }
}
