/// What kind of record the rows of a CSV file contain. The raw values are stored in books, so they
/// must not change.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    case companies, aliases
    case shareBasis = "share_basis"
    case groups, observations, claims
}

extension FileKind: Comparable {
    /// The order in which the files of one import are applied: companies come before observations
    /// and groups before claims, which refer to them.
    package static func < (left: FileKind, right: FileKind) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension FileKind: CustomStringConvertible {
    /// The raw value.
    package var description: String { rawValue }
}
